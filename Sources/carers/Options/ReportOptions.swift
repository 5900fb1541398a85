import ArgumentParser
import Reports
import Storage
import YoungCarers

/// What every report takes: where its entries come from, and how it is written.
struct ReportOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Entries, or references to a store's; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "How it is written; a table, unless said otherwise.",
      valueName: Format.allCases.map(\.rawValue).joined(separator: "|")))
  var format: Format?

  @Flag(name: .long, help: "CSV for a spreadsheet: a byte order mark, and formulas made harmless.")
  var excel = false

  @OptionGroup var file: FileOptions

  enum Format: String, Choice { case table, csv, tsv, json, jsonl, md, html }
}

extension Session {
  /// Writes a report as it was asked for.
  func write(_ report: Disclosed<Report>, _ options: ReportOptions) throws {
    try writeText(
      report.map { ReportText(report: $0).text(options.format ?? .table, excel: options.excel) },
      options.file)
  }
}
