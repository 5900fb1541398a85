import TestSupport
import Testing

@testable import YoungCarers

private func person(_ id: String, in family: String, at time: Int64) -> Entry {
  var person = Person()
  person.header.id = ID(id)
  person.header.family = ID(family)
  person.header.recorded = Instant(microseconds: time)
  person.given = id
  return .person(person)
}

private func referral(_ id: String, of who: String, in family: String, at time: Int64) -> Entry {
  var referral = Referral()
  referral.header.id = ID(id)
  referral.header.family = ID(family)
  referral.header.recorded = Instant(microseconds: time)
  referral.person = ID(who)
  return .referral(referral)
}

@Suite struct CaseFileTests {
  private let entries = [
    person("P1", in: "F1", at: 1), referral("R1", of: "P1", in: "F1", at: 2),
    person("P2", in: "F1", at: 3), referral("R2", of: "P2", in: "F1", at: 4),
    person("P3", in: "F1", at: 5), referral("R3", of: "P3", in: "F1", at: 6),
  ]
  private let joined = [Identity.Alias(id: ID("P3"), person: ID("P1"), family: ID("F1"))]

  @Test("A kind with a person is about that person", arguments: Kind.allCases)
  func subjects(_ kind: Kind) throws {
    let cells = kind.layout.fields.map { field -> Cell in
      switch field.type {
      case .id: field.name == "person" ? .text("YP-1") : .text("YC-1")
      case .day: .day(Day(number: 0))
      case .instant: .instant(Instant(microseconds: 0))
      default: .absent
      }
    }
    let required = zip(kind.layout.fields, cells).map { field, cell -> Cell in
      guard field.isRequired, cell == .absent else { return cell }
      if field.type == .integer { return .integer(1) }
      if field.type == .truth { return .truth(true) }
      return field.type == .list ? .list([]) : .text(field.name == "role" ? "youngCarer" : "new")
    }
    let subject = try Entry(kind, cells: required).subject
    #expect(subject.family == ID("YC-1"))
    let isAbout = kind.layout.place["person"] != nil
    #expect(subject.person == (kind == .person ? ID("YC-1") : isAbout ? ID("YP-1") : nil))
  }

  @Test("It does not depend on the order in which entries came in")
  func order() {
    var generator = Seeded(5)
    let expected = CaseFile(family: ID("F1"), entries: entries, aliases: []).entries
    for _ in 0..<50 {
      let shuffled = entries.shuffled(using: &generator)
      #expect(CaseFile(family: ID("F1"), entries: shuffled, aliases: []).entries == expected)
    }
  }

  @Test("Joined entries are one person, with all that was ever said of them")
  func members() {
    let file = CaseFile(family: ID("F1"), entries: entries, aliases: joined)
    #expect(file.members.map(\.id) == [ID("P1"), ID("P2")])
    #expect(file.members[0].all(\.given) == ["P1", "P3"])
    #expect(file.members[0].latest(\.given) == "P3")
  }

  /// P2: a repeat contact joined to a known child goes before the lead worker.
  @Test("A repeat referral is unread until a note answers it")
  func unread() {
    #expect(CaseFile(family: ID("F1"), entries: entries, aliases: []).unreadRepeats.isEmpty)
    let file = CaseFile(family: ID("F1"), entries: entries, aliases: joined)
    #expect(file.unreadRepeats.map(\.header.id) == [ID("R3")])
    var note = Note()
    note.header.id = ID("N1")
    note.about = ID("R3")
    let read = CaseFile(family: ID("F1"), entries: entries + [.note(note)], aliases: joined)
    #expect(read.unreadRepeats.isEmpty)
  }

