import Testing
import YoungCarers

@testable import carers

@Suite("Printed forms") struct PrintedFormTests {
  static let forms = [Assessment.Form.brief, .needs, .transition]

  /// Every item as it may stand: blank, shown, withheld, and with what HTML must not be given.
  private func printed(_ form: Assessment.Form) throws -> [PrintedForm] {
    let form = try #require(AssessmentForm(form, YoungCarers.Service(.leeds)))
    let long = String(repeating: "He said <b>\"no\"</b> & left.\n", count: 9)
    return [Prefill.blank, .withheld, .shown("2"), .shown(long)].map { prefill in
      var printed = PrintedForm(form, prefilled: form.items.map { _ in prefill })
      printed.agency = "Harrow & <Lane>"
      printed.child = "Zoë Okafor"
      printed.person = prefill == .blank ? nil : ID("YP-Y4D6-MDM9-N")
      return printed
    }
  }

  @Test("In 80 columns, every item with its code", arguments: forms)
  func text(_ form: Assessment.Form) throws {
    for printed in try printed(form) {
      let text = FormText(form: printed).text
      for line in text.split(separator: "\n") { #expect(Visible.width(String(line)) <= 80) }
      for line in printed.parts.flatMap(\.lines) { #expect(text.contains("[\(line.item.code)]")) }
    }
  }

  @Test("One HTML file: a language, headings, a label for each field, nothing from elsewhere")
  func page() throws {
    for printed in try Self.forms.flatMap(printed) {
      let html = FormPage(form: printed, isLarge: false).html
      #expect(html.contains("<html lang=\"en-GB\">"))
      #expect(html.matches(of: /<h1>/).count == 1)
      let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
      #expect(Set(ids).count == ids.count)
      for name in ["for", "aria-labelledby", "aria-describedby"] {
        let pattern = try Regex(" \(name)=\"([^\"]+)\"", as: (Substring, Substring).self)
        for use in html.matches(of: pattern) { #expect(ids.contains(String(use.output.1))) }
      }
      let labelled = Set(html.matches(of: /\sfor="([^"]+)"/).map { String($0.1) })
      for field in html.matches(of: /<(?:input|textarea)[^>]* id="([^"]+)"/) {
        #expect(labelled.contains(String(field.1)))
      }
      for group in html.matches(of: /<fieldset[^>]*>(.{8})/) { #expect(group.1 == "<legend>") }
      for never in ["<script", "http", "src=", "url(", "@import", "<b>", "Harrow & <"] {
        #expect(!html.contains(never))
      }
      let open = html.matches(of: /<(div|p|section|fieldset|ul|li|h3|label|legend)[ >]/).count
      let closed = html.matches(of: /<\/(div|p|section|fieldset|ul|li|h3|label|legend)>/).count
      #expect(open == closed)
    }
  }

  @Test("Print is 14 point, large print 20")
  func size() throws {
    let form = try #require(try printed(.brief).first)
    #expect(FormPage(form: form, isLarge: false).html.contains("html { font-size: 14pt; }"))
    #expect(FormPage(form: form, isLarge: true).html.contains("html { font-size: 20pt; }"))
  }

  @Test("An empty sheet has a column for each item, and no answer stands in it")
  func sheet() throws {
    let sheets = try printed(.brief).map(\.sheet)
    #expect(sheets.map(\.count) == [1, 2, 2, 2])
    for sheet in sheets {
      #expect(sheet[0].suffix(31).first == "caresFor")
      #expect(sheet.dropFirst().allSatisfy { $0.compactMap(\.self) == ["YP-Y4D6-MDM9-N"] })
    }
  }
}
