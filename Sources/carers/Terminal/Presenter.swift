import YoungCarers

/// Something worth saying that is not an error: `oakfield.csv: read as Windows-1252`.
struct Remark: Sendable, Equatable {
  var place: Place?
  var says: Sentence

  init(_ says: Sentence, at place: Place? = nil) {
    self.says = says
    self.place = place
  }
}

/// `--errors`.
enum ErrorForm: String, CaseIterable, Sendable {
  case text, json
}

/// Tells people on standard error what went wrong. Only here is a value read again from the input,
/// and it is masked where standard error is not a terminal: cron mails it.
final class Presenter {
  struct Options: Sendable {
    var errors = ErrorForm.text
    var colour = ColourChoice.auto
    var showValues = false
    var quiet = false
  }

  /// The bytes of a range of the file that a place names, as UTF-8 where the file is in something
  /// else; nil where they are gone. An input is spooled, so it can be read again.
  typealias Reread = (_ file: String, _ range: Range<Int>) -> [UInt8]?

  /// Set it for each input, and `finish` before the input goes.
  var reread: Reread = { _, _ in nil }

  /// What is taken away before anything is told.
  var progress: [Progress] = []

  private let options: Options
  private let style: Style
  private let width: Int
  private let showsValues: Bool
  private let output: Output
  private var groups: [ProblemGroup.Key: ProblemGroup] = [:]
  private var order: [ProblemGroup.Key] = []

  init(_ world: World, _ options: Options = Options()) {
    self.options = options
    style = Style(options.colour, on: world.stderr, world.environment)
    width = world.width
    showsValues = options.showValues || world.stderr.isTerminal
    output = Output(world.stderr, name: "standard error")
  }

  /// One problem among others: told at once as JSON, with its like at `finish` as text.
  func add(_ problem: Problem) {
    guard options.errors == .text else { return put(json(problem)) }
    let key = ProblemGroup.Key(problem)
    if groups[key] == nil { order.append(key) }
    groups[key, default: ProblemGroup()].add(problem)
  }

  /// What stopped the command, whatever it was, after the problems before it. An error that is not
  /// a `Problem` may hold anything, so only the name of its type is told.
  func stop(_ error: any Error) -> Int32 {
    if !(error is ReaderGone) { add(error as? Problem ?? Presenter.fault(error)) }
    finish()
    return exitStatus(of: error)
  }

  func remark(_ remark: Remark) {
    guard !options.quiet else { return }
    switch options.errors {
    case .text: put("carers: \(prefix(remark.place))\(remark.says.text(value: "•••"))\n")
    case .json:
      put(
        JSONLine(remark.place).string("remark", remark.says.text(value: "•••")).text)
    }
  }

  /// Tells what was added.
  func finish() {
    for key in order {
      if let group = groups[key] { put(text(group)) }
    }
    groups.removeAll()
    order.removeAll()
  }

  private static func fault(_ error: any Error) -> Problem {
    Problem(
      "fault", .fault, "a fault in carers (\(named: String(describing: type(of: error))))",
      cure: "Please report it, with the command that was given.")
  }

  /// A standard error that cannot be written to is nothing that could be told.
  private func put(_ text: String) {
    for line in progress { line.finish() }
    try? output.write(text)
    try? output.flush()
  }
}

extension Presenter {
  private func text(_ group: ProblemGroup) -> String {
    guard let first = group.examples.first else { return "" }
    var lines = [
      "carers: \(prefix(first.place))\(style.bold(sentence(first.says, first)))"
    ]
    if showsValues {
      let gutter = group.examples.map { String($0.place?.line ?? 0).utf8.count }.max() ?? 0
      lines += group.examples.flatMap { problem in
        let cure = group.cure == nil ? problem.cure : nil
        return excerpt(problem, gutter) + (cure.map { ["   " + sentence($0, problem)] } ?? [])
      }
    }
    lines += [group.summary, group.cure.map { sentence($0, first) }].compactMap {
      $0.map { "   " + $0 }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// `oakfield.csv:118: column DOB: `.
  private func prefix(_ place: Place?) -> String {
    guard let place else { return "" }
    let line = place.line.map { ":\($0)" } ?? ""
    let column = place.column.map { "column \(Visible.line($0)): " } ?? ""
    return "\(Visible.line(place.file))\(line): \(column)"
  }

  private func sentence(_ sentence: Sentence, _ problem: Problem) -> String {
    Visible.lines(sentence.text(value: value(problem)))
  }

  private func value(_ problem: Problem) -> String {
    guard showsValues else { return "•••" }
    guard let place = problem.place, let range = place.value, let bytes = read(place, range) else {
      return "this"
    }
    return "\"\(Visible.fitted(Visible.glyphs(bytes), to: max(20, width / 2)).text)\""
  }

  private func excerpt(_ problem: Problem, _ gutter: Int) -> [String] {
    guard let place = problem.place, let record = place.record else { return [] }
    let value = (place.value ?? record.lowerBound..<record.lowerBound).clamped(to: record)
    guard let before = read(place, record.lowerBound..<value.lowerBound, end: true),
      let marked = read(place, value),
      let after = read(place, value.upperBound..<record.upperBound)
    else { return [] }
    let number = place.line.map(String.init) ?? ""
    let space = String(repeating: " ", count: gutter - min(gutter, number.utf8.count))
    let excerpt = Excerpt(
      before: before, value: place.value == nil ? nil : marked, after: after,
      columns: width - gutter - 6)
    let line = "   \(space)\(style.dim("\(number) |")) \(excerpt.text)"
    guard !excerpt.carets.isEmpty else { return [line] }
    let empty = String(repeating: " ", count: gutter)
    return [line, "   \(empty)\(style.dim(" |")) \(style.red(excerpt.carets))"]
  }

  /// No more than a terminal shows, though a value may be as long as the file: the range's beginning
  /// or its end.
  private func read(_ place: Place, _ range: Range<Int>, end: Bool = false) -> [UInt8]? {
    guard !range.isEmpty else { return [] }
    let most = min(range.count, 4096)
    let part =
      end
      ? range.upperBound - most..<range.upperBound : range.lowerBound..<range.lowerBound + most
    return reread(place.file, part)
  }

  private func json(_ problem: Problem) -> String {
    JSONLine(problem.place)
      .string("code", problem.code)
      .number("status", Int(problem.status.rawValue))
      .string("says", problem.says.text(value: value(problem)))
      .string("cure", problem.cure.map { $0.text(value: value(problem)) })
      .text
  }
}