  @Test("What came in last is the repeat, whatever day it is about")
  func lateNews() throws {
    guard case .referral(var late) = referral("R4", of: "P1", in: "F1", at: 9) else {
      Issue.record("no referral")
      return
    }
    late.header.day = (try #require(Day("1999-01-01")))
    let file = CaseFile(family: ID("F1"), entries: entries + [.referral(late)], aliases: [])
    #expect(file.unreadRepeats.map(\.header.id) == [ID("R4")])
  }

  @Test("A lead is a lead from the first day to the last")
  func leads() throws {
    var lead = Allocation()
    lead.header.day = try #require(Day("2026-05-01"))
    lead.lead = "R Shah"
    lead.ends = Day("2026-05-31")
    let file = CaseFile(family: ID("F1"), entries: [.allocation(lead)], aliases: [])
    for (day, count) in [
      ("2026-04-30", 0), ("2026-05-01", 1), ("2026-05-31", 1), ("2026-06-01", 0),
    ] {
      #expect(file.leads(on: try #require(Day(day))).count == count, "\(day)")
    }
  }
}

@Suite struct StandingTests {
  @Test("A withdrawal takes out, and its own withdrawal raises again")
  func withdrawals() {
    let first = Standing.Cause(id: ID("W1"), takesOut: [ID("A"), ID("B")])
    let second = Standing.Cause(id: ID("W2"), takesOut: [ID("W1")])
    let third = Standing.Cause(id: ID("W3"), takesOut: [ID("W2")])
    #expect(Standing.fallen([first], alarms: []) == [ID("A"): ID("W1"), ID("B"): ID("W1")])
    #expect(Standing.fallen([first, second], alarms: []) == [ID("W1"): ID("W2")])
    #expect(Standing.fallen([first, second, third], alarms: [])[ID("A")] == ID("W1"))
    // In whatever order they came in.
    #expect(Standing.fallen([second, first], alarms: []) == [ID("W1"): ID("W2")])
    for causes in [[third, second, first], [second, third, first], [third, first, second]] {
      let fallen = [ID("A"): ID("W1"), ID("B"): ID("W1"), ID("W2"): ID("W3")]
      #expect(Standing.fallen(causes, alarms: []) == fallen)
    }
  }

  @Test("P1: neither a withdrawal nor a replacement takes an alarm out of force")
  func alarms() {
    let undo = Standing.Cause(id: ID("W1"), takesOut: [ID("FLAG"), ID("A")])
    let other = Standing.Cause(id: ID("B"), takesOut: [ID("FLAG")])
    #expect(Standing.fallen([undo, other], alarms: [ID("FLAG")]) == [ID("A"): ID("W1")])
    #expect(Standing.fallen([undo, other], alarms: [])[ID("FLAG")] == ID("W1"))
  }

  @Test(
    "Of entries in each other's place only the last stands; taking it back raises the one before")
  func replacements() {
    let chain = [("B", "A"), ("C", "B"), ("D", "C")].map {
      Standing.Cause(id: ID($0.0), takesOut: [ID($0.1)], isReplacement: true)
    }
    #expect(Set(Standing.fallen(chain, alarms: []).keys) == [ID("A"), ID("B"), ID("C")])
    #expect(
      Standing.fallen(chain.reversed(), alarms: []) == Standing.fallen(chain, alarms: []))
    let undone = Standing.Cause(id: ID("W"), takesOut: [ID("D")])
    #expect(Set(Standing.fallen(chain + [undone], alarms: []).keys) == [ID("A"), ID("B"), ID("D")])
    let both = Standing.Cause(id: ID("V"), takesOut: [ID("C")])
    #expect(
      Set(
        Standing.fallen(
          chain + [undone, both], alarms: []
        ).keys) == [ID("A"), ID("C"), ID("D")])
  }
}

@Suite struct IdentityTests {
  private func member(_ id: String, _ family: String, _ time: Int64) -> Identity.Member {
    Identity.Member(id: ID(id), family: ID(family), recorded: Instant(microseconds: time))
  }

