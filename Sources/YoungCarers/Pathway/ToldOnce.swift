/// A question, and every time it was put to one child's family: a story should be told once.
public struct Told: Sendable, Equatable {
  public struct Asking: Sendable, Equatable {
    public var day: Day
    public var setting: String?
    public var form: Assessment.Form
    public var assessment: ID

    public init(day: Day, setting: String?, form: Assessment.Form, assessment: ID) {
      self.day = day
      self.setting = setting
      self.form = form
      self.assessment = assessment
    }
  }

  /// The code of the item; the same in every form that asks the same.
  public var question: String
  /// First to last.
  public var askings: [Asking]

  /// How many agencies asked it; those that nobody named count as one.
  public var agencies: Int { Set(askings.map { Text.folded($0.setting ?? "") }).count }
  public var isRepeated: Bool { askings.count > 1 }
}

/// The ledger of one child summed up, or of many.
public struct ToldTotals: Sendable, Equatable {
  public var children = 0
  public var questions = 0
  public var askings = 0
  /// Questions that were asked more than once of a child.
  public var repeated = 0
  /// Of those, the ones that more than one agency asked.
  public var byAgencies = 0

  public init() {}

  public mutating func add(_ ledger: [Told]) {
    guard !ledger.isEmpty else { return }
    children += 1
    questions += ledger.count
    askings += ledger.reduce(0) { $0 + $1.askings.count }
    repeated += ledger.count(where: \.isRepeated)
    byAgencies += ledger.count { $0.agencies > 1 }
  }
}

extension AssessmentForm {
  /// What an item asks, whatever form it stands in: `relied` of a brief assessment and of a needs
  /// assessment is one question. Nil where nobody is asked: what the assessor concludes, a register's
  /// numbers; and what is asked anew on purpose: safety and consent (practice P1, P4, P5), and how
  /// things are, which is scored again to see what has changed (P35).
  public static func question(_ code: String, of form: Assessment.Form) -> String? {
    form == .outcomes || notTold.contains(code) ? nil : code
  }

  private static let notTold: Set<String> = [
    "safe", "worries", "consent", "wordsMayBeSeenBy", "abuseOrNeglect",
    "attendance", "attendanceFrom", "attendanceTo", "suspensions",
    "level", "help", "inNeed", "prevention", "relieved", "others", "actions", "review",
    "appropriate", "decision", "evidence", "combined",
    "likelyNeed", "significantBenefit", "refusedBecause", "refusedAdvice", "eligible", "advice",
    "involved",
  ]
}

extension CaseFile {
  /// How often each question was asked about a child, and by whom, from all assessments that stand;
  /// questions in the order in which they were first asked. An assessment that another took the place
  /// of while it was under way is that one.
  public func told(_ child: ID) -> [Told] {
    var places: [String: Int] = [:]
    var ledger: [Told] = []
    for assessment in all(Assessment.self)
    where assessment.form != .outcomes && assessment.person.map(today) == today(child) {
      let asking = Told.Asking(
        day: assessment.finished ?? assessment.header.day, setting: assessment.setting,
        form: assessment.form, assessment: assessment.header.id)
      for code in Answers(assessment.answers).codes {
        guard let question = AssessmentForm.question(code, of: assessment.form) else { continue }
        if let place = places[question] {
          ledger[place].askings.append(asking)
        } else {
          places[question] = ledger.count
          ledger.append(Told(question: question, askings: [asking]))
        }
      }
    }
    return ledger
  }
}
