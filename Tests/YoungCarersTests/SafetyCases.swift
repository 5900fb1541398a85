import YoungCarers

/// A case made up for a rule: a child, and a mother who is cared for.
struct SafetyCase {
  static let family = ID("YC-1")
  static let child = ID("YP-1")
  static let mother = ID("YP-2")
  static let brother = ID("YP-3")

  static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

  private(set) var entries: [Entry] = []

  init() {
    add(Person()) { person in
      person.header.id = Self.child
      person.born = Self.day("2013-05-01")
    }
    add(Person()) { person in
      person.header.id = Self.mother
      person.role = .caredFor
    }
    add(Person()) { person in
      person.header.id = Self.brother
      person.role = .caredFor
      person.born = Self.day("2016-05-01")
    }
  }

  /// The next entry of the case; `day` is when it happened.
  @discardableResult
  mutating func add<One: Payload>(
    _ blank: One, on day: String = "2026-11-02", _ fill: (inout One) -> Void
  ) -> ID {
    var entry = blank
    entry.header.id = ID("E\(entries.count)")
    entry.header.family = Self.family
    entry.header.day = Self.day(day)
    entry.header.recorded = Instant(microseconds: Int64(entries.count))
    fill(&entry)
    entries.append(entry.entry)
    return entry.header.id
  }

  var file: CaseFile { CaseFile(family: Self.family, entries: entries, aliases: []) }
}
