import Testing
import YoungCarers

@Suite("Who was worked with, as it was known at a time")
struct AtAnEarlierTimeTests {
  private static let one = ID("YC-1")
  private static let other = ID("YC-2")
  private static let day = SafetyCase.day("2026-09-30")

  private struct Book {
    var entries: [Entry] = []

    mutating func add<One: Payload>(
      _ blank: One, at time: Int64, of family: ID, on day: String = "2026-09-01",
      _ fill: (inout One) -> Void = { _ in }
    ) {
      var entry = blank
      entry.header.id = ID("E\(entries.count)")
      entry.header.family = family
      entry.header.day = SafetyCase.day(day)
      entry.header.recorded = Instant(microseconds: time)
      fill(&entry)
      entries.append(entry.entry)
    }

    mutating func family(_ id: ID, child: ID, at time: Int64) {
      add(Family(), at: time, of: id) { $0.header.id = id }
      add(Person(), at: time, of: id) { $0.header.id = child }
      add(Triage(), at: time, of: id) { $0.ways = ["accepted"] }
    }

    func involved(written: Int64?, identity: Int64?) -> [Int] {
      let found = AtAnEarlierTime(entries).involved(
        after: AtAnEarlierTimeTests.day,
        written: written.map { Instant(microseconds: $0) },
        identity: identity.map { Instant(microseconds: $0) })
      return [found.families.count, found.children.count]
    }
  }

  private var two: Book {
    var book = Book()
    book.family(Self.one, child: ID("YP-1"), at: 1)
    book.family(Self.other, child: ID("YP-2"), at: 2)
    return book
  }

  @Test("Two children found to be one later were two then, and are one now")
  func joined() {
    var book = two
    book.add(SamePerson(), at: 50, of: Self.one, on: "2026-10-05") {
      ($0.one, $0.other) = (ID("YP-1"), ID("YP-2"))
    }
    #expect(book.involved(written: 40, identity: 40) == [2, 2])
    #expect(book.involved(written: 40, identity: nil) == [1, 1])
    #expect(book.involved(written: nil, identity: nil) == [1, 1])
  }

  @Test("A join withdrawn later: one then, two now")
  func parted() {
    var book = two
    book.add(SamePerson(), at: 5, of: Self.one) {
      ($0.one, $0.other) = (ID("YP-1"), ID("YP-2"))
    }
    let decision = book.entries[book.entries.count - 1].id
    book.add(Withdrawal(), at: 50, of: Self.one, on: "2026-10-05") { $0.entries = [decision.text] }
    #expect(book.involved(written: 40, identity: 40) == [1, 1])
    #expect(book.involved(written: 40, identity: nil) == [2, 2])
  }

  @Test("A closure of last month written down this month counts among what is known now")
  func writtenLate() {
    var book = two
    book.add(Closure(), at: 50, of: Self.one, on: "2026-09-28")
    #expect(book.involved(written: 40, identity: 40) == [2, 2])
    #expect(book.involved(written: nil, identity: nil) == [1, 1])
  }
}
