import Interchange
import YoungCarers

/// The answers of one scoring as they are collected.
struct FamilyAnswers {
  private let setting: FamilySetting
  private(set) var answers = Answers()

  init(_ setting: FamilySetting) { self.setting = setting }

  private var form: AssessmentForm { setting.forms.form }

  /// Takes `item=value`, an area by either spelling. Throws, with the place, where it is none.
  mutating func take(line: String, at place: Place) throws {
    do {
      guard let (typed, value) = Answers.parted(line) else {
        throw Problem(
          "answer-line", .data, "the line does not begin with an item and =",
          cure: "For example family=4: carers assess form --form outcomes prints the items.")
      }
      try form.take(
        value, for: FamilyForms.code(typed), into: &answers, today: setting.today)
    } catch var problem as Problem {
      problem.place = place
      throw problem
    }
  }

  /// Lines `item=value`.
  mutating func take(_ spool: Spool) throws {
    for (line, place) in try spool.answerLines() { try take(line: line, at: place) }
  }

  /// Asks at the terminal; a child first of all which answers a parent may see (practice P7).
  mutating func ask(_ session: Session) throws {
    let scale = setting.forms.scale
    try session.say("\(scale.text). \(Scale.higherIsBetter)")
    for item in setting.forms.own.items(for: setting.scorer) { try ask(item, session) }
  }

  private mutating func ask(_ item: Item, _ session: Session) throws {
    while true {
      let question = "\(item.question) [\(item.allowed)]"
      guard let given = try session.asking.ask(question, option: "--answers") else { return }
      do {
        return try form.take(given, for: item.code, into: &answers, today: setting.today)
      } catch let problem as Problem {
        try session.insist(problem.cure?.text(value: "") ?? "That is no answer.")
      }
    }
  }
}
