import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// List 2 of Ofsted's Annex A.
struct ReportAnnexA: Command {
  static let configuration = CommandConfiguration(
    commandName: "annex-a", abstract: "Ofsted's Annex A, List 2: early help assessments, as CSV.",
    discussion: """
      Examples:
        carers report annex-a --inspection 7/12/2026 -o list2.csv
        carers report annex-a --excel -o list2.csv

      All early help assessments of young carers in the six months before the date of inspection: brief \
      and needs assessments, under way or finished since, in the annex's eight columns. The child's id \
      is the council system's own where it is known. It has dates of birth: it is for the council's own \
      officers and the inspector.
      """)

  @Argument(
    help: ArgumentHelp("Entries, or references; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("The date of inspection; today, unless said.", valueName: "date"))
  var inspection: String?

  @Flag(name: .long, help: "For a spreadsheet: a byte order mark, and formulas made harmless.")
  var excel = false

  @OptionGroup var file: FileOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let day = try inspection.map { try session.day($0, "--inspection") } ?? session.today
    let entries = try session.entries(files)
    let service = try session.service(entries.store).text(.nameService)
    let rows = try entries.store.read(
      as: session.actor, for: .report, at: session.world.clock()
    ) { reader in
      var rows: [EarlyHelpAssessment] = []
      try reader.eachCase(entries.selected) { rows += $0.earlyHelp(inspectedOn: day, by: service) }
      reader.look(at: rows.map(\.family))
      return EarlyHelpAssessment.ordered(rows)
    }
    if rows.content.isEmpty { session.status = 1 }
    try session.writeText(
      rows.map { rows in
        var bytes: [UInt8] = []
        let writer = CSVWriter(excel: excel)
        writer.begin(&bytes)
        writer.write(EarlyHelpAssessment.columns, to: &bytes)
        for row in rows { writer.write(row.values, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
      }, file)
    try session.say(
      rows.content.isEmpty
        ? "No early help assessment was under way in the six months before \(day.spoken)."
        : "\(rows.content.count) early help \(rows.content.count == 1 ? "assessment" : "assessments") in the six months before \(day.spoken)."
    )
  }
}
