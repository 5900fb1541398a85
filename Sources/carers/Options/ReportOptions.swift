import ArgumentParser
import Interchange
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
      "How it is written; a table, unless said otherwise.",
      valueName: Format.allCases.map(\.rawValue).joined(separator: "|")))
  var format: Format?

  @Flag(name: .long, help: "CSV for a spreadsheet: a byte order mark, and formulas made harmless.")
  var excel = false

  @Option(
    name: .customLong("as-at"),
    help: ArgumentHelp(
      "Only what was written down by the end of that day, or by that moment.", valueName: "time"))
  var asAt: String?

  @OptionGroup var mail: MailOptions
  @OptionGroup var file: FileOptions

  /// Those of figures, and those of the lists behind them.
  enum Format: String, Choice { case table, csv, tsv, json, jsonl, md, html, eml }
}

extension Session {
  /// What a report is about: the entries given, as they stood at the time that is asked for.
  func entries(for report: ReportOptions) throws -> Entries {
    try entries(for: report, in: streams(report.files))
  }

  func entries(for report: ReportOptions, in streams: [Spool]?) throws -> Entries {
    let entries = try entries(in: streams, given: !report.files.isEmpty)
    guard let asked = report.asAt else { return entries }
    let time = try moment(asked)
    knownUntil = time
    return Entries(
      store: try entries.store.asItStood(at: time, act), selected: entries.selected, read: [])
  }

  /// What `--as-at` means: that moment, or the end of that day.
  func moment(_ asked: String) throws -> Instant {
    try Instant(asked) ?? Instant(inLondonOn: day(asked, "--as-at") + 1, at: .midnight).before
  }

  /// Writes a report as it was asked for, with what its audience may read.
  func write(_ report: Disclosed<Report>, _ options: ReportOptions) throws {
    try release(report, options.release) { released in
      try prepared(text(released.telling, options), options.file)
    }
  }

  /// The same for managers of the service, who may see everybody in it: true counts, as they are for
  /// recipients who are named. It is not made to be published: it names workers, and counts one child
  /// in many cells of which nothing says that they are the same.
  func writeForManagers(_ report: Disclosed<Report>, _ options: ReportOptions) throws {
    if options.release.audience == .contract { return try write(report, options) }
    guard options.release.isUnasked else {
      throw Problem(
        "report-internal", .usage, at: Place(file: "--audience"),
        "this report is for managers of the service, and not for the board or the public",
        cure: "Leave --audience away; or give --audience contract, and whom it is for.")
    }
    try writeText(
      report.map { report in
        var report = report
        report.preface.insert("For managers of the service; not for publication.", at: 0)
        return try text(report, options)
      }, options.file)
  }

  private func text(_ report: Report, _ options: ReportOptions) throws -> String {
    guard options.format == .eml || options.mail.to.isEmpty && options.mail.from == nil else {
      throw Problem(
        "mail-format", .usage, at: Place(file: "--mail-to"), "only --format eml is a mail",
        cure: "Add --format eml, or leave the addresses out.")
    }
    let isShown = world.stdout.isTerminal && options.file.output == nil
    switch options.format {
    case nil, .table:
      return PlainReport(
        report: report, width: isShown ? world.width : 80, style: isShown ? style : .plain,
        hasBars: isShown && world.environment["TERM"] != "dumb"
      ).text
    case .md: return MarkdownReport(report: report).text
    case .html: return ReportPage(report: report).html
    case .csv: return ReportData(report: report).csv(excel: options.excel)
    case .json: return ReportData(report: report).json
    case .eml: return try mail(report, options.mail).text
    case .tsv, .jsonl:
      throw Problem(
        "format-list", .usage, at: Place(file: "--format"),
        "that is a form of lists, not of figures",
        cure: "Give --format table, csv, json, md, html or eml.")
    }
  }
}

extension Session {
  /// Rows of data with true counts, as they come: for named recipients.
  func writeRows<Content>(
    _ content: Disclosed<Content>, _ options: ReportOptions,
    _ rows: (Content, ([String?]) throws -> Void) throws -> Void
  ) throws {
    let file = try AtomicFile(
      options.file.output ?? "-", mode: options.file.permissions(), world)
    let writer = CSVWriter(excel: options.excel)
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    try rows(content.content) { row in
      writer.write(row, to: &bytes)
      if bytes.count > 1 << 16 {
        try file.output.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try file.output.write(bytes)
    try file.commit()
  }
}
