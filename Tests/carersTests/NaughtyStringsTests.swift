import Foundation
import TestSupport
import Testing
import YoungCarers

@testable import Interchange
@testable import carers

/// The Big List of Naughty Strings: as names and as notes, through import, store and export, and at
/// a terminal.
@Suite("Naughty strings", .enabled(if: !Checkout.naughtyStrings.isEmpty))
struct NaughtyStringsTests {
  @Test(
    "Each is kept as NFC or its row rejected, in both kinds of store", arguments: [false, true])
  func kept(folder: Bool) throws {
    let service = try Service(folder: folder)
    for (column, other) in [("surname", "reason"), ("reason", "surname")] {
      let sheet = service.file(try Self.sheet(column, other), named: "\(column).csv")
      let run = service.run("refer", "import", sheet, "--agency", column, "--no-match")
      #expect(run.errors.contains("\(Checkout.naughtyStrings.count) rows"))
      let rejected = Checkout.naughtyStrings.count { Text.forbidden(in: $0) != nil }
      #expect(run.errors.contains(", \(rejected) rejected"), "\(run.errors.suffix(200))")
    }
    let entries = try Self.entries(service.run("export").out)
    for (number, text) in Checkout.naughtyStrings.enumerated() where Text.forbidden(in: text) == nil
    {
      let expected = Blanks.trimmed(Text.composed(text))
      for column in ["surname", "reason"] {
        let found = entries["\(column)#\(number)"]?[column]
        #expect(Array((found ?? "").utf8) == Array(expected.utf8), "\(column) \(number)")
      }
    }
  }

  @Test("None acts on the terminal it is shown on")
  func shown() throws {
    let service = try Service()
    let sheet = service.file(try Self.sheet("surname", "reason"), named: "sheet.csv")
    service.run("refer", "import", sheet, "--no-match")
    for command in [["refer", "list"], ["show"], ["next"], ["refer", "queue"], ["find", "ann"]] {
      let out = service.run(command + ["--color", "never"], terminal: true).out
      #expect(!out.isEmpty)
      let acts = out.unicodeScalars.filter { Text.isForbidden($0) || $0 == "\r" || $0 == "\t" }
      #expect(acts.isEmpty, "\(command)")
    }
  }

  /// A row for each, with the string in one column and something plain in the other.
  private static func sheet(_ column: String, _ other: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let writer = CSVWriter()
    writer.write(["Row ID", column, other, "given"], to: &bytes)
    for (number, text) in Checkout.naughtyStrings.enumerated() {
      writer.write([String(number), text, "Khan", "Ann"], to: &bytes)
    }
    return bytes
  }

  /// The reason of each referral and its child's surname, by source and column.
  private static func entries(_ stream: String) throws -> [String: [String: String]] {
    var bytes = Array(stream.utf8)[...]
    var reader = StreamReader(file: "export") { buffer in
      let part = bytes.prefix(buffer.count)
      bytes = bytes.dropFirst(part.count)
      buffer.copyBytes(from: part)
      return part.count
    }
    var surnames: [ID: String] = [:]
    var found: [String: [String: String]] = [:]
    while let item = try reader.next() {
      guard case .entry(let entry, _) = item else { continue }
      if case .person(let person) = entry { surnames[person.header.id] = person.surname }
      guard case .referral(let referral) = entry, let source = referral.source else { continue }
      found[source, default: [:]]["reason"] = referral.reason
      found[source, default: [:]]["surname"] = referral.person.flatMap { surnames[$0] }
    }
    return found
  }
}
