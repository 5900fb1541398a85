import GRDB
import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("What belongs to a case that is forgotten, and what does not")
struct ForgetScopeTests {
  private func codes(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let problem as Problem {
      return problem.status == .notAllowed ? problem.code : "\(problem.code)!"
    } catch {
      return "\(error)"
    }
  }

  @Test("A family that was joined by mistake and parted since stays", arguments: ForgetTests.stores)
  func parted(_ medium: Medium) throws {
    let desk = try ForgetTests.written(medium, children: 4)
    let people = try desk.people()
    let (one, other) = (people[0], people[1])
    try desk.write { try Deciding($0, because: ["one"]).decide(one.id, other.id, same: true) }
    try desk.write { try Deciding($0, because: ["two"]).decide(one.id, other.id, same: false) }
    let theirs = Set(
      try desk.read { reader in try reader.caseFile(other.id).standing.map(line) })
    let derived = try desk.derived()
    #expect(derived.isEmpty == false)
    try ForgetTests.forget([one.family], desk)
    let left = try desk.export()
    #expect(theirs.isSubset(of: left) && theirs.count > 4)
    // The decisions and what withdrew one of them go with the one they were about.
    for kind in ["samePerson", "differentPeople", "withdrawal"] {
      #expect(!left.contains { $0.contains("\"record\":\"\(kind)\"") && $0.contains(one.id.text) })
    }
    #expect(!left.contains { $0.contains("\"record\":\"withdrawal\"") })
    #expect(try desk.findings() == [])
  }

  @Test(
    "Somebody of another case who was filed here goes with neither", arguments: ForgetTests.stores)
  func tangled(_ medium: Medium) throws {
    let desk = try Desk(medium)
    let (first, second) = try desk.write { writer in
      let first = try writer.newChild(born: Day(number: 15_000), given: "Ava")
      let second = try writer.newChild(born: Day(number: 15_000), given: "Avah")
      var sibling = Person()
      sibling.header = try writer.header(about: second)
      sibling.header.id = try writer.newID(.person)
      sibling.given = "Bo"
      try writer.append(.person(sibling))
      return (first, second)
    }
    try desk.write { try Deciding($0, because: ["one"]).decide(first, second, same: true) }
    let homes = try desk.read { try (($0.home(of: first)), ($0.home(of: second))) }
    let before = try desk.export()
    #expect(codes { try ForgetTests.forget([homes.1], desk) } == "forget-tangled")
    #expect(try desk.export() == before)
    try ForgetTests.forget([homes.0, homes.1], desk)
    #expect(try desk.export().count == 1)
    #expect(try desk.findings() == [])
  }

  @Test("What another case says of somebody here stands in the way", arguments: ForgetTests.stores)
  func named(_ medium: Medium) throws {
    let desk = try Desk(medium)
    let children = try desk.write { writer in
      let children = try ["Ava", "Bo"].map {
        try writer.newChild(born: Day(number: 15_000), given: $0)
      }
      try writer.add(Assessment(), about: children[1]) { $0.caredFor = children[0] }
      return children
    }
    let homes = try desk.read { reader in try children.map { try reader.home(of: $0) } }
    let before = try desk.export()
    #expect(codes { try ForgetTests.forget([homes[0]], desk) } == "forget-named")
    #expect(try desk.export() == before)
    try ForgetTests.forget([homes[1]], desk)
    try ForgetTests.forget([homes[0]], desk)
    #expect(try desk.export().count == 2)
    #expect(try desk.findings() == [])
  }

  @Test("Nobody goes of whom it is undecided who they are, and then nobody is asked")
  func doubt() throws {
    let desk = try Desk()
    let children = try desk.write { writer in
      let children = try ["Ava", "Bo"].map {
        try writer.newChild(born: Day(number: 15_000), given: $0)
      }
      try writer.add(Referral(), about: children[1]) {
        $0.person = children[1]
        $0.candidates = [children[0].text]
      }
      return children
    }
    #expect(try desk.read { try $0.doubts() }.count == 1)
    try desk.write { try $0.add(Screening(), about: children[1]) { $0.person = children[1] } }
    let homes = try desk.read { reader in try children.map { try reader.home(of: $0) } }
    for home in homes {
      #expect(codes { try ForgetTests.forget([home], desk) } == "case-doubted")
    }
    try desk.write {
      try Deciding($0, because: ["two"]).decide(children[0], children[1], same: false)
    }
    try ForgetTests.forget([homes[0]], desk)
    #expect(try desk.read { try $0.doubts() }.isEmpty)
    #expect(try desk.findings() == [])
  }

