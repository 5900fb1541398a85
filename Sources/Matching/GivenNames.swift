/// Given names that English schools really have, from general knowledge: which are one name spelled
/// in several ways, which are short for which, and which are names of their own although they look
/// alike. Incomplete by nature: what is not here is compared letter by letter.
enum GivenNames {
  /// One name, several spellings.
  static let spellings = """
    muhammad mohammed mohammad mohamed muhammed mohamad muhamed mohamud muhamad mehmet md mohd
    ahmed ahmad ahmet achmed|ali aly|yusuf yousuf yousef youssef yusef yousaf yosef
    omar umar omer umer|hassan hasan|hussain hussein husain hussayn|ibrahim ebrahim ibraheem abrahim
    ismail ismael esmail|abdullah abdallah abdulla|abdirahman abdurrahman abdulrahman abdelrahman
    hamza hamzah|bilal belal|zakariya zakaria zakariyya zakariyah zachariah
    suleiman sulaiman suleman sulayman|khalid khaled|rashid rasheed|karim kareem|saeed said sayeed
    usman osman othman uthman|yahya yahia|zayn zain zane|rayan rayyan rayhan raihan|mustafa mustapha
    nasir naseer|tariq tarik tareq|idris idriss idrees|adam adem aadam|isa eesa issa essa
    musa moosa mousa moussa|imran emran|aisha ayesha aysha aishah ayisha aicha
    fatima fatimah fatma fathima faatimah fadumo fatuma|maryam mariam marium meryem mariyam miriam
    zainab zaynab zeinab zeynep zainabu|khadija khadijah|aaliyah aliyah aaliya alia aliya alya
    amina aminah ameena aamina|hafsa hafsah hafza|noor nour nur|layla leila laila leyla
    yasmin yasmine jasmin jasmine yasmeen|sumayyah sumaya sumayya sumaiya
    safiya safiyyah safia safiyah|sara sarah saara|zahra zara zahrah zarah|salma selma|huda hooda
    nadia nadiya nadja|hanan hanaan|inaya inayah anaya|iqra ikra iqrah|eshaal eshal|mahnoor mahnur
    catherine katherine kathryn catharine katharine cathryn katarzyna katerina ekaterina
    sophia sofia zofia|sophie sofie|isabelle isabel isobel isabell izabel|isabella izabella isobella
    elizabeth elisabeth elspeth elzbieta|stephen steven stefan steffan stephan|philip phillip filip
    geoffrey jeffrey jeffery|nicholas nicolas nikolas|michael micheal mikael michal mikhail|john jon
    mathew matthew mateusz mattheus|lily lilly lillie lili|ellie elly elle|molly mollie|evie evy
    millie milly|tilly tillie|rosie rosy|maisie maisy|daisy daisie|gracie gracey|darcy darcey darcie
    keira kiera kyra kira ciara|jayden jaydon jaiden jaydan jaden jadon
    kayden kaiden caden cayden kaden|aidan aiden ayden aidyn|connor conor conner konnor
    callum calum kallum|rhys reece rees reese|alan allan allen|aimee amy ami|zak zac zach zack
    zachary zachery zackary zakary zacharias|caitlin kaitlyn katelyn kaitlin caitlyn
    megan meghan meagan|niamh neve neave niav|siobhan shivaun chevonne|shaun sean shawn shane
    rebecca rebekah rebeka|hannah hanna hana|freya freja freyja|reuben ruben reuven|lewis louis luis
    louie louis|elliot elliott eliot elliotte|tobias tobiasz|dominic dominick dominik|oscar oskar
    eric erik|jacob jakob jakub|alexander aleksander alexandr aleksandr alexandre
    alexandra aleksandra|victoria wiktoria viktoria|julia giulia yulia|emily emilie emilia
    natalie nathalie natalia natalya|gabrielle gabriella gabriela|lucas lukas lukasz luka luca
    luke luc|thomas tomas tomasz|christopher kristopher krzysztof christoph
    antonio antoni anton antony anthony|peter piotr petr|andrew andrei andrej andrzej andre
    paul pawel pavel|marcus markus marek|adrian adrien|oliver olivier|oliwia olivia
    amelia amelie emelia|eleanor elinor eleanore|leah lea leia|chloe khloe cloe|zoe zoey zowie
    abigail abigale abbigail|phoebe pheobe|charlotte sharlotte|madeleine madeline madelyn maddalena
    jorja georgia|imogen imogene|tegan teagan|erin aerin eryn|bethany bethan
    kayleigh kayley kaylee caleigh|ashleigh ashley ashlee|hayley hailey haley hayleigh
    carly karly carley|lauren loren lauryn|nicole nichole|kelsey kelsie|shannon shanon
    courtney kourtney|skye sky skyla|lexi lexie|lacey lacie|libby libbie|poppy poppie
    kacey kasey casey kaci|alyssa alissa|tia tiya tiah|demi demie|ella ela|jessica jesica jessika
    jennifer jenifer|gemma jemma|tracey tracy|stacey stacy|lesley leslie|frances francis
    simran simranjeet|harpreet harprit|gurpreet gurprit|jaspreet jasprit|priya priyah|ananya ananyaa
    arjun arjan|krishna krishan|vikram bikram|rohan roan|aryan arian aaryan|nikhil nikil|isha eesha
    diya dia|anjali anjalee|oluwaseun oluseun|chukwuemeka emeka|temitope temitayo|ngozi ngozika
    wojciech vojtech|zuzanna susanna susannah zuzana suzanna|maja maya maia|hibaq hibak|abdi cabdi
    ayaan ayan
    """

