import ArgumentParser
import YoungCarers

/// What a report takes that can be a list of the cases behind its figures.
struct WorkListOptions: ParsableArguments {
  @OptionGroup var report: ReportOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Of a list: the columns to show, or help for their names.", valueName: "a,b,c"))
  var fields: String?

  /// For figures. Throws where columns of a list were asked for.
  func figures() throws -> ReportOptions {
    guard fields == nil else {
      throw Problem(
        "fields-figures", .usage, "--fields is of a list, and these are figures",
        cure: "Say which list: see --help.")
    }
    return report
  }

  /// The same for a list. Throws where the form is one of figures alone.
  func list() throws -> OutputOptions {
    var output = OutputOptions()
    output.format = try report.format.map { format in
      guard let known = OutputOptions.Format(rawValue: format.rawValue) else {
        throw Problem(
          "format-figures", .usage, "a list is not written as \(named: format.rawValue)",
          cure: "Give --format table, jsonl, json, csv, tsv or md.")
      }
      return known
    }
    output.fields = fields
    output.excel = report.excel
    output.file = report.file
    return output
  }
}
