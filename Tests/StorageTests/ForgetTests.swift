import Foundation
import GRDB
import Interchange
import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("Cases that are forgotten")
struct ForgetTests {
  static let stores: [Medium] = [.file, .folder]
  static let head = "referral_id,first_name,last_name,dob,address,reason\n"
  static let names = ["Ava", "Bo", "Cai", "Dee", "Eve", "Flo", "Gil", "Hal", "Ida", "Jon"]

  /// Children of two agencies, each with words of their own; the second names somebody to ring of
  /// each, who is in the household that its row makes and not in the child's.
  static func sheet(_ agency: String, _ children: Range<Int>) -> String {
    let isElm = agency == "Elm"
    let head = isElm ? head.replacing("\n", with: ",contact_name,contact_phone\n") : head
    return head
      + children.map { number in
        "\(1000 + number),\(names[number % 10]),Kin\(number)son,\(number % 27 + 1)/02/20\(number % 6 + 10),"
          + "\(number) Quern\(number * 7919) Road,\(agency) writes gloaming\(number * 104_729)"
          + (isElm ? ",Jana Ring\(number * 7907),07700 \(900_000 + number)\n" : "\n")
      }.joined()
  }

  static func written(_ medium: Medium, children: Int) throws -> Desk {
    let desk = try Desk(medium, seed: UInt64(children))
    _ = try desk.take(sheet("Oakfield", 0..<children), agency: "Oakfield")
    _ = try desk.take(sheet("Elm", 0..<children / 2), agency: "Elm", matching: true)
    try screen(desk)
    let people = try desk.people()
    for turn in 0..<3 {
      try desk.write { writer in
        for (place, person) in people.enumerated() {
          var note = Note()
          note.header = try writer.header(about: person.id)
          note.person = person.id
          note.text = String(
            repeating: "umbra\(place * 15_485_863 + turn) ", count: place % 40 + 1)
          try writer.append(.note(note))
        }
      }
    }
    return desk
  }

  /// With every child screened and every doubt decided: nothing else is forgotten.
  static func screen(_ desk: Desk) throws {
    let people = try desk.people()
    try desk.write { writer in
      for doubt in try writer.reader.doubts() {
        try Deciding(writer, because: ["two"]).decide(doubt.one, doubt.other, same: false)
      }
      for person in people {
        try writer.add(Screening(), about: person.id) { $0.person = person.id }
      }
    }
  }

  /// So many cases of today, drawn.
  static func some(_ count: Int, _ desk: Desk) throws -> Set<ID> {
    var random = Seeded(5)
    let cases = Set(try desk.people().map(\.family)).sorted()
    return Set(cases.shuffled(using: &random).prefix(count))
  }

  /// Texts of four bytes or more, ids of cases and people left out: they are random, and the access log
  /// has them.
  private func texts(_ entries: [Entry]) -> Set<String> {
    var found: Set<String> = []
    for entry in entries {
      if case .unknown(let unknown) = entry { found.insert(unknown.line) }
      for cell in entry.cells {
        switch cell {
        case .text(let text): found.insert(text)
        case .list(let list): found.formUnion(list)
        case .day(let day): found.insert(day.description)
        case .instant(let time): found.insert(time.text)
        default: continue
        }
      }
    }
    return found.filter { $0.utf8.count >= 4 && ID($0).shape == nil }
  }

  /// By the C library's own search: Swift's takes minutes for some thousand texts.
  private func lacking(_ texts: some Sequence<String>, _ bytes: Data) -> [String] {
    typealias Search =
      @convention(c) (
        UnsafeRawPointer?, Int, UnsafeRawPointer?, Int
      ) -> UnsafeRawPointer?
    let search = unsafeBitCast(dlsym(nil, "memmem"), to: Search.self)
    return bytes.withUnsafeBytes { all in
      texts.filter { text in
        Array(text.utf8).withUnsafeBytes {
          search(all.baseAddress, all.count, $0.baseAddress, $0.count) == nil
        }
      }
    }
  }

  private func everything(_ desk: Desk) throws -> Data {
    let names = try FileManager.default.subpathsOfDirectory(atPath: desk.scratch.path)
    return names.reduce(into: Data()) { all, name in
      all += FileManager.default.contents(atPath: "\(desk.scratch.path)/\(name)") ?? Data()
    }
  }

  @discardableResult
  static func forget(_ cases: Set<ID>, _ desk: Desk, dryRun: Bool = false) throws -> Forgetting {
    try desk.open().erase(desk.act, dryRun: dryRun) {
      try $0.forget(cases, because: "kept for six years", decider: "M Osei")
    }.value
  }

