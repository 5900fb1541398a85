import ArgumentParser
import YoungCarers

/// What is said of a needs or transition assessment.
struct AssessmentOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The child's id, or a case's with one child.", valueName: "child"))
  var id: String

  @Argument(
    help: ArgumentHelp(
      "Answers; and files of entries, - is standard input.", valueName: "item=value|file"),
    completion: .file())
  var words: [String] = []

  @Option(
    name: .customLong("answers"),
    help: ArgumentHelp("A file of answers, a line each; - is standard input.", valueName: "file"),
    completion: .file())
  var file: String?

  @Option(
    name: .customLong("cares-for"),
    help: ArgumentHelp("Whom the child cares for: an id, or mother, brother…", valueName: "whom"))
  var caresFor: String?

  @Option(help: ArgumentHelp("The day it was asked for, or the need appeared.", valueName: "date"))
  var requested: String?

  @Option(help: ArgumentHelp("Who asked, or that the need appears.", valueName: "who"))
  var by: Requester?

  @Option(help: ArgumentHelp("The day it began.", valueName: "date"))
  var started: String?

  @Option(help: ArgumentHelp("The day information was given beforehand.", valueName: "date"))
  var informed: String?

  @Option(help: ArgumentHelp("Who makes it.", valueName: "name"))
  var assessor: String?

  @Flag(help: "The assessor is trained for it.")
  var trained = false

  @Flag(name: .customLong("joint-visit"), help: "It is a joint visit with adult services.")
  var jointVisit = false

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("What cannot be known yet, and why.", valueName: "item=reason"))
  var pending: [String] = []

  @Option(help: ArgumentHelp("What changed since the last for the same person.", valueName: "text"))
  var changed: String?

  @Option(
    help: ArgumentHelp("The day it was passed to the council.", valueName: "date"))
  var passed: String?

  enum Requester: String, Choice {
    case child, parent, appears
    var words: String { self == .appears ? "need appeared" : rawValue }
  }

  var entryFiles: [String] { words.filter { !$0.contains("=") } }

  /// The answers, and the items that wait with a reason. Each item must be the form's.
  func answers(_ form: AssessmentForm, _ session: Session) throws -> (Answers, Answers) {
    var answers = Answers()
    let lines: [(line: String, place: Place?)] =
      try file.map { try Spool(opening: $0, session.world).answerLines().map { ($0, $1) } } ?? []
    for (line, place) in lines + words.filter({ $0.contains("=") }).map({ ($0, nil) }) {
      do {
        guard let (code, value) = Answers.parted(line) else { throw Self.notAnswer }
        try form.take(value, for: code, into: &answers, today: session.today)
      } catch var problem as Problem {
        problem.place = place
        throw problem
      }
    }
    var waiting = Answers()
    for line in pending {
      guard let (code, reason) = Answers.parted(line), !reason.isEmpty else { throw Self.notAnswer }
      guard form.item(code) != nil else {
        throw Problem(
          "item-unknown", .data,
          "a \(named: form.form.rawValue) assessment has no item \"\(named: code)\"",
          cure: Nearest.cure(code, among: form.items.map(\.code)))
      }
      waiting[code] = Text.composed(reason)
    }
    return (answers, waiting)
  }

  private static let notAnswer = Problem(
    "item-line", .data, "this does not begin with an item and =",
    cure: "For example amount=\"cooks and shops each day\".")
}