  @Test("Work that goes on, a child who waits, and an open flag keep a case")
  func refused() throws {
    let desk = try Desk()
    let child = try desk.write { try $0.newChild(born: Day(number: 15_000), given: "Ava") }
    let home = try desk.read { try $0.home(of: child) }
    func add<One: Payload>(_ blank: One, _ fill: (inout One) -> Void) throws -> ID {
      try desk.write { try $0.add(blank, about: child, fill) }
    }
    func refusal() -> String? { codes { try ForgetTests.forget([home], desk, dryRun: true) } }
    #expect(refusal() == nil)
    _ = try add(Triage()) { $0.ways = [Triage.Way.accepted.rawValue] }
    #expect(refusal() == "case-open")
    _ = try add(Closure()) { $0.because = .planDone }
    #expect(refusal() == nil)
    _ = try add(Triage()) {
      $0.ways = [Triage.Way.needs.rawValue]
      $0.person = child
    }
    #expect(refusal() == "case-waits")
    _ = try add(Assessment()) {
      $0.person = child
      ($0.form, $0.finished) = (.needs, $0.header.day)
    }
    #expect(refusal() == nil)
    let flag = try add(SafeguardingFlag()) { $0.person = child }
    #expect(refusal() == "flag-open")
    _ = try add(SafeguardingFlag()) { ($0.answers, $0.done, $0.doneBy) = (flag, "Rang.", "R Shah") }
    #expect(refusal() == nil)
    _ = try add(Referral()) { $0.person = child }
    #expect(refusal() == "case-unscreened")
    _ = try add(Screening()) { $0.person = child }
    #expect(refusal() == nil)
    let complaint = try add(Complaint()) { $0.person = child }
    #expect(refusal() == "case-complains")
    _ = try add(Complaint()) { ($0.header.replaces, $0.answered) = (complaint, $0.header.day) }
    #expect(refusal() == nil)
    let booked = try add(Conference()) { $0.date = $0.header.day + 9 }
    #expect(refusal() == "case-booked")
    _ = try add(Conference()) { ($0.header.replaces, $0.cancelled) = (booked, $0.header.day) }
    #expect(refusal() == nil)
    try ForgetTests.forget([home], desk)
    #expect(try desk.export().count == 1)
    let pipe = #expect(throws: Problem.self) {
      try Desk(.pipe).open().erase(desk.act) { _ in }
    }
    #expect(pipe?.code == "forget-pipe" && pipe?.status == .usage)
  }

  @Test(
    "Whatever is forgotten, nothing of anybody else is, and a check finds nothing",
    arguments: 0..<40)
  func law(_ seed: UInt64) throws {
    let desk = try Desk(seed % 2 == 0 ? .file : .folder, seed: seed)
    var entries = Entries(seed: seed)
    try desk.load(try entries.lines(60))
    // An answer to every alarm, and an end to all work.
    let cases = try desk.read { try $0.everyCase() }.filter { $0.shape == .family }
    let before = try desk.export()
    var others: [String] = []
    let one = try #require(cases.sorted().first)
    let gone: Belongings? = try unless("forget-tangled") {
      try desk.read { try $0.belongings(of: [one]) }
    }
    guard let gone else { return }
    let theirs = Set(gone.erased.map { line($0.stored.entry) })
    others = before.filter { !theirs.contains($0) }
    let forgotten: Forgetting? = try unless(
      "forget-named", "case-open", "case-waits", "flag-open", "case-unscreened", "case-complains",
      "case-booked", "case-doubted"
    ) { try ForgetTests.forget([one], desk) }
    guard let forgotten else {
      #expect(try desk.export() == before && desk.findings() == [])
      return
    }
    #expect(forgotten.entries == theirs.count)
    #expect(try desk.export().dropLast() == others[...])
    #expect(try desk.findings() == [])
    let receipt = try desk.load(before)
    #expect(receipt.added == 0 && receipt.forgotten == theirs.count)
  }
}
