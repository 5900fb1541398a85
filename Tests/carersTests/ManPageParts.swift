import Foundation
import Reports
import TestSupport
import YoungCarers

@testable import carers

/// The parts of the manual that follow from the code: the kinds of carers-entries(5), the settings of
/// carers-config(5). With `CARERS_RECORD=1` they are written anew before they are compared.
enum ManPageParts {
  static let records = ProcessInfo.processInfo.environment["CARERS_RECORD"] == "1"

  static let recorded: Void = {
    guard records else { return }
    write(Kind.allCases.map(section), to: "carers-entries.5", ".Ss family\n", ".Sh SQLITE\n")
    write(settings, to: "carers-config.5", ".Ss Settings of the service\n", ".Sh EXAMPLES\n")
    write(measures, to: "carers-report.1", ".Sh MEASURES\n", ".Sh EXIT STATUS\n")
  }()

  private static func write(_ lines: [String], to name: String, _ first: String, _ end: String) {
    let page = ManPage.folder.appending(path: name)
    guard let text = try? String(contentsOf: page, encoding: .utf8),
      let start = text.range(of: first), let stop = text.range(of: end)
    else { return }
    let written = text[..<start.lowerBound] + lines.joined() + text[stop.lowerBound...]
    try? String(written).write(to: page, atomically: true, encoding: .utf8)
  }

  /// Each setting of a service, its value where nobody says otherwise, and the source of that.
  static let settings: [String] = {
    let items = YoungCarers.Service.Name.allCases.map { name in
      let values = Profile.allCases.map { ($0, YoungCarers.Service($0)[name].text) }
      let usual = YoungCarers.Service(.plain)[name].text
      let others = values.filter { $0.1 != usual }.map { "; \($0.0.rawValue): \($0.1)" }
      return """
        .It Cm \(name.rawValue)
        \(name.about)
        .br
        \(usual.isEmpty ? "Nothing" : usual)\(others.joined()).
        .br
        Source: \(name.source).

        """
    }
    return [
      """
      .Ss Settings of the service
      Below
      .Cm [service]
      stand the service's own values, each as a text, a number or a list;
      or as a table with
      .Cm value
      and
      .Cm source ,
      so that
      .Xr carers-config 1
      shows where it comes from.
      Here each has its value where no file says otherwise.
      .Bl -tag -width Ds

      """
    ] + items + [".El\n"]
  }()

  /// Each measure of a period's report: the code by which data, targets and explanations know it.
  static let measures: [String] =
    [
      """
      .Sh MEASURES
      What
      .Cm month , quarter
      and
      .Cm year
      count, by the code that data, targets and
      .Fl Fl explain
      know it by:
      .Bl -tag -width Ds -compact

      """
    ] + Measure.allCases.map { ".It Cm \($0.rawValue)\n\($0.title)\n" } + [".El\n"]

  private static func section(_ kind: Kind) -> String {
    let every = Set(HeaderPlace.day...HeaderPlace.worker)
    let own = kind.layout.fields.enumerated().filter { !every.contains($0.offset) }
      .map(\.element).sorted { $0.name < $1.name }
    let items = own.map { field in
      """
      .It Cm \(field.name) Pq \(field.type.words)\(field.isRequired ? " , required" : "")
      \(field.about)

      """
    }
    let about = kind.about.replacing(". ", with: ".\n")
    return ".Ss \(kind)\n\(about)\n.Bl -tag -width Ds\n\(items.joined()).El\n"
  }
}
