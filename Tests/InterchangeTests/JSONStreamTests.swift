import Testing
import YoungCarers

@testable import Interchange

struct JSONStreamTests {
  struct Outcome {
    var items: [StreamReader.Item] = []
    var problem: Problem?
    var forgiven: Problem?
  }

  static func read(_ input: [UInt8], chunk: Int = 1 << 16, partial: Bool = false) -> Outcome {
    var at = 0
    var reader = StreamReader(file: "in.jsonl", partial: partial) { space in
      let count = min(chunk, space.count, input.count - at)
      input[at..<at + count].withUnsafeBytes { space.copyMemory(from: $0) }
      at += count
      return count
    }
    var outcome = Outcome()
    do {
      while let item = try reader.next() { outcome.items.append(item) }
    } catch {
      outcome.problem = error as? Problem
    }
    outcome.forgiven = reader.forgiven
    return outcome
  }

  static let head = #"{"record":"stream","version":1}"# + "\n"
  static func end(_ count: Int) -> String { #"{"record":"end","count":\#(count)}"# + "\n" }
  static let note = JSONEntryLineTests.note + "\n"
  static let reference =
    #"{"family":"YC-1","id":"R1","kind":"referral","record":"reference"}"# + "\n"

  struct Rule: Sendable, CustomTestStringConvertible {
    var says: String
    var input: String
    var count: Int
    var code: String?
    var line: Int?
    var testDescription: String { says }

    init(_ says: String, _ input: String, _ count: Int, _ code: String? = nil, _ line: Int? = nil) {
      (self.says, self.input, self.count) = (says, input, count)
      (self.code, self.line) = (code, line)
    }
  }

  static let rules = [
    Rule("a headed stream", head + note + note + end(2), 2),
    Rule("a stream without entries", head + end(0), 0),
    Rule("two streams", head + note + end(1) + head + note + end(1), 2),
    Rule("lines made by hand", note + note, 2),
    Rule("the last without its line feed", note + note.dropLast(), 2),
    Rule("CR LF", note.dropLast() + "\r\n" + note.dropLast() + "\r\n", 2),
    Rule("blank lines", "\n\r\n  \n" + note + "\n\t\n" + note + "\n", 2),
    Rule("a mark first", "\u{FEFF}" + note, 1),
    Rule("references", head + reference + end(1), 1),
    Rule("lines by hand before a stream", note + head + note + end(1), 2),
    Rule("zero bytes", "", 0, "stream-empty"),
    Rule("blank lines alone", "\n\n", 0, "stream-empty"),
    Rule("no end", head + note, 1, "stream-without-end", 2),
    Rule("no end, and another head", head + note + head + end(0), 1, "stream-without-end", 3),
    Rule("an end alone", note + end(1), 1, "stream-without-head", 2),
    Rule("too few", head + note + end(2), 1, "stream-count", 3),
    Rule("too many", head + note + note + end(1), 2, "stream-count", 4),
    Rule("no count", head + #"{"record":"end"}"# + "\n", 0, "stream-count", 2),
    Rule("torn within a line", head + note + note.prefix(20), 1, "stream-torn", 3),
    Rule("torn at the end", head + note + end(1).dropLast(), 1, "stream-torn", 3),
    Rule("a mixture", head + reference + note + end(2), 1, "stream-mixed", 3),
    Rule("a mixture over streams", note + head + reference + end(1), 1, "stream-mixed", 3),
    Rule("a later version", #"{"record":"stream","version":2}"# + "\n", 0, "stream-version", 1),
    Rule("no version", #"{"record":"stream"}"# + "\n", 0, "stream-version", 1),
    Rule("not JSON", note + "\nname,born\n", 1, "json", 3),
    Rule("a reference without kind", #"{"id":"R1","record":"reference"}"#, 0, "reference", 1),
    Rule("a mark within", note + "\u{FEFF}" + note, 1, "json", 2),
  ]

  @Test("Streams keep their rules, however the bytes arrive", arguments: rules)
  func rule(rule: Rule) {
    for chunk in [1, 2, 3, 7, 1 << 16] {
      let outcome = Self.read(Array(rule.input.utf8), chunk: chunk)
      #expect(outcome.items.count == rule.count)
      #expect(outcome.problem?.code == rule.code)
      #expect(outcome.problem?.status == (rule.code == nil ? nil : .data))
      #expect(outcome.problem?.place?.file == (rule.code == nil ? nil : "in.jsonl"))
      if let line = rule.line { #expect(outcome.problem?.place?.line == line) }
    }
  }

  @Test("A partial stream gives its whole lines, and says what it forgave")
  func partial() {
    let cases = [
      (Self.head + Self.note, 1, "stream-without-end"),
      (Self.head + Self.note + Self.note.prefix(9), 1, "stream-torn"),
      (Self.head + Self.note + Self.head + Self.note + Self.end(1), 2, "stream-without-end"),
    ]
    for (input, count, code) in cases {
      let outcome = Self.read(Array(input.utf8), partial: true)
      #expect(outcome.problem == nil)
      #expect(outcome.items.count == count)
      #expect(outcome.forgiven?.code == code)
    }
    let wrong = Self.read(Array((Self.head + Self.note + Self.end(2)).utf8), partial: true)
    #expect(wrong.problem?.code == "stream-count")
  }

  @Test("Every cut of a headed stream is refused")
  func cuts() {
    let whole = Array((Self.head + Self.note + Self.end(1)).utf8)
    #expect(Self.read(whole).problem == nil)
    for count in 0..<whole.count {
      #expect(Self.read(Array(whole[..<count])).problem?.status == .data)
    }
  }

  @Test("A wrong value stands at its bytes in the input")
  func place() throws {
    let bad = Self.note.replacing("2026-11-22\",\"id", with: "2026-02-31\",\"id")
    let input = Array(("\u{FEFF}" + Self.head + Self.note + "\r\n" + bad).utf8)
    for chunk in [1, 7, 1 << 16] {
      let place = try #require(Self.read(input, chunk: chunk).problem?.place)
      #expect(place.line == 4)
      #expect(place.value.map { String(decoding: input[$0], as: UTF8.self) } == "\"2026-02-31\"")
      #expect(place.record.map { String(decoding: input[$0], as: UTF8.self) } == bad)
    }
  }

  @Test("A line of more than 4 MiB is refused")
  func long() throws {
    let room = LineReader.longest - Self.note.utf8.count - 20
    func note(_ count: Int) -> [UInt8] {
      Array(Self.note.replacing("cooks", with: String(repeating: "x", count: count)).utf8)
    }
    #expect(Self.read(note(room)).items.count == 1)
    let outcome = Self.read(Array(Self.note.utf8) + note(room + 100))
    #expect(outcome.problem?.code == "line-too-long")
    #expect(outcome.problem?.place?.line == 2)
    let endless = [UInt8](repeating: 0x20, count: LineReader.longest * 2)
    #expect(Self.read(endless).problem?.code == "line-too-long")
  }

  @Test("A failure to read is never taken for the end")
  func failure() {
    var reader = StreamReader(file: "in.jsonl") { _ in
      throw Problem("read", .inputOutput, "cannot read")
    }
    #expect(throws: Problem.self) { try reader.next() }
  }

  @Test("What is written is read, raw lines unchanged, whatever their number")
  func written() throws {
    var random = JSONEntries(seed: 3)
    var entries: [Entry] = []
    for _ in 0..<200 { for kind in Kind.allCases { entries.append(try random.entry(kind)) } }
    let raw = Array(
      #"{ "record":"spell","id":"1","day":"2026-01-01","recorded":"2026-01-01T00:00:00Z"}"#.utf8)
    let out = Collected()
    var writer = StreamWriter(out.take)
    for entry in entries { try writer.add(entry) }
    try writer.add(line: raw)
    try writer.finish()
    #expect(writer.count == entries.count + 1)
    #expect(out.pieces.count > 3 && out.pieces.dropLast().allSatisfy { $0.count >= 1 << 16 })
    let outcome = Self.read(Array(out.pieces.joined()), chunk: 1000)
    #expect(outcome.problem == nil)
    let read = outcome.items.compactMap { item -> Entry? in
      if case .entry(let entry, _) = item { entry } else { nil }
    }
    #expect(Array(read.dropLast()) == entries)
    if case .entry(_, let line)? = outcome.items.last { #expect(line == raw) }
  }

  @Test("A reference names an entry and its family, and comes back")
  func references() throws {
    let out = Collected()
    var writer = StreamWriter(out.take)
    let references = [
      Reference(id: ID("R1"), kind: "referral", family: ID("YC-1")),
      Reference(id: ID("A1"), kind: "agency", family: nil),
    ]
    for reference in references { try writer.add(reference) }
    try writer.finish()
    let bytes = Array(out.pieces.joined())
    let text =
      Self.head + Self.reference + #"{"id":"A1","kind":"agency","record":"reference"}"# + "\n"
    #expect(String(decoding: bytes, as: UTF8.self) == text + Self.end(2))
    #expect(Self.read(bytes).items == references.map { .reference($0) })
  }

  @Test("A document is an array with an entry a line")
  func document() throws {
    let entry = try EntryLine.decode(Array(JSONEntryLineTests.note.utf8))
    for (count, text) in [
      (0, "[]\n"), (2, "[\n" + Self.note.dropLast() + ",\n" + Self.note + "]\n"),
    ] {
      let out = Collected()
      var document = EntryDocument(out.take)
      for _ in 0..<count { try document.add(entry) }
      try document.finish()
      let bytes = Array(out.pieces.joined())
      #expect(String(decoding: bytes, as: UTF8.self) == text)
      #expect(JSONScannerTests.problem(bytes) == nil)
    }
  }

  final class Collected {
    var pieces: [[UInt8]] = []
    func take(_ piece: [UInt8]) { pieces.append(piece) }
  }
}
