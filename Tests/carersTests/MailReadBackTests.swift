import Foundation
import TestSupport
import Testing
import YoungCarers

@testable import Interchange

@Suite("A mail as another program reads it")
struct MailReadBackTests {
  private static let script = """
    import sys, json, email, email.policy
    message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
    parts = [[part.get_content_type(), part.get_content().replace("\\r\\n", "\\n")] for part in message.iter_parts()]
    print(json.dumps({
      "headers": [[name, str(value)] for name, value in message.items()],
      "to": [address.addr_spec for address in message["To"].addresses],
      "faults": [str(fault) for fault in message.defects],
      "date": message["Date"].datetime.isoformat(), "parts": parts}))
    """

  private struct Read: Decodable {
    var headers: [[String]]
    var to: [String]
    var faults: [String]
    var date: String
    var parts: [[String]]

    func header(_ name: String) -> String? { headers.first { $0[0] == name }?[1] }
  }

  private func message(_ subject: String, _ plain: String, _ html: String = "<p>\n") throws
    -> MailMessage
  {
    MailMessage(
      from: "carers@council.example", to: ["a@council.example", "b+c@nhs.example"],
      subject: subject, day: try #require(Day("2026-11-01")), code: "month", plain: plain,
      html: html)
  }

  private func read(_ message: MailMessage) throws -> Read {
    let (status, said) = try runs("python3", ["-c", Self.script], input: message.text)
    #expect(status == 0, "\(said)")
    return try JSONDecoder().decode(Read.self, from: Data(said.utf8))
  }

  @Test("python's email reads what was written", .enabled(if: isInstalled("python3")))
  func readBack() throws {
    let plain =
      [
        "Tables = figures", ".", "..", "From here", "ends in blank ", "tab\t", "",
        "é語 " + "語é, ".repeated,
        "x".repeated + ".From", " -- ", "=3D",
      ].joined(separator: "\n") + "\n"
    let html = "<p title=\"é\">" + "long words ".repeated + "</p>\n"
    let read = try read(message("Young carers: October 2026", plain, html))
    #expect(read.faults == [])
    #expect(read.to == ["a@council.example", "b+c@nhs.example"])
    #expect(read.header("From") == "carers@council.example")
    #expect(read.header("Subject") == "Young carers: October 2026")
    #expect(read.date == "2026-11-01T00:00:00+00:00")
    #expect(read.parts == [["text/plain", plain], ["text/html", html]])
  }

  @Test(
    "a subject is read back, and adds no header", .enabled(if: isInstalled("python3")),
    arguments: [
      "Was sich für die Kinder geändert hat", "語".repeated, "a =?utf-8?Q?b?= c", " x ",
      "Ten words that are long enough to need more than the one line of a header: so they are folded",
      "two\r\nBcc: other@elsewhere.example",
    ])
  func subjects(_ subject: String) throws {
    let message = try message(subject, "x\n")
    let read = try read(message)
    #expect(read.header("Bcc") == nil)
    #expect(read.headers.count == 8)
    let said = read.header("Subject") ?? ""
    #expect(said == subject || subject.contains("\r"))
    for line in message.text.split(separator: "\n") { #expect(line.utf8.count <= 78) }
  }

  @Test("lines are short, end as those of a text file do, and none says that the message ends")
  func lines() throws {
    var chance = Seeded(1)
    let letters = [".", "F", "From ", "=", " ", "é", "\t", "\n", "abcdef ghijkl", "語", "\r\n"]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0..<200, using: &chance)).map { _ in
        letters.randomElement(using: &chance) ?? ""
      }.joined()
      let lines = QuotedPrintable.lines(text)
      for line in lines {
        #expect(line.utf8.count <= 76)
        #expect(!line.hasPrefix(".") && !line.hasPrefix("From "))
        #expect(!line.hasSuffix(" ") && !line.hasSuffix("\t"))
        #expect(line.utf8.allSatisfy { $0 == 9 || (32..<127).contains($0) })
      }
    }
    let text = try message("x", "a\nb\n").text
    #expect(!text.utf8.contains(13) && text.hasSuffix("--\n"))
  }

  @Test(
    "addresses stand on one line as long as a line may be", .enabled(if: isInstalled("python3")),
    arguments: [1, 2, 30, 60, 200])
  func addresses(_ count: Int) throws {
    var message = try message("x", "a\n")
    message.to = (0..<count).map { "person-\($0)@council.example" }
    #expect(try read(message).to == message.to)
    let header = message.text.prefix(
      upTo: try #require(message.text.range(of: "\nSubject")).lowerBound)
    let lines = header.split(separator: "\n").dropFirst()
    #expect(lines.allSatisfy { $0.utf8.count <= 998 })
    #expect((lines.count == 1) == (count <= 30))
  }

  @Test("the same is the same to the byte, and what differs has another id")
  func sameBytes() throws {
    let (one, other) = (try message("x", "a\n"), try message("x", "b\n"))
    #expect(one.text == (try message("x", "a\n").text))
    func id(_ message: MailMessage) -> Substring? {
      message.text.firstMatch(of: /Message-ID:\n <([^>]+)>/)?.1
    }
    #expect(id(one)?.hasPrefix("month.2026-11-01.") == true)
    #expect(id(one)?.hasSuffix("@council.example") == true)
    #expect(id(one) != id(other))
  }
}

extension String {
  fileprivate var repeated: String { String(repeating: self, count: 60) }
}
