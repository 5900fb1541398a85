import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("What is late in a store is what the rule says of each case, read whole")
struct OverdueStoreTests {
  private let day = Day(number: 20_000)
  private let service = YoungCarers.Service(.plain)

  private var days: AgendaDays {
    AgendaDays(
      today: day, soon: day + 3000, transitionFrom: day + -9000, transitionUntil: day + 9000)
  }

  @Test(
    "The fields it reads are enough, and of some cases it says what of them among all",
    arguments: UInt64(0)..<12)
  func same(seed: UInt64) throws {
    var random = Seeded(seed)
    var entries = Entries(seed: seed)
    let desk = try Desk(.pipe)
    try desk.load(try entries.lines(400))
    try desk.read { reader in
      let found = try reader.overdue(days, service)
      #expect(Set(found.map(\.what)).count > 3)
      var waiting: [ID: (by: Day, form: Assessment.Form)] = [:]
      for form in [Assessment.Form.transition, .needs] {
        for place in WaitingList.ordered(
          try reader.waiting(form), form, service, isClosed: false, on: day)
        {
          waiting[place.child.person] = (place.contactBy, form)
        }
      }
      var expected = Agenda(days).overdue(
        in: try reader.looseFile(reading: Overdue.reads), service, waiting: waiting)
      var cases = 0
      try reader.eachCase { file in
        cases += 1
        expected += Agenda(days).overdue(in: file, service, waiting: waiting)
      }
      #expect(cases > 1)
      #expect(found == Overdue.ordered(expected))
      let some = Set(try reader.allFamilies().filter { _ in random.chance(2) })
      let theirs = try reader.overdue(days, service, families: some)
      #expect(theirs == found.filter { some.contains($0.item.family) })
    }
  }

  @Test("Every case comes once, in the order of the ids, as it is read alone")
  func each() throws {
    var entries = Entries(seed: 7)
    let desk = try Desk(.pipe)
    try desk.load(try entries.lines(400))
    try desk.read { reader in
      var found: [CaseFile] = []
      try reader.eachCase { found.append($0) }
      #expect(found.map(\.family) == found.map(\.family).sorted())
      #expect(Set(found.map(\.family)).isSuperset(of: try reader.allFamilies()))
      for file in found { #expect(try reader.caseFile(file.family).entries == file.entries) }
    }
  }
}
