import ArgumentParser
import YoungCarers

/// Scores answer sheets. A pure filter: no store is opened.
struct AssessScore: Command {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Score answers to MACA-YC18, PANOC-YC20 and others.",
    discussion: """
      Examples:
        carers assess score answers.jsonl > scores.jsonl
        carers assess score panoc.csv --code PANOC-YC20
        carers export --store leeds.sqlite | carers assess score -
        carers assess score answers.jsonl --instrument own.toml --format table

      It reads one answer sheet a line, {"id":"S-1","instrument":"MACA-YC18","answers":{"1":2,"2":0}}, \
      or a stream of entries with assessments, or CSV with a column for each item, and opens no \
      store. A missing item is not zero. A safeguarding flag is always said, and gives status 1. \
      See carers-assess(1) and carers-instruments(5).
      """)

  @Argument(
    help: ArgumentHelp(
      "JSON Lines or CSV; standard input, also as -, without one.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(
    name: .customLong("instrument"), parsing: .singleValue,
    help: ArgumentHelp(
      "An instrument of the service's own, instead of the configuration's.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var instruments: [String] = []

  @Option(
    help: ArgumentHelp(
      "The instrument of sheets that do not say theirs: MACA-YC18, PANOC-YC20…",
      valueName: "code"))
  var code: String?

  @Flag(help: "Write nothing where any sheet is rejected.")
  var strict = false

  @Flag(name: .long, help: "Accept a stream whose end is missing.")
  var partial = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    if let store = common.store, store != "-" {
      throw Problem(
        "score-store", .usage, "assess score opens no store",
        cure: "Let carers export write its entries: carers export | carers assess score.")
    }
    if files.isEmpty, session.world.stdin.isTerminal {
      throw Problem(
        "answers-unnamed", .usage, "there are no answers, and nothing comes from a pipe",
        cure: "Give a file: carers assess score answers.jsonl.")
    }
    let known = try session.instruments(instruments)
    if let code, known.place(of: code) == nil {
      throw Problem(
        "instrument-unknown", .usage, "no instrument has the code \(named: code)",
        cure: Nearest.cure(code, among: known.all.map(\.code)))
    }
    if try session.explained(output, ScoreRow.columns) { return }
    let scoring = try Scoring(session, known, output)
    for name in files.isEmpty ? ["-"] : files {
      let spool = try Spool(opening: name, session.world)
      try scoring.take(spool, code: code, partial: partial)
    }
    try scoring.finish(strict: strict)
  }
}