  /// The whole name, then what it is shortened to. A short form may belong to several.
  static let shortForms = """
    thomas tom tommy thom|james jim jimmy jamie jay|joshua josh|joseph joe joey jo|samuel sam sammy
    william will bill billy willy liam wills
    alexander alex al alec lex sandy xander sasha alexei olek|edward ed eddie eddy ted teddy ned
    daniel dan danny|benjamin ben benji benny|matthew matt matty|zachary zak
    nathaniel nathan nat nate|nathan nate|jonathan jon jonny jonty johnny nathan
    david dave davey davy dai|robert rob robbie bob bobby bert
    christopher chris kit topher kris krzys|michael mike mikey mick micky|andrew andy drew
    anthony tony ant|nicholas nick nicky nico|stephen steve ste stevie|peter pete
    patrick pat paddy padraig|dominic dom|gabriel gabe|harrison harry|henry harry hal|harold harry
    sebastian seb bastian|archibald archie|theodore theo ted teddy
    frederick fred freddie freddy rick|alfred alfie alf fred|charles charlie chaz chuck|maxwell max
    maximilian max|oliver ollie olly|george georgie|john jack johnny|jackson jack|cameron cam
    gregory greg|vincent vince vinny|wilfred wilf fred|timothy tim|lawrence larry laurie
    leonard leo lenny len|leo leon|ronald ron ronnie|reginald reg reggie|stanley stan
    albert albie bert|arthur art artie|louis lou louie|francis frank frankie fran|franklin frank
    raymond ray|kenneth ken kenny|phillip phil pip|richard rick dick richie ricky rich|simon si
    terence terry|tobias toby|dylan dyl|isaac ike zac|jacob jake|elijah eli|solomon sol
    finley fin finn|callum cal|declan dec|kieran kier|cornelius con|augustus gus|angus gus
    bartholomew bart|bartosz bartek|jakub kuba|tomasz tomek|piotr piotrek|wojciech wojtek
    krzysztof krzysiek|stanislaw stas staszek|grzegorz grzes|mateusz mati|michal misiek
    pawel pawelek|lukasz lukaszek|mikolaj miki|kacper kacperek|olivia liv livvy livvie ollie
    amelia millie milly melia|emily em emmy millie|isabella bella izzy izzie isa belle
    isabelle izzy belle izzie|charlotte lottie charlie lotte char|jessica jess jessie|sophie soph
    sophia sophie|florence flo florrie flossie|matilda tilly mattie tilda
    elizabeth liz lizzie beth betty betsy eliza libby ellie bess lilibet elsie|harriet hattie harry
    abigail abi abbie abby gail|georgia georgie gigi|georgina georgie gina
    eleanor ellie nell nora elle lena nellie|katherine kate katie kathy kat kitty kasia kay kathleen
    rebecca becky becca bex|bethany beth|megan meg meggie|victoria vicky tori vicki wika
    alexandra alex lexi sandra sasha ola sandy lexie allie|samantha sam sammie sammy|natalie nat
    natasha tasha nat|natalia nat talia|nicole nicky nikki nic|gabrielle gabby gabi elle
    josephine josie jo joey|madeleine maddie maddy|madison maddie maddy
    margaret maggie meg peggy marge daisy greta|malgorzata gosia|jennifer jen jenny jennie
    philippa pippa pip|susannah susie sue suzie zuzia|susan sue susie|tabitha tabby tabs
    penelope penny nell poppy|beatrice bea trixie bee|beatrix bea trixie|imogen immy
    jasmine jaz jas jazz yaz yas|francesca fran frankie cesca chess|frances fran frankie
    theodora thea dora|dorothy dot dora dottie dolly|annabel anna bella belle
    annabelle anna bella belle|christina chris tina chrissie|christine chris tina chrissie
    kimberley kim|jacqueline jackie jacqui|patricia pat trish tricia|deborah deb debbie|pamela pam
    barbara barb babs basia|rosemary rose rosie|rosalind rosie ros roz|rose rosie|grace gracie
    evangeline eve evie|evelyn evie eve lyn|genevieve eve gen|guinevere gwen|gwendolyn gwen wendy
    winifred win winnie fred freddie|veronica vron nica ronnie|michelle shell chelle
    mackenzie kenzie|scarlett scar lettie|willow will|delilah lila|lillian lily lil|lily lil
    ottilie tilly otti|clementine clem|constance connie|cordelia delia|aleksandra ola|agnieszka aga
    katarzyna kasia|joanna asia jo|zuzanna zuzia|wiktoria wika|magdalena magda lena|aleksander olek
    ewelina ewa|stephanie steph stevie|caroline carrie caz|valentina val tina|angelina angie lina
    angela angie|veronika nika|adriana ada|tatiana tanya|anastasia ana stacey nastia|ekaterina katya
    dmitri dima|muhammad mo moe hammad mohsin|abdullah abdul abs abdi|abdirahman abdi
    abdulrahman abdul|hassan has|hussain hus|ibrahim ibs ibby abe brahim|mustafa mus
    sulaiman sully sul|zakariya zak zaki|khadija dija|fatima fati tima|aisha ash aish|maryam mary
    mahmood mo|abubakar abu bakr|yusuf yus joe jusuf|ismail ish|amina mina|zainab zee zay
    sumayyah sumi maya|aaliyah lia ali|harpreet harry preet harps|gurpreet gary preet gurps
    jaspreet jas preet jaz|manpreet manny preet man|simran sim simi|jasleen jas|sukhdeep sukh
    jaskaran jas karan|balraj bal raj|rajesh raj|rajinder raj|arjun aj|navneet nav|amrit ams
    kiranjit kiran|harleen har|emmanuel manny manu|oluwaseun seun|olumide olu mide|oluwaseyi seyi
    simisola simi sola|oluwatobi tobi|oluwatimilehin timi|temitope temi tope|ayodele ayo
    babatunde tunde|chiamaka amaka|chinedu nedu|chukwuemeka emeka|chidiebere chidi|ifeanyi ify
    ifeoma ify|folasade sade|folake fola|adaobi ada|adaeze ada|oluwafemi femi|damilola dami
    kwabena kobby|nguyen win|tinashe tino|thandiwe thandi|tariro tari|yetunde yeti|abimbola bola
    siobhan shiv|caoimhe keeva|padraig paddy|gethin geth|gwenllian gwen
    """

