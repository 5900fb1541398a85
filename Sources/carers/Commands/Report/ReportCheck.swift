import ArgumentParser
import Interchange
import Reports
import Storage
import YoungCarers

/// May these tables be published?
struct ReportCheck: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "May this table be published? What it gives away.",
    discussion: """
      Examples:
        carers report check census.csv
        carers report check november.csv --previous october.csv
        carers report outcomes --format csv | carers report check -

      Any table as CSV will do, with titles above it or not: totals are found by their names and by the \
      numbers. It names each number that is held back and can be worked out all the same, how, and each \
      of 1 to 4 that is shown. What it finds it writes to standard output, and the status is 1.
      """)

  @Argument(
    help: ArgumentHelp("Tables as CSV; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "An earlier table of the same quantities; may be given again.", valueName: "file"),
    completion: .file())
  var previous: [String] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let before = try previous.flatMap { try tables($0, session) }
    let threshold = try session.settled().number(.disclosureThreshold)
    let audits = try files.map { file in
      (file, Audit(try tables(file, session), previous: before, threshold: max(threshold, 2)))
    }
    if audits.contains(where: { !$0.1.findings.isEmpty }) { session.status = 1 }
    if output.format != nil || output.fields != nil {
      return try session.write(
        session.given(Self.listing(audits)), output, empty: "Nothing was found.")
    }
    let text = audits.map { AuditText(file: $0, audit: $1).text }.joined(separator: "\n")
    try session.writeText(session.given(text), output.file)
  }

  private func tables(_ file: String, _ session: Session) throws -> [AuditedTable] {
    let tables = AuditedTable.all(in: try session.rows(Spool(opening: file, session.world)))
    guard !tables.isEmpty else {
      throw Problem(
        "table-none", .data, at: Place(file: file), "there is no table of numbers in it",
        cure: "Save the sheet as CSV: a row of headings, and a row for each line of numbers.")
    }
    return tables
  }

  private static func listing(_ audits: [(file: String, audit: Audit)]) -> Listing {
    Listing(
      columns: [
        .init(name: "file", title: "File", minimum: 8, priority: 1),
        .init(name: "finding", title: "Finding", minimum: 12, priority: 6),
        .init(name: "table", title: "Table", minimum: 6, priority: 2),
        .init(name: "row", title: "Row", minimum: 8, priority: 5),
        .init(name: "column", title: "Column", minimum: 8, priority: 4),
        .init(name: "value", title: "Number", isNumber: true, priority: 7),
        .init(name: "because", title: "Because", minimum: 12, priority: 3, wraps: true),
      ],
      rows: audits.flatMap { file, audit in
        audit.findings.map { found in
          [
            file, found.kind.rawValue, found.table, found.row, found.column, String(found.value),
            found.because,
          ]
        }
      })
  }
}

/// What was found in one file, for people.
struct AuditText {
  let file: String
  let audit: Audit

  var text: String {
    let kinds: [(Audit.Finding.Kind, String)] = [
      (.recovered, "held back, and can be worked out"),
      (.small, "small, and shown"),
      (.difference, "small differences from what was published before"),
    ]
    let parts = kinds.compactMap { kind, title -> String? in
      let found = audit.findings.filter { $0.kind == kind }
      guard !found.isEmpty else { return nil }
      return (["\(file): \(found.count) \(title)"] + found.map(Self.line)).joined(separator: "\n")
    }
    return (parts + [looked]).joined(separator: "\n") + "\n"
  }

  private static func line(_ found: Audit.Finding) -> String {
    let place = [
      found.table.isEmpty ? nil : "table \(found.table)",
      found.row.isEmpty ? nil : "row \(found.row)", "column \(found.column)",
    ].compactMap { $0 }.joined(separator: ", ")
    let because = found.because.map { ", because \($0)" } ?? ""
    return "  \(Visible.line("\(place): \(found.value)\(because)"))"
  }

  private var looked: String {
    func some(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    let what =
      "\(some(audit.numbers, "number")), \(audit.held) held back, \(some(audit.totals, "total"))"
    return audit.findings.isEmpty
      ? "\(file): nothing was found in \(what)" : "\(file): looked at \(what)"
  }
}
