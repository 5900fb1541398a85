import Testing
import YoungCarers

@testable import Interchange

@Suite("Filled-in forms as JSON lines") struct FormLineTests {
  private func read(_ text: String) throws -> [Result<FormLine, Problem>] {
    var rest = Array(text.utf8)[...]
    var lines = FormLines(file: "a.jsonl") { buffer in
      let part = rest.prefix(buffer.count)
      buffer.copyBytes(from: part)
      rest = rest.dropFirst(part.count)
      return part.count
    }
    var found: [Result<FormLine, Problem>] = []
    while let line = try lines.next() { found.append(line) }
    return found
  }

  @Test("Texts, numbers, truths and lists are answers; null and the empty text are none")
  func values() throws {
    let line = try #require(
      try read(
        """
        {"person":"YP-1","setting":"Elm","answers":{"a":"x","b":2,"c":true,"d":false,\
        "e":["y",3],"f":null,"g":"","h":[]}}

        """
      ).first
    ).get()
    #expect(line.person == "YP-1")
    #expect(line.setting == "Elm")
    #expect(line.day == nil)
    #expect(
      line.answers.map { "\($0.code)=\($0.text)" } == ["a=x", "b=2", "c=yes", "d=no", "e=y; 3"])
  }

  @Test(
    "What is no form is told where it stands, and the next line goes on",
    arguments: [
      ("{\"who\":\"x\"}", "form-key", 3), ("[1]", "json", 2),
      ("{\"answers\":[1]}", "form-value", 13), ("{\"answers\":{\"a\":{}}}", "form-value", 18),
      ("{\"answers\":{\"a\":1,\"a\":2}}", "json-twice", 20),
    ])
  func wrong(line: String, code: String, at byte: Int) throws {
    let found = try read("\u{FEFF}\n  \n\(line)\n{\"person\":\"YP-1\"}\n")
    #expect(found.count == 2)
    guard case .failure(let problem)? = found.first else {
      Issue.record("it was taken")
      return
    }
    #expect(problem.code == code)
    #expect(problem.status == .partial)
    #expect(problem.place?.line == 3)
    let start = problem.place?.record?.lowerBound ?? 0
    #expect(problem.place?.value.map { $0.lowerBound - start + 2 } == byte)
    #expect(try found.last?.get().person == "YP-1")
  }
}