  /// Names of their own, each easily taken for another: both being here is a reason to doubt.
  static let others = """
    ava eva ada eve ivy isla ayla mia maya mila mya nia tia lia amy emma emmie ella ellen helen
    alana alanna elena lena lana luna laura lara lauren clara cora dora nora nina nadia anna anya
    hannah hana jana diana dina tina gina joan joanne june jane jade janet jean kate kara karen katy
    kerry kerrie kelly kylie kyle kayla layla lola lila lilah mary marie maria mariah mara marianne
    marian mollie holly polly poppy penny jenny ruby rudy rory roy ryan brian bryan dan dean dane
    dale dawn don ron rob rod ross russ toby tony todd troy tyler taylor terry jerry gerry barry
    harry larry mark marc martin marvin mason jason jaxon jackson jack jake james jared jarvis
    jasper jude judy jody joel noel noah nathan ethan evan owen ewan euan iwan ian liam leon leo
    theo cleo neo milo miles myles niles silas elias eli levi harvey harley hayley henry hugh hugo
    hunter hamish ivan ivo ivor igor finn finlay fraser frazer gavin gareth garth gary graham grant
    guy glen craig carl karl kurt curtis kieran kiran kian kai kay carter corey cody cole colin
    cohen caleb caitlyn carys cerys ceri keri cara clare claire chloe charis chris crystal aaron
    arran erin eileen aileen alice alison allison anne annie angela april arlo arlie archie ashton
    austin autumn aurora blake bailey bonnie brody bradley brandon brooke bryony carmen cassie celia
    cecily dylan damian damien darren darius daryl deborah denise dennis denis derek duncan edith
    edie elsie esme ester esther etta faith fern fearne felix fiona flora felicity gemma georgia
    gloria hazel heidi heather hope ida iona ione india iris isaac jessie josie julie juliet kirsty
    kirsten kristen lucy lucia lacey linda lydia lyra mabel margot martha mercy nancy naomi olive
    orla paige paula pearl rachel rhea rhian rosa rowan rohan roman robin reuben roisin sally selina
    serena shelley sheila sienna sierra stella summer tamara tara thea tessa thalia tracy una vera
    violet viola wendy willow xavier yvette yvonne zoe zara zelda amir amira amara asma asmaa anas
    aqsa areeba arif asif ayub aziz basma bushra danish dua eman esa faisal farah faris farhan fiza
    habiba hadi hamid hamda haris harith hiba hira humaira ilyas imaan iman jamal jamila jannat
    jibril junaid kamal kamran khalil laiba lamar leena liban lubna mahad maha mahira malik marwa
    maysa mina misbah munira nabil nabila naima najma nasra nawal nimra rabia rafi rahma rana rania
    rida rizwan rukhsana saad saba sabah safa safwan sahra saif saira salim salman samia samir
    samira sana sania saniya sara shabana shazia sidra suhail tahir tahira talha ubah uzma wafa
    waqas yasir zahid zubair zunaira aarav advik amar amit anika anil anisha arya avni deepa dev
    devi dhruv gita hema ishaan jaya karan kavya lakshmi leela mahi manav meena meera mira navya
    neha nisha nitin om pooja puja rahul raj raja ravi reena rekha riya ria rishi ritu rohit sahil
    sanjay saanvi shiv shiva shreya sita sonia sunil sunita tanvi tarun uma varun veer vihaan vivaan
    yash amarachi blessing chidi chika chioma chipo daniela david efua ekow ama abena adwoa esi femi
    kofi kojo kwame kwesi kemi kunle musa nana ngozi obi precious rudo sade tayo themba tola tolu
    tunde wale yaa yaw jan jozef kasper kinga kamil kamila karol karolina lenka liliana ludmila
    maciej magda marcel marcin marta martyna milena mikolaj nikola nikolai norbert olga oliwier pola
    radek rafal roza szymon szymek tymon wanda weronika zosia andreea alina alin bogdan cristian
    cristina daria ana ioan ioana ion ionut matei mihai mihaela stefania denisa irina jing jun li
    ling lin mei ming min wei wen xin yan yang ying yu hao hong hui hua lan linh long mai minh thao
    trang tuan
    """
}
