import TestSupport
import Testing
import YoungCarers

@testable import carers

/// Letters and pages with places for words.
struct TemplateTests {
  private static func name(isPage: Bool) -> Template.Name {
    Template.Name(
      setting: .templateInvitation, shipped: Array("Dear {{whom}},\n".utf8), isPage: isPage,
      fields: ["whom", "days", "day"])
  }

  @Test("A letter keeps its apostrophes, a page escapes what it is given")
  func escaping() throws {
    let data = ["whom": "O'Brien & <b>"]
    let letter = try Template(Self.name(isPage: false), "Dear {{whom}},\n", file: "own")
    #expect(letter.text(data) == "Dear O'Brien & <b>,\n")
    let page = try Template(Self.name(isPage: true), "<p>{{whom}}</p>\n", file: "own")
    #expect(page.text(data) == "<p>O&#39;Brien &amp; &lt;b&gt;</p>\n")
  }

  @Test("What is not there leaves no trace, and a list has a line for each")
  func sections() throws {
    let text = "{{#days}}\r\n- {{day}}\r\n{{/days}}\r\n{{^whom}}\r\nNobody.\r\n{{/whom}}\r\n"
    let letter = try Template(Self.name(isPage: false), text, file: "own")
    #expect(
      letter.text(["days": [["day": "Monday"], ["day": "Friday"]]])
        == "- Monday\n- Friday\nNobody.\n")
  }

  @Test(
    "What is wrong in a template is told by file, line and column, with status 78",
    arguments: [
      ("Dear {{whom}},\n{{#days}}\n", 3, "has no end"),
      ("Dear\n  {{/days}}\n", 2, "does not end what began last"),
      ("Dear {{whom\n", 1, "has no end, or holds more than a name"),
      ("Dear\nMr {{whon}}\n", 2, "nothing is called {{whon}} here"),
      ("Dear {{{whom}}}\n", 1, "no template of ours has {{{"),
      ("{{>other}}\n", 1, "no template of ours has {{>"),
    ], [true, false])
  func wrong(given: (text: String, line: Int, says: String), isPage: Bool) {
    #expect {
      _ = try Template(Self.name(isPage: isPage), given.text, file: "own.mustache")
    } throws: { error in
      guard let problem = error as? Problem else { return false }
      return problem.status == .configuration && problem.place?.file == "own.mustache"
        && problem.place?.line == given.line && problem.place?.column.flatMap { Int($0) } != nil
        && problem.says.text(value: "").contains(given.says)
    }
  }

  @Test("A service's own template takes the place of ours; one that is not there is status 78")
  func own() throws {
    let scratch = Scratch()
    var service = YoungCarers.Service(.plain)
    let ours = try Template(Self.name(isPage: false), service, scratch.world())
    #expect(ours.text(["whom": "Sam"]) == "Dear Sam,\n")
    scratch.put("Hello {{whom}}.\n", in: "hello.txt")
    try service.change(.templateInvitation, to: "\(scratch.path)/hello.txt", source: nil)
    let theirs = try Template(Self.name(isPage: false), service, scratch.world())
    #expect(theirs.text(["whom": "Sam"]) == "Hello Sam.\n")
    try service.change(.templateInvitation, to: "\(scratch.path)/none.txt", source: nil)
    #expect { _ = try Template(Self.name(isPage: false), service, scratch.world()) } throws: {
      ($0 as? Problem)?.status == .configuration
    }
  }
}
