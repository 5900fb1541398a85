/// An item of an instrument whose answer alone is a safeguarding alarm, whatever the sum (practice P1).
public struct ItemAlarm: Sendable, Equatable {
  /// The item as answers name it: `PANOC-YC20.16`.
  public var code: String
  /// The lowest answer that raises it.
  public var atLeast: Int
  /// What the flag says: `PANOC-YC20 item 16`.
  public var says: String

  public init(code: String, atLeast: Int, says: String) {
    self.code = code
    self.atLeast = atLeast
    self.says = says
  }
}

extension Instrument {
  /// Its items as a form takes them, `MACA-YC18.3`. No wording is ours to print.
  public var formItems: [Item] {
    (1...count).map { Item("\(code).\($0)", "\(code), item \($0)", .number(scale)) }
  }

  /// The items whose answer alone is an alarm (practice P1).
  public var itemAlarms: [ItemAlarm] {
    alarms.map {
      ItemAlarm(code: "\(code).\($0.item)", atLeast: $0.atLeast, says: "\(code) item \($0.item)")
    }
  }
}

/// What follows from the answers of a brief assessment, whoever made it. The entries have no header
/// yet: whoever writes them gives one.
public struct BriefFindings: Sendable, Equatable {
  public struct Alarm: Sendable, Equatable {
    public var raised: String
    /// What is feared, in the words that were given.
    public var text: String?

    public init(raised: String, text: String? = nil) {
      self.raised = raised
      self.text = text
    }
  }

  public var alarms: [Alarm] = []
  public var education: Education?
  public var consent: Consent?
  /// Nil while nobody has said what help is needed.
  public var outcome: String?
  /// What whoever made it should hear.
  public var remarks: [Sentence] = []
}

extension Assessment {
  /// Identified and counted, and no case of the service (practice P10).
  public static let supported = "supported by the setting"
  public static let referred = "referred"

  /// Throws where the period of the attendance ends before it begins.
  public func briefFindings(alarms: [ItemAlarm] = []) throws -> BriefFindings {
    let answers = Answers(self.answers)
    var findings = BriefFindings()
    findings.alarms = Self.alarms(answers, alarms)
    findings.consent = consent(answers)
    try takeEducation(answers, into: &findings)
    switch answers["level"] {
    case nil: findings.outcome = nil
    // A concern is never the setting's alone, whatever help it means to give (practice P10).
    case "none" where findings.alarms.isEmpty, "the setting's own" where findings.alarms.isEmpty:
      findings.outcome = Self.supported
    default: findings.outcome = Self.referred
    }
    return findings
  }

  /// Each stands on its own: a quiet total or a calm answer to another item clears nothing (P1).
  public static func alarms(_ answers: Answers, _ items: [ItemAlarm]) -> [BriefFindings.Alarm] {
    var alarms: [BriefFindings.Alarm] = []
    if answers.truth("safe") == false {
      alarms.append(.init(raised: "safeguarding: the child does not feel safe"))
    }
    if let worries = answers["worries"], !saysNo(worries) {
      alarms.append(.init(raised: "safeguarding: somebody is worried", text: worries))
    }
    for item in items {
      guard let answer = answers.number(item.code), answer >= item.atLeast else { continue }
      alarms.append(.init(raised: "safeguarding: \(item.says)"))
    }
    return alarms
  }

  /// `Is anybody worried?` may be answered with a bare no. Anything more is read by somebody.
  static func saysNo(_ words: String) -> Bool {
    [
      "no", "none", "nobody", "no one", "nothing", "nil", "n a", "na", "no worries", "no concerns",
      "",
    ]
    .contains(Text.folded(words))
  }

  /// A fact of its own (P3, P4), about this assessment alone. It never stops it being kept.
  private func consent(_ answers: Answers) -> Consent? {
    guard let answer = answers["consent"] else { return nil }
    var consent = Consent()
    consent.person = person
    consent.answer = Consent.Answer(rawValue: answer)
    consent.giver = consent.answer == .notAsked ? nil : "child and family"
    consent.how = setting.map { "asked by \($0)" }
    consent.what = [Consent.briefAssessment]
    return consent
  }

  /// Attendance, suspensions and attainment are facts of a period, with who says so (P22).
  private func takeEducation(_ answers: Answers, into findings: inout BriefFindings) throws {
    let (attendance, suspensions) = (answers["attendance"], answers.number("suspensions"))
    let attainment = answers["attainment"]
    guard attendance != nil || suspensions != nil || attainment != nil else { return }
    guard let starts = answers["attendanceFrom"].flatMap({ Day($0) }),
      let ends = answers["attendanceTo"].flatMap({ Day($0) })
    else {
      findings.remarks.append(
        "attendance, suspensions or attainment came without attendanceFrom and attendanceTo: they stay an answer, and are no fact about a period"
      )
      return
    }
    guard starts <= ends else {
      throw Problem(
        "period-backwards", .data, "attendanceTo is a day before attendanceFrom",
        cure: "Give the first and the last day of the period.")
    }
    var education = Education()
    education.person = person
    education.source = answers["schoolSays"] ?? setting
    education.starts = starts
    education.ends = ends
    education.attendance = attendance
    education.suspensions = suspensions
    education.attainment = attainment
    findings.education = education
  }
}