  @Test("The first written stands for its class, and brings the others home")
  func joined() {
    let aliases = Identity.resolve(
      people: [
        member("P1", "F1", 1), member("P2", "F2", 2), member("P3", "F3", 3), member("Q", "F3", 4),
      ],
      samePeople: [(ID("P3"), ID("P2")), (ID("P1"), ID("P2"))],
      families: [member("F1", "F1", 1), member("F2", "F2", 2), member("F3", "F3", 3)],
      sameFamilies: [])
    let seen = Dictionary(uniqueKeysWithValues: aliases.map { ($0.id, $0) })
    #expect(seen[ID("P2")]?.person == ID("P1") && seen[ID("P3")]?.person == ID("P1"))
    #expect(seen[ID("P3")]?.family == ID("F1"))
    // F2 has nobody left, so it is seen as F1; F3 still has Q.
    #expect(seen[ID("F2")]?.family == ID("F1"))
    #expect(seen[ID("F3")] == nil && seen[ID("Q")] == nil)
  }

  @Test("Two cases of one household are one case, and their people stay two people")
  func households() {
    let aliases = Identity.resolve(
      people: [member("P1", "F1", 1), member("P2", "F2", 2)], samePeople: [],
      families: [member("F1", "F1", 1), member("F2", "F2", 2)], sameFamilies: [(ID("F2"), ID("F1"))]
    )
    let seen = Dictionary(uniqueKeysWithValues: aliases.map { ($0.id, $0) })
    #expect(seen[ID("F2")]?.family == ID("F1"))
    #expect(seen[ID("P2")] == Identity.Alias(id: ID("P2"), person: ID("P2"), family: ID("F1")))
  }

  @Test("A household that was joined with another and then left is seen where its people are")
  func leftAfterJoining() {
    let families = ["F1", "F2", "F3"].enumerated().map { member($1, $1, Int64($0)) }
    let aliases = Identity.resolve(
      people: [member("P1", "F1", 1), member("P2", "F2", 2), member("P3", "F3", 3)],
      samePeople: [(ID("P1"), ID("P2"))], families: families,
      sameFamilies: [(ID("F2"), ID("F3"))])
    let seen = Dictionary(uniqueKeysWithValues: aliases.map { ($0.id, $0.family) })
    // P2 is at home in F1; P3 stayed, so F2 and F3 are one household and not F1.
    #expect(seen == [ID("P2"): ID("F1"), ID("P3"): ID("F2"), ID("F3"): ID("F2")])
  }

  @Test("What an id stands for stands for itself, whatever was decided")
  func settled() {
    var generator = Seeded(7)
    for _ in 0..<300 {
      let families = (0..<6).map { member("F\($0)", "F\($0)", Int64($0)) }
      let people = (0..<9).map {
        member("P\($0)", "F\(Int.random(in: 0..<6, using: &generator))", Int64($0))
      }
      func pairs(_ name: String, _ count: Int) -> [(ID, ID)] {
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in
          (
            ID("\(name)\(Int.random(in: 0..<count, using: &generator))"),
            ID("\(name)\(Int.random(in: 0..<count, using: &generator))")
          )
        }
      }
      let aliases = Identity.resolve(
        people: people, samePeople: pairs("P", 9), families: families, sameFamilies: pairs("F", 6))
      let seen = Dictionary(uniqueKeysWithValues: aliases.map { ($0.id, $0) })
      for alias in aliases {
        #expect(seen[alias.family] == nil)
        if let person = alias.person { #expect(seen[person].map { $0.person == person } ?? true) }
      }
    }
  }

  @Test("The result does not depend on the order of decisions")
  func order() {
    var generator = Seeded(6)
    let people = (1...12).map { member("P\($0)", "F\($0)", Int64($0)) }
    let families = (1...12).map { member("F\($0)", "F\($0)", Int64($0)) }
    var joins = [(2, 5), (5, 9), (12, 2), (3, 4), (7, 8), (8, 3)].map {
      (ID("P\($0)"), ID("P\($1)"))
    }
    func resolve() -> Set<String> {
      Set(
        Identity.resolve(people: people, samePeople: joins, families: families, sameFamilies: [])
          .map { "\($0.id.text) \($0.person?.text ?? "") \($0.family.text)" })
    }
    let expected = resolve()
    for _ in 0..<30 {
      joins.shuffle(using: &generator)
      joins = joins.map { Bool.random(using: &generator) ? ($0.1, $0.0) : $0 }
      #expect(resolve() == expected)
    }
  }
}
