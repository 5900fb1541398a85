import Foundation
import TestSupport
import Testing
import YoungCarers

@testable import Interchange

struct JSONEntryLineTests {
  static func line(_ entry: Entry) -> [UInt8] {
    var line: [UInt8] = []
    EntryLine.encode(entry, into: &line)
    return line
  }

  static func text(_ entry: Entry) -> String { String(decoding: line(entry), as: UTF8.self) }

  static func problem(_ line: String) -> Problem? {
    do {
      _ = try EntryLine.decode(Array(line.utf8))
      return nil
    } catch {
      return error as? Problem
    }
  }

  static let note =
    #"{"day":"2026-11-22","id":"N1","record":"note","recorded":"2026-11-22T06:08:15.123456Z","#
    + #""text":"She cooks."}"#

  @Test("An entry of any kind comes back from its line, and the line from the entry")
  func roundTrip() throws {
    var random = JSONEntries(seed: 20_261_122)
    for kind in Kind.allCases {
      for _ in 0..<300 {
        let entry = try random.entry(kind)
        let line = Self.line(entry)
        let read = try EntryLine.decode(line)
        #expect(read == entry)
        #expect(Self.line(read) == line, "\(String(decoding: line, as: UTF8.self))")
        #expect(line.allSatisfy { $0 >= 32 })
      }
    }
  }

