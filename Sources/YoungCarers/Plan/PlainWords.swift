/// Words of the trade that families should not have to read, each with what to write in its place; and
/// words that blame or pity (practice P44, P45).
public enum PlainWords {
  public struct Term: Sendable {
    public let said: String
    public let instead: String
  }

  /// Each term that a text holds: whole words, however they are written, and the longest of several
  /// that begin alike.
  public static func found(_ terms: [Term], in text: String) -> [Term] {
    let words = " \(Text.folded(text)) "
    let found = terms.filter { words.contains(" \(Text.folded($0.said)) ") }
    return found.filter { term in
      !found.contains { $0.said != term.said && $0.said.hasPrefix(term.said + " ") }
    }
  }

  private static func terms(_ list: [(String, String)]) -> [Term] {
    list.map { Term(said: $0.0, instead: $0.1) }
  }

  public static let jargon = terms([
    ("young carer", "the child's name"),
    ("young carers", "the children's names"),
    ("cared for person", "what the family calls them: Mum"),
    ("service user", "their name"),
    ("service users", "their names"),
    ("client", "their name"),
    ("the case", "the family"),
    ("invitee", "their name"),
    ("owner", "who does it"),
    ("mother", "what the family calls her: Mum"),
    ("father", "what the family calls him: Dad"),
    ("sibling", "brother or sister"),
    ("siblings", "brothers and sisters"),
    ("multi agency", "everybody who helps"),
    ("agencies", "who helps, by name"),
    ("stakeholders", "everybody who helps"),
    ("practitioner", "worker"),
    ("practitioners", "workers"),
    ("professionals", "workers"),
    ("liaise", "talk to"),
    ("liaison", "talking"),
    ("signpost", "tell them about"),
    ("signposted", "told about"),
    ("facilitate", "help"),
    ("facilitates", "helps"),
    ("facilitating", "helping"),
    ("engage", "join in"),
    ("engages", "joins in"),
    ("engagement", "joining in"),
    ("implement", "do"),
    ("implemented", "done"),
    ("ensure", "make sure"),
    ("attend", "go to"),
    ("attendance", "being at school"),
    ("commence", "start"),
    ("assist", "help"),
    ("assistance", "help"),
    ("in order to", "to"),
    ("prior to", "before"),
    ("regarding", "about"),
    ("with regard to", "about"),
    ("in relation to", "about"),
    ("utilise", "use"),
    ("undertake", "do"),
    ("monitor", "keep an eye on"),
    ("intervention", "help"),
    ("interventions", "help"),
    ("provision", "help"),
    ("outcome", "what changes"),
    ("outcomes", "what changes"),
    ("assessment", "finding out what helps"),
    ("referral", "asking them to help"),
    ("safeguarding", "keeping safe"),
    ("respite", "a break"),
    ("short breaks", "a break"),
    ("resilience", "getting through hard days"),
    ("wellbeing", "how somebody feels"),
    ("well being", "how somebody feels"),
    ("emotional regulation", "feeling calm again"),
    ("presenting issues", "what is hard"),
    ("domestic tasks", "housework"),
    ("personal care", "washing and dressing"),
    ("medication", "medicine, as agreed with the doctor"),
    ("adult social care", "the council's team for adults"),
    ("children's social care", "the council's team for children"),
    ("early help", "help for families"),
    ("lead professional", "the worker's name"),
    ("key worker", "the worker's name"),
    ("pastoral", "looking after pupils"),
    ("SENCO", "the teacher who helps with learning"),
    ("EHCP", "the plan for help at school"),
    ("CAMHS", "the team for how children feel"),
    ("GP", "doctor"),
    ("OT", "the worker for things that make home easier"),
    ("TAF", "the meeting of everybody who helps"),
    ("CIN", "the council's plan for the child"),
    ("FGC", "the family's meeting"),
    ("MACA", "the questions about what you do"),
    ("DLA", "Disability Living Allowance: money for help"),
    ("PIP", "Personal Independence Payment: money for help"),
    ("NEET", "not at school, college or work"),
    ("EET", "school, college or work"),
  ])

  public static let blame = terms([
    ("fails to", "say what has been hard, and what would help"),
    ("failed to", "say what has been hard, and what would help"),
    ("failure to", "say what has been hard, and what would help"),
    ("failing to", "say what has been hard, and what would help"),
    ("refuses to", "say what they said, and what they would like"),
    ("refused to", "say what they said, and what they would like"),
    ("non compliant", "say what did not work for them"),
    ("does not comply", "say what did not work for them"),
    ("hard to reach", "we have not yet found a good way to meet"),
    ("does not engage", "we have not yet found a good way to meet"),
    ("disengaged", "we have not yet found a good way to meet"),
    ("lack of engagement", "we have not yet found a good way to meet"),
    ("neglects", "say what is needed"),
    ("unwilling", "say what they said"),
    ("uncooperative", "say what they said"),
    ("manipulative", "say what happened"),
    ("attention seeking", "say what they may need"),
    ("bad parenting", "say what would help at home"),
    ("poor parenting", "say what would help at home"),
    ("chaotic", "say what happens on a day"),
    ("dysfunctional", "say what is hard"),
    ("should know better", "leave it out"),
    ("to blame", "leave it out"),
    ("excuses", "say what they said"),
  ])

  public static let pity = terms([
    ("poor thing", "leave it out"),
    ("poor child", "the child's name"),
    ("poor boy", "his name"),
    ("poor girl", "her name"),
    ("poor mum", "Mum"),
    ("poor dad", "Dad"),
    ("suffers from", "has"),
    ("suffering from", "who has"),
    ("suffers", "has"),
    ("sufferer", "their name"),
    ("victim", "their name"),
    ("afflicted", "who has"),
    ("wheelchair bound", "uses a wheelchair"),
    ("confined to", "uses"),
    ("burden", "what is too much"),
    ("tragic", "leave it out"),
    ("brave little", "their name"),
    ("little angel", "their name"),
    ("unfortunate", "leave it out"),
    ("sadly", "leave it out"),
    ("heartbreaking", "leave it out"),
    ("deprived", "say what is missing"),
    ("vulnerable", "say what could go wrong"),
  ])

  /// Words by which an action is known as caring for somebody (practice P34): kinds of help, as the
  /// brief assessment names them, in the words that people use.
  static let caring = [
    "cook", "cooks", "cooking", "make dinner", "makes dinner", "make tea", "makes tea",
    "make breakfast", "makes breakfast", "make lunch", "makes lunch", "meals", "housework", "clean",
    "cleans", "cleaning", "hoover", "hoovers", "hoovering", "laundry", "washing", "washes", "wash",
    "dress", "dresses", "dressing", "bath", "bathes", "bathing", "shower", "toilet", "lift",
    "lifts", "lifting", "hoist", "feed", "feeds", "feeding", "medicine", "medicines", "medication",
    "tablets", "injection", "insulin", "prescription", "interpret", "interprets", "interpreting",
    "translate", "translates", "shopping", "bills", "babysit", "babysits", "babysitting",
    "looks after", "look after", "looking after", "cares for", "care for", "caring for",
    "sits with", "sit with", "stays with", "stay with", "watches over", "watch over",
    "keeps an eye on", "keep an eye on", "checks on", "check on", "gets up at night", "school run",
    "comfort", "comforts", "comforting", "calms",
  ]

  static func isCaring(_ text: String) -> Bool {
    let words = " \(Text.folded(text)) "
    return caring.contains { words.contains(" \($0) ") }
  }
}
