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
      "How it is written.", valueName: Format.allCases.map(\.rawValue).joined(separator: "|")))
  var format: Format = .table

  @Flag(name: .long, help: "CSV for a spreadsheet: a byte order mark, and formulas made harmless.")
  var excel = false

  @OptionGroup var mail: MailOptions
  @OptionGroup var file: FileOptions

  enum Format: String, Choice { case table, csv, json, md, html, eml }
}

extension Session {
  /// Writes a report as it was asked for.
  func write(_ report: Disclosed<Report>, _ options: ReportOptions) throws {
    try writeText(
      try report.map { try text($0, options) }, options.file)
  }

  private func text(_ report: Report, _ options: ReportOptions) throws -> String {
    guard options.format == .eml || options.mail.to.isEmpty && options.mail.from == nil else {
      throw Problem(
        "mail-format", .usage, at: Place(file: "--mail-to"), "only --format eml is a mail",
        cure: "Add --format eml, or leave the addresses out.")
    }
    let isShown = world.stdout.isTerminal && options.file.output == nil
    switch options.format {
    case .table:
      return PlainReport(
        report: report, width: isShown ? world.width : 80, style: isShown ? style : .plain,
        hasBars: isShown && world.environment["TERM"] != "dumb"
      ).text
    case .md: return MarkdownReport(report: report).text
    case .html: return ReportPage(report: report).html
    case .csv: return ReportData(report: report).csv(excel: options.excel)
    case .json: return ReportData(report: report).json
    case .eml: return try mail(report, options.mail).text
    }
  }
}
