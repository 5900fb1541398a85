import Foundation
import TestSupport
import Testing
import YoungCarers

@testable import carers

@Suite("Telling what went wrong")
struct TerminalPresenterTests {
  let scratch = Scratch()

  /// A file of rows `A823432119004,Okafor,Zoë,<date>,7`, each date wrong.
  private struct Sheet {
    var bytes: [UInt8] = []
    var problems: [Problem] = []

    init(_ dates: [String], line: Int = 118) {
      for (index, date) in dates.enumerated() {
        let start = bytes.count
        bytes += Array("A823432119004,Okafor,Zoë,".utf8)
        let value = bytes.count..<bytes.count + date.utf8.count
        bytes += Array("\(date),7\r\n".utf8)
        problems.append(
          Problem(
            "not-a-date", .partial,
            at: Place(
              file: "oakfield.csv", line: line + index, column: "DOB", value: value,
              record: start..<bytes.count),
            "\(.value) is not a date", cure: "Correct the row."))
      }
    }
  }

  private func told(
    _ problems: [Problem], _ bytes: [UInt8], terminal: Bool, width: Int = 80,
    _ options: Presenter.Options = .init()
  ) -> String {
    var options = options
    options.colour = .never
    let presenter = Presenter(scratch.world(terminal: terminal, width: width), options)
    presenter.reread = { file, range in
      file == "oakfield.csv" ? Array(bytes[range]) : nil
    }
    for problem in problems { presenter.add(problem) }
    presenter.finish()
    return scratch.text("err")
  }

