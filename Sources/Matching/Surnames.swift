/// Family names, from general knowledge: which are one name spelled in several ways, and which are
/// so common that sharing one says little.
enum Surnames {
  static let spellings = """
    smith smyth smythe|clarke clark clerk|davies davis davys|thompson thomson tompson
    stevens stephens stevans|phillips philips philipps|mcdonald macdonald|mckenzie mackenzie
    mclean maclean mclain|mcleod macleod|mcintosh macintosh|mckay mackay|mccarthy mcarthy maccarthy
    obrien brien|oconnor connor oconner|oneill neill oneil neil|osullivan sullivan|odonnell donnell
    reid read reed reade|gray grey|allen allan alan|elliott elliot eliot eliott|matthews mathews
    kelly kelley|moore more moor|walsh welsh walshe|burke bourke|byrne burn burns byrnes|white whyte
    taylor tayler tailor|brown browne|green greene|wood woods|cook cooke|hughes hughs|harris harries
    evans evens|bennett bennet|barnett barnet|roberts robert|rogers rodgers
    johnson johnston johnstone|pearce pierce peirce|palmer parmer|philpott philpot|ward warde
    webb web|wilkinson wilkenson|wilson willson|wright right|young younge|graham grahame
    stewart stuart steward|jeffries jeffreys|griffiths griffith griffths|lewis louis|lloyd loyd
    morris maurice|nicholls nichols nicholas|parsons parson|lawrence laurence|marshall marshal
    russell russel|butler butter|campbell cambell|fraser frazer|murray murry|ferguson fergusson
    donnelly donelly|gallagher gallacher gallaher|doherty dougherty docherty
    hussain hussein husain hussen hossain|ahmed ahmad ahmet
    mohammed muhammad mohamed mohammad mahomed muhammed|khan kahn|sheikh shaikh shaik sheik
    chowdhury choudhury chaudhry choudhry chaudhary chaudhuri choudhary chaudry
    qureshi kureshi quraishi|rahman rehman rahmaan|malik mallik malick|hassan hasan|ali aly
    iqbal ikbal|akhtar akhter aktar akther|begum begom|bibi beebi|mahmood mahmud mehmood mahmoud
    siddiqui siddique siddiqi|uddin udin ud din|ullah ulla|miah mia mya|islam eslam
    hoque haque haq huq|khatun khatoon|parveen parvin perveen|nawaz navaz|rafiq rafique|saleem salim
    shabir shabbir|yaqoob yaqub yakub|zaman zamaan|hanif haneef|latif lateef|rashid rasheed
    javed javaid jawed|mirza mirzah|shah sha|abdullahi abdulahi|hersi hirsi|warsame warsama
    yusuf yousuf yusef yousef|osman usman othman|nur noor nour|farah farrah|jama jamac
    ibrahim ebrahim|patel patell|singh sing|kaur cour|sharma sharmah|gupta guptha|joshi joshee
    dhillon dhilon|sandhu sindhu|sidhu sidu|gill gil|rai ray|banerjee banerji|nowak novak
    kowalski kowalska|wisniewski wisniewska|wojcik wojczik|kaminski kaminska|lewandowski lewandowska
    zielinski zielinska|szymanski szymanska|kozlowski kozlowska|jankowski jankowska|okafor okafar
    adeyemi adeyemy|mensah mensa|owusu owuso|nguyen nguen|wong wang|chan chen|zhang chang cheung
    horvath horvat|kovac kovacs|popescu popesku|ivanov ivanova|petrov petrova
    """

  static let common = """
    smith jones taylor brown williams wilson johnson davies robinson wright thompson evans walker
    white roberts green hall wood jackson clarke clark harris lewis turner hill moore cooper ward
    morris king watson baker harrison morgan young allen mitchell james anderson phillips lee bell
    parker davis bennett miller cook shaw cox richardson carter collins marshall murray kelly reid
    scott ryan murphy walsh obrien campbell stewart edwards hughes thomas martin khan ahmed ali
    hussain begum akhtar malik iqbal shah mohammed rahman islam miah mahmood bibi hassan mohamed
    abdi ibrahim hussein patel singh kaur sharma kumar gill chowdhury uddin nguyen tran chen wong li
    wang nowak kowalski kowalska lam le popescu yusuf osman okafor
    """
}
