import ArgumentParser
import Reports
import Storage
import YoungCarers

/// What every report takes: where its entries come from, who is to read it, and how it is written.
struct ReportOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Entries, or references to a store's; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @OptionGroup var release: ReleaseOptions

  @Option(
    help: ArgumentHelp(
      "How it is written.", valueName: Format.allCases.map(\.rawValue).joined(separator: "|")))
  var format: Format = .table

  @Flag(name: .long, help: "CSV for a spreadsheet: a byte order mark, and formulas made harmless.")
  var excel = false

  @OptionGroup var file: FileOptions

  enum Format: String, Choice { case table, csv, json, md, html }
}

extension Session {
  /// Writes a report as it was asked for, with what its audience may read.
  func write(_ report: Disclosed<Report>, _ options: ReportOptions) throws {
    try release(report, options.release) { released in
      try prepared(
        ReportText(report: released).text(options.format, excel: options.excel), options.file)
    }
  }
}