  @Test("A line has its keys in the order of their bytes, as another reader sees them")
  func judged() throws {
    var random = JSONEntries(seed: 7)
    for kind in Kind.allCases {
      let entry = try random.entry(kind)
      let data = Data(Self.line(entry))
      let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      let fields = zip(kind.layout.fields, entry.cells).filter { $0.1 != .absent }
      #expect(object?.count == fields.count + 1 + entry.header.extra.count)
      for (field, cell) in fields {
        if case .text(let text) = cell { #expect(object?[field.name] as? String == text) }
        if case .list(let list) = cell { #expect(object?[field.name] as? [String] == list) }
      }
    }
  }

  @Test("What a later version wrote stands in its sorted place, byte for byte")
  func extra() throws {
    let line =
      #"{"":[1,  2],"day":"2026-11-22","dayz":{"b":1,"a":"\u00e9\/"},"id":"N1","record":"note","#
      + #""recorded":"2026-11-22T06:08:15.123456Z","text":"x","z":123456789012345678901234567890.50,"#
      + #""é":null}"#
    let entry = try EntryLine.decode(Array(line.utf8))
    #expect(entry.header.extra.map(\.key) == ["", "dayz", "z", "é"])
    #expect(Self.text(entry) == line)
  }

  @Test("A kind of a later version is kept whole, and its header read")
  func unknown() throws {
    let line =
      #"{"later": {"x":[ ]},"record":"spell","family":"YC-1","day":"2026-11-22","id":"S1","#
      + #""recorded":"2026-11-22T06:08:15Z","worker":"Aoife","replaces":"S0" }"#
    let entry = try EntryLine.decode(Array(line.utf8))
    guard case .unknown(let unknown) = entry else { throw CancellationError() }
    #expect(unknown.record == "spell")
    #expect(unknown.header.family == ID("YC-1"))
    #expect(unknown.header.replaces == ID("S0"))
    #expect(unknown.header.worker == "Aoife")
    #expect(unknown.header.day.description == "2026-11-22")
    #expect(Self.text(entry) == line)
    #expect(try EntryLine.decode(Self.line(entry)) == entry)
  }

  @Test("Hand-made lines in any order, with spaces, nulls and empty texts become canonical")
  func handMade() throws {
    let line =
      " { \"text\" : \"She cooks.\",\r\n \"worker\":\"\", \"person\":null,"
      + #""recorded":"2026-11-22T06:08:15.123456Z","\u0064ay":"2026-11-22","record":"note","id":"N1"} "#
    #expect(Self.text(try EntryLine.decode(Array(line.utf8))) == Self.note)
  }

  @Test(
    "What is not an entry is refused, by name and place",
    arguments: [
      (#""2026-11-22","id""#, #""2026-02-31","id""#, "field-type", "day"),
      (#""2026-11-22","id""#, #"20261122,"id""#, "field-type", "day"),
      (#""id":"N1","#, "", "field-missing", "id"),
      (#""id":"N1","#, #""id":"","#, "field-missing", "id"),
      ("15.123456Z", "15", "field-type", "recorded"),
      ("She cooks.", "", "field-missing", "text"),
      ("She cooks.", #"a\u0000b"#, "text-forbidden", "text"),
      ("She cooks.", "a\u{202E}b", "text-forbidden", "text"),
      (#""N1""#, "\"N\u{1B}1\"", "json", ""), (#""N1""#, #""N\u001b1""#, "text-forbidden", "id"),
      (#""record":"note","#, "", "record-missing", ""),
      (#""record":"note""#, #""record":7"#, "record-missing", ""),
      (#""record":"note""#, #""record":"note","record":"note""#, "json-twice", ""),
      (#""N1""#, #""N1","zz":1,"zz":1"#, "json-twice", ""),
      (#""N1""#, #"["N1"]"#, "field-type", "id"),
      (#""text":"She cooks."}"#, #""text":true}"#, "field-type", "text"), ("}", "},", "json", ""),
      ("{", "[{", "json", ""),
    ])
  func refused(part: String, by: String, code: String, name: String) {
    let problem = Self.problem(Self.note.replacingOccurrences(of: part, with: by))
    #expect(problem?.code == code)
    let says = problem?.says.text(value: "") ?? ""
    #expect(name.isEmpty || says.contains("\"\(name)\""))
    #expect(!says.contains("cooks"))
  }

  @Test(
    "Numbers, truths and lists are of their type, and of no other",
    arguments: [
      ("referral", #""line":1.0"#), ("referral", #""line":1e2"#), ("referral", #""line":"1""#),
      ("referral", #""line":9223372036854775808"#), ("referral", #""tasks":"cooking""#),
      ("referral", #""tasks":["cooking",1]"#), ("referral", #""tasks":[["cooking"]]"#),
      ("family", #""interpreter":1"#), ("family", #""interpreter":"true""#),
    ])
  func types(kind: String, member: String) {
    let problem = Self.problem(
      #"{"day":"2026-11-22","id":"N1","record":"\#(kind)","recorded":"2026-11-22T06:08:15Z",\#(member)}"#
    )
    #expect(problem?.code == "field-type")
    #expect(problem?.place?.value != nil)
  }

  @Test("What must be escaped is, wherever in a text it stands")
  func escapedAnywhere() {
    for length in 1...20 {
      for place in 0..<length {
        for byte in UInt8(0)...127 {
          var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
          bytes[place] = byte
          let text = String(decoding: bytes, as: UTF8.self)
          let json = ListText.encode([text])
          let isEscaped = json.utf8.count > length + 4
          #expect(isEscaped == (byte < 0x20 || byte == 0x22 || byte == 0x5C))
          #expect(ListText.decode(json) == [text])
        }
      }
    }
  }

  @Test(
    "Controls, quotes and backslashes are escaped, and nothing else is",
    arguments: [
      ("\u{8}\u{C}\n\r\t", #"\b\f\n\r\t"#), ("\u{1}\u{1F}\u{7F}", "\\u0001\\u001f\u{7F}"),
      ("\"\\/", #"\"\\/"#), ("é\u{2028}😀", "é\u{2028}😀"), ("\"", #"\""#), ("a\"", #"a\""#),
    ])
  func escaped(text: String, json: String) {
    var out: [UInt8] = []
    JSONEscape.write(text, into: &out)
    #expect(String(decoding: out, as: UTF8.self) == "\"\(json)\"")
  }

  @Test(
    "Every naughty string comes through as a note and as a name, composed, or is refused by rule",
    .enabled(if: !Checkout.naughtyStrings.isEmpty))
  func naughty() throws {
    #expect(Checkout.naughtyStrings.count == 515)
    for text in Checkout.naughtyStrings {
      for (kind, name) in [(Kind.note, "text"), (.person, "given")] {
        var random = JSONEntries(seed: 1)
        let line = Self.line(try random.entry(kind, with: [name: .text(text)]))
        if Text.forbidden(in: text) != nil {
          #expect(Self.problem(String(decoding: line, as: UTF8.self))?.code == "text-forbidden")
        } else if !text.isEmpty {
          let place = try #require(kind.layout.place[name])
          guard case .text(let read) = try EntryLine.decode(line).cells[place] else {
            throw CancellationError()
          }
          #expect(Array(read.utf8) == Array(Text.composed(text).utf8))
        }
      }
    }
  }

  @Test("No key is a word that Swift would have quoted")
  func words() {
    let reserved = Set(
      """
      associatedtype class deinit enum extension fileprivate func import init inout internal let \
      open operator private precedencegroup protocol public rethrows static struct subscript \
      typealias var break case catch continue default defer do else fallthrough for guard if in \
      repeat return throw switch where while Any as await false is nil self Self super throws \
      true try
      """.split(separator: " ").map(String.init))
    for kind in Kind.allCases {
      #expect(kind.layout.fields.map(\.name).filter(reserved.contains).isEmpty)
    }
  }
}
