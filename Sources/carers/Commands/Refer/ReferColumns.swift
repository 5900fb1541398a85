import ArgumentParser
import Foundation
import Interchange
import Storage
import YoungCarers

/// Shows what each column of a sheet would be taken for.
struct ReferColumns: Command {
  static let configuration = CommandConfiguration(
    commandName: "columns",
    abstract: "Propose what each column of a CSV is, with three samples, before importing it.",
    discussion: """
      Examples:
        carers refer columns oakfield.csv
        carers refer columns oakfield.csv --map "Known as=preferred"
        carers refer columns oakfield.csv --save oakfield.toml

      --save keeps the proposal as a profile for refer import --profile.
      """)

  @Argument(
    help: ArgumentHelp("CSV files; - is standard input.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp("Keep the proposal as a profile.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var save: String?

  @OptionGroup var sheet: SheetOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let profile = try sheet.sheetProfile(session)
    if save != nil, files.count > 1 {
      throw Problem(
        "save-files", .usage, "one profile is saved from one file, and \(files.count) were given")
    }
    for name in files {
      let spool = try Spool(opening: name, session.world)
      let sheet = try Sheet.look(
        spool.source(), named: spool.name, profile: profile, today: session.today)
      for remark in sheet.remarks where remark.code != "not-taken" {
        session.presenter.remark(Remark(remark.says, at: Place(file: sheet.file)))
      }
      try session.write(
        session.given(Self.listing(sheet)), output, empty: "There are no columns.")
      if let save { try keep(sheet, profile, save, session) }
    }
    if save == nil {
      try session.say(
        "Next: carers refer import \(files.joined(separator: " ")), or --save PROFILE.toml first.")
    }
  }

  private static func listing(_ sheet: Sheet) -> Listing {
    Listing(
      columns: [
        .init(name: "number", title: "#", isNumber: true, minimum: 2, priority: 2),
        .init(name: "header", title: "Column", minimum: 10, priority: 4),
        .init(name: "field", title: "Taken for", minimum: 9, priority: 3),
        .init(name: "samples", title: "Samples", minimum: 12, priority: 1),
      ],
      rows: sheet.columns.map {
        [
          String($0.number), $0.header, $0.field?.rawValue ?? "(not taken)",
          $0.samples.joined(separator: " · "),
        ]
      })
  }

  private func keep(_ sheet: Sheet, _ profile: SheetProfile, _ path: String, _ session: Session)
    throws
  {
    let file = try AtomicFile(path, session.world)
    try file.output.write(ProfileFile.text(sheet, profile))
    try file.commit()
    try session.say("Saved \(path). Next: carers refer import \(sheet.file) --profile \(path)")
  }
}