  @Test("S13: of a hundred children no byte is left that was theirs alone", arguments: stores)
  func noByte(_ medium: Medium) throws {
    let desk = try Self.written(medium, children: 300)
    try desk.open().prepareWaited()
    let cases = try Self.some(100, desk)
    let gone = try desk.read { try $0.belongings(of: cases) }
    let theirs = gone.erased.map(\.stored.entry)
    let before = try desk.export()
    let lines = Set(theirs.map(line))
    let forgotten = try Self.forget(cases, desk)
    let contacts = theirs.filter { entry in
      if case .person(let person) = entry { person.role == .contact } else { false }
    }
    #expect(contacts.count > 30)
    #expect(forgotten.entries == theirs.count && forgotten.people == 100 + contacts.count)
    let left = try desk.export()
    #expect(left.count == before.count - theirs.count + 1)
    #expect(Set(before).subtracting(left) == lines)
    let rest = Data(left.joined(separator: "\n").utf8)
    let all = try everything(desk)
    let alone = lacking(texts(theirs), rest)
    #expect(alone.count > 1_000)
    let found = Set(alone).subtracting(lacking(alone, all))
    #expect(found.isEmpty, "\(found.count): \(found.prefix(3))")
    #expect(try desk.findings() == [])
    if medium == .folder {
      for id in gone.ids {
        #expect(!FileManager.default.fileExists(atPath: desk.path + "\(id).jsonl"))
      }
    }
    // What waits is worked out anew, and is what would be worked out from nothing.
    try desk.open().prepareWaited()
    #expect(try desk.findings() == [])
  }

  @Test("Tonight's file does not bring them back", arguments: stores)
  func tonight(_ medium: Medium) throws {
    let desk = try Self.written(medium, children: 12)
    let unnumbered = "first_name,last_name,dob,reason\nZed,Unnumbered,11/02/2012,tired\n"
    _ = try desk.take(unnumbered, agency: "Ward 7")
    let piped = try Desk(.pipe, seed: 9)
    _ = try piped.take(unnumbered.replacing("Zed", with: "Yul"), agency: "Ward 7")
    try desk.load(try piped.export())
    try Self.screen(desk)
    let people = try desk.people()
    let cases = Set(
      people.filter { ["Zed", "Yul", "Ava", "Bo"].contains($0.given) }.map(\.family))
    try Self.forget(cases, desk)
    let left = try desk.people().map(\.given)
    #expect(left.count == people.count - people.count { cases.contains($0.family) })
    let again = try desk.take(Self.sheet("Oakfield", 0..<12), agency: "Oakfield")
    #expect(again.forgotten == 4 && again.alreadyHere == 8 && again.new == 0)
    #expect(try desk.take(Self.sheet("Elm", 0..<6), agency: "Elm").forgotten == 2)
    for name in ["Zed", "Yul"] {
      let sheet = unnumbered.replacing("Zed", with: name)
      #expect(try desk.take(sheet, agency: "Ward 7").forgotten == 1)
    }
    #expect(try desk.people().count == left.count)
    #expect(try desk.findings() == [])
    // What is new of the child is a child whom nobody knows.
    let new = Self.head + "777,Ava,Kin0son,1/02/2010,,again\n"
    #expect(try desk.take(new, agency: "Oakfield").new == 1)
  }

  @Test(
    "An older export does not bring them back", arguments: stores)
  func older(_ medium: Medium) throws {
    let desk = try Self.written(medium, children: 20)
    let people = try desk.people()
    let (one, other) = (try #require(people.first), try #require(people.last))
    try desk.write { try Deciding($0, because: ["two"]).decide(one.id, other.id, same: false) }
    try desk.write { writer in
      var withdrawal = Withdrawal()
      withdrawal.header = writer.header(family: nil)
      withdrawal.entries = [
        try #require(try writer.reader.caseFile(one.id).all(Note.self).first).header.id.text
      ]
      withdrawal.because = "written of the wrong child"
      try writer.append(.withdrawal(withdrawal))
    }
    let copy = try Desk(.file, seed: 3)
    let before = try desk.export()
    try copy.load(before)
    let forgotten = try Self.forget([one.family], desk)
    let left = try desk.export()
    let receipt = try desk.load(try copy.export())
    #expect(receipt.forgotten == forgotten.entries && receipt.naming == 0)
    #expect(receipt.added == 0 && receipt.alreadyHere == left.count - 1)
    #expect(try desk.export() == left)
    #expect(!left.contains { $0.contains("wrong child") || $0.contains("differentPeople") })
    #expect(try desk.findings() == [])
  }
}
