import Interchange
import YoungCarers

/// The answers of one brief assessment as they are collected.
struct BriefAnswers {
  private let brief: BriefSetting
  private(set) var answers = Answers()

  init(_ brief: BriefSetting) { self.brief = brief }

  private var form: AssessmentForm { brief.forms.form }

  /// Takes `item=value`. Throws, with the place, where it is none or no answer.
  mutating func take(line: String, at place: Place) throws {
    do {
      guard let (code, value) = Answers.parted(line) else {
        throw Problem(
          "answer-line", .data, "the line does not begin with an item and =",
          cure: "For example hours=10-19: carers assess form prints the items.")
      }
      try form.take(value, for: code, into: &answers, today: brief.today)
    } catch var problem as Problem {
      problem.place = place
      if let (code, _) = Answers.parted(line), form.item(code) != nil {
        problem.place?.column = code
      }
      throw problem
    }
  }

  /// Lines `item=value`.
  mutating func take(_ spool: Spool) throws {
    for (line, place) in try spool.answerLines() { try take(line: line, at: place) }
  }

  /// Asks at the terminal: every item, or only the needed ones that nobody has answered. What the
  /// child has told somebody is not asked again.
  mutating func ask(_ session: Session, all: Bool, known: Set<String>) throws {
    let items = brief.forms.own.items
    let told = items.filter { known.contains($0.code) && answers[$0.code] == nil }
    if all, !told.isEmpty {
      try session.say(
        "Already answered, not asked again: \(told.map(\.code).joined(separator: ", ")).")
    }
    for item in items where answers[item.code] == nil && !known.contains(item.code) {
      guard all || item.isNeeded && !brief.unfinished else { continue }
      if let first = Self.follows[item.code], answers[first] == nil { continue }
      try ask(item, session)
    }
  }

  /// Items that mean something only where another is answered.
  private static let follows = [
    "wordsMayBeSeenBy": "words", "attendanceFrom": "attendance", "attendanceTo": "attendance",
    "suspensions": "attendance",
  ]

  private mutating func ask(_ item: Item, _ session: Session) throws {
    let needed = item.isNeeded && !brief.unfinished
    let question = "\(item.question) [\(item.allowed)]\(needed ? ", needed" : "")"
    while true {
      guard let given = try session.asking.ask(question, option: "--answers") else {
        guard needed else { return }
        try session.insist("This one is needed; Ctrl-D stops, and keeps nothing.")
        continue
      }
      do {
        return try form.take(given, for: item.code, into: &answers, today: brief.today)
      } catch let problem as Problem {
        try session.insist(problem.cure?.text(value: "") ?? "That is no answer.")
      }
    }
  }
}