  @Test("One error has its place, its excerpt with the value marked, and its cure")
  func one() {
    let sheet = Sheet(["31/02/2014"])
    #expect(
      told(sheet.problems, sheet.bytes, terminal: true) == """
        carers: oakfield.csv:118: column DOB: "31/02/2014" is not a date
           118 | A823432119004,Okafor,Zoë,31/02/2014,7
               |                          ^^^^^^^^^^
           Correct the row.

        """)
  }

  @Test("Where standard error is no terminal, no value and no excerpt is told")
  func masked() {
    let sheet = Sheet(["31/02/2014"])
    #expect(
      told(sheet.problems, sheet.bytes, terminal: false) == """
        carers: oakfield.csv:118: column DOB: ••• is not a date
           Correct the row.

        """)
    #expect(
      told(sheet.problems, sheet.bytes, terminal: false, .init(showValues: true))
        .contains("\"31/02/2014\""))
  }

  @Test("Four hundred like errors have one heading, three examples and a count")
  func grouped() {
    let sheet = Sheet((0..<400).map { "\($0 % 28 + 1)/13/2014" }, line: 998)
    #expect(
      told(sheet.problems, sheet.bytes, terminal: true) == """
        carers: oakfield.csv:998: column DOB: "1/13/2014" is not a date
            998 | A823432119004,Okafor,Zoë,1/13/2014,7
                |                          ^^^^^^^^^
            999 | A823432119004,Okafor,Zoë,2/13/2014,7
                |                          ^^^^^^^^^
           1000 | A823432119004,Okafor,Zoë,3/13/2014,7
                |                          ^^^^^^^^^
           400 like this: lines 998, 999, 1000 … 1397
           Correct the row.

        """)
    #expect(
      told(sheet.problems, sheet.bytes, terminal: false) == """
        carers: oakfield.csv:998: column DOB: ••• is not a date
           400 like this: lines 998, 999, 1000 … 1397
           Correct the row.

        """)
  }

  @Test("Each cure stands by its row where cures differ")
  func cures() {
    var sheet = Sheet(["31/02/2014", "31/04/2014"])
    sheet.problems[1].cure = "April 2014 has 30 days."
    let text = told(sheet.problems, sheet.bytes, terminal: true)
    #expect(text.contains("^\n   Correct the row.\n   119 |"))
    #expect(text.contains("^\n   April 2014 has 30 days.\n   2 like this: lines 118 and 119\n"))
  }

  @Test("Other columns and files are other errors")
  func apart() {
    var sheet = Sheet(["a", "b", "c"])
    sheet.problems[1].place?.column = "Seen"
    sheet.problems[2].place?.file = "other.csv"
    let text = told(sheet.problems, sheet.bytes, terminal: true)
    #expect(text.components(separatedBy: "carers: ").count == 4)
    #expect(text.contains("carers: other.csv:120: column DOB: this is not a date\n"))
  }

  @Test("A long record is cut to the terminal around the value, and carets count columns")
  func cut() {
    let record = Array(
      (String(repeating: "陳", count: 400) + "BAD" + String(repeating: "ë", count: 9_000) + "\n")
        .utf8)
    let place = Place(
      file: "oakfield.csv", line: 7, value: 1200..<1203, record: 0..<record.count)
    let problem = Problem("x", .data, at: place, "\(.value) is odd")
    let lines = told([problem], record, terminal: true, width: 40).split(separator: "\n")
    #expect(lines[1] == "   7 | …陳陳陳陳陳陳陳BADëëëëëëëëëëëëëë…")
    #expect(lines[2] == "     |                ^^^")
    #expect(Visible.width(String(lines[1])) <= 40)
  }

  @Test("A value longer than the terminal, and one that is empty, are marked")
  func extremes() {
    let bytes = Array(("," + String(repeating: "x", count: 9_000) + ",\n").utf8)
    func lines(_ value: Range<Int>) -> [Substring] {
      let place = Place(file: "oakfield.csv", line: 7, value: value, record: 0..<bytes.count)
      return told(
        [Problem("x", .data, at: place, "\(.value) is odd")], bytes, terminal: true, width: 30
      ).split(separator: "\n")
    }
    for line in lines(1..<9_001) { #expect(Visible.width(String(line)) <= 60) }
    #expect(lines(1..<9_001)[2].hasSuffix("^^^^"))
    #expect(lines(1..<1)[0] == "carers: oakfield.csv:7: \"\" is odd")
    #expect(lines(1..<1)[2] == "     |  ^")
  }

  @Test("A row that holds line ends and controls stays one line")
  func controls() {
    let bytes = Array("a,\"b\nc\u{1B}]0;x\u{7}\",d\r\n".utf8)
    let place = Place(file: "oakfield.csv\u{1B}", line: 7, record: 0..<bytes.count)
    let presenter = Presenter(scratch.world(terminal: true), .init(colour: .never))
    presenter.reread = { _, range in Array(bytes[range]) }
    presenter.add(Problem("x", .data, at: place, "odd"))
    presenter.finish()
    #expect(
      scratch.text("err") == """
        carers: oakfield.csv\\x1b:7: odd
           7 | a,"b⏎c\\x1b]0;x\\x07",d

        """)
  }

  @Test("As JSON each error is a line, and values are masked alike")
  func json() {
    let sheet = Sheet(["31/02/2014", "\"\u{1B}"])
    let options = Presenter.Options(errors: .json)
    #expect(
      told(sheet.problems, sheet.bytes, terminal: false, options).split(separator: "\n")[1] == """
        {"file":"oakfield.csv","line":119,"column":"DOB","code":"not-a-date","status":1,\
        "says":"••• is not a date","cure":"Correct the row."}
        """)
    let shown = told(sheet.problems, sheet.bytes, terminal: true, options)
    #expect(shown.contains(#""says":"\"31/02/2014\" is not a date""#))
    #expect(shown.contains(#""says":"\"\"\\x1b\" is not a date""#))
  }

  private enum Leak: Error { case name(String) }

  @Test("An error that is no Problem is told by its type alone")
  func fault() {
    let presenter = Presenter(scratch.world(terminal: true), .init(colour: .never))
    #expect(presenter.stop(Leak.name("Zoë Okafor")) == 70)
    #expect(
      scratch.text("err") == """
        carers: a fault in carers (Leak)
           Please report it, with the command that was given.

        """)
    #expect(presenter.stop(ReaderGone()) == 141)
    #expect(scratch.text("err").split(separator: "\n").count == 2)
  }

  @Test("A remark is one line, and quiet keeps it back")
  func remark() {
    let remark = Remark("read as Windows-1252", at: Place(file: "oakfield.csv"))
    let presenter = Presenter(scratch.world())
    presenter.remark(remark)
    #expect(scratch.text("err") == "carers: oakfield.csv: read as Windows-1252\n")
    Presenter(scratch.world(), .init(quiet: true)).remark(remark)
    #expect(scratch.text("err") == "")
    Presenter(scratch.world(), .init(errors: .json)).remark(remark)
    #expect(
      scratch.text("err") == #"{"file":"oakfield.csv","remark":"read as Windows-1252"}"# + "\n")
  }

  @Test("Nothing of fifty rows of canaries reaches a standard error that is no terminal")
  func canaries() {
    let canaries = (0..<50).map { "Canary\($0)Okonkwo" }
    let sheet = Sheet(canaries)
    for form in ErrorForm.allCases {
      let text = told(sheet.problems, sheet.bytes, terminal: false, .init(errors: form))
      #expect(!text.isEmpty)
      for secret in ["Canary", "Okonkwo", "Okafor", "Zoë", "A8234"] {
        #expect(!text.contains(secret))
      }
    }
  }
}
