import ArgumentParser
import YoungCarers

/// A page of the plan as text, HTML or Markdown, by its template.
struct PlanRendering {
  enum Format: String, Choice { case text, html, md }

  let format: Format
  let isLarge: Bool
  private let template: Template

  init(_ format: Format, isLarge: Bool, _ service: Service, _ world: World) throws {
    self.format = format
    self.isLarge = isLarge
    template = try Template(format == .html ? .planPage : .planText, service, world)
  }

  func text(_ page: PlanPage) -> String {
    var data = PlanData(page) { [format] text in
      format == .md ? Visible.markdown(text) : Visible.line(text)
    }.fields
    if isLarge { data["isLarge"] = true }
    let text = template.text(data)
    return format == .text ? PlainPage(markdown: text).text : text
  }
}

extension Template.Name {
  private static let fields =
    PlanData.fields + ["text", "rows", "title", "number", "what", "who", "due", "state", "lessens"]
    + ["area", "onlyFor"]

  static let planPage = Template.Name(
    setting: .templatePlan, shipped: PackageResources.plan_html_mustache, isPage: true,
    fields: fields)

  /// Markdown; plain text is made of it.
  static let planText = Template.Name(
    setting: nil, shipped: PackageResources.plan_text_mustache, isPage: false, fields: fields)
}

/// Markdown as plain text for a terminal: headings underlined, nothing wider than 80 columns.
struct PlainPage {
  let markdown: String
  private static let width = 78

  var text: String {
    markdown.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let line = String(line)
      for (mark, rule) in [("# ", "="), ("## ", "-")] where line.hasPrefix(mark) {
        let title = String(line.dropFirst(mark.count))
        return [title, String(repeating: rule, count: Visible.width(title))]
      }
      return wrapped(line.hasPrefix("### ") ? String(line.dropFirst(4)) : line)
    }.joined(separator: "\n")
  }

  /// What goes on below stands under the words, not under the number or the dash.
  private func wrapped(_ line: String) -> [String] {
    let lead = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(lead)
    let mark = rest.firstIndex(of: " ").map { rest[...$0] } ?? ""
    let isItem =
      mark == "- " || mark.dropLast().last == "." && mark.dropLast(2).allSatisfy(\.isNumber)
    let hang = lead + (isItem ? mark.count : 0)
    let margin = String(repeating: " ", count: hang)
    let lines = Visible.wrapped(String(line.dropFirst(hang)), to: Self.width - hang)
    return lines.enumerated().map { place, words in
      words.isEmpty ? "" : (place == 0 ? String(line.prefix(hang)) : margin) + words
    }
  }
}
