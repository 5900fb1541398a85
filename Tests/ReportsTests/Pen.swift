import TestSupport
import YoungCarers

/// Writes entries down as a service would: mostly on the day, some of them late, each with a time of
/// its own. Chance is seeded: the same entries in every run.
struct Pen {
  var random: Seeded
  /// The days of the service.
  let days: ClosedRange<Day>
  /// Nothing is written late.
  var isPrompt = false
  private(set) var entries: [Entry] = []
  private var count: Int64 = 0

  init(seed: UInt64, days: ClosedRange<Day>) {
    (random, self.days) = (Seeded(seed), days)
  }

  mutating func chance(_ of: Int) -> Bool { random.chance(of) }

  mutating func draw(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &random) }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(random.next() % UInt64(values.count))]
  }

  /// Some of them, each once in so many.
  mutating func some<Value>(_ values: [Value], _ of: Int) -> [Value] {
    values.filter { _ in random.chance(of) }
  }

  mutating func newID(_ shape: ID.Shape) -> ID { ID(shape, number: random.next() % ID.count) }

  /// Adds an entry, filed under a case: gives it its name and its time. `after`: written later than
  /// that. A late one is written days or months after its day, but never after the service's last.
  @discardableResult
  mutating func write<One: Payload>(
    _ blank: One, _ family: ID?, on day: Day, id: ID? = nil, after: Instant? = nil
  ) -> One {
    var one = blank
    let late = !isPrompt && random.chance(6) ? draw(1...100) : 0
    let written = Swift.min(day + late, days.upperBound)
    let start = Swift.max(written.number, days.lowerBound.number)
    count += 1
    var microseconds = Int64(start) * 86_400_000_000
    microseconds += Int64(draw(0...86_399)) * 1_000_000 + count
    if let after { microseconds = Swift.max(microseconds, after.microseconds + count) }
    one.header.recorded = Instant(microseconds: microseconds)
    one.header.day = day
    one.header.family = family
    one.header.worker = "sam"
    one.header.id = id ?? ID.entry(at: one.header.recorded, using: &random)
    entries.append(one.entry)
    return one
  }

  /// What takes the place of an entry: the same with other values.
  @discardableResult
  mutating func rewrite<One: Payload>(_ old: One, _ new: One, on day: Day) -> One {
    var new = new
    new.header.replaces = old.header.id
    return write(new, old.header.family, on: day, after: old.header.recorded)
  }

  /// Adds copies of entries that take their place, on another day.
  mutating func replace(_ entry: Entry) throws {
    guard let kind = entry.kind else { return }
    var cells = entry.cells
    let id = ID.entry(at: entry.header.recorded, using: &random)
    let layout = kind.layout.place
    count += 1
    let late = Int64(draw(1...90)) * 86_400_000_000 + count
    let recorded = Instant(microseconds: entry.header.recorded.microseconds + late)
    func put(_ name: String, _ cell: Cell) { if let place = layout[name] { cells[place] = cell } }
    if layout["begun"] != nil, let place = layout["begun"], cells[place] == .absent {
      put("begun", .text(entry.id.text))
    }
    put("id", .text(id.text))
    put("replaces", .text(entry.id.text))
    put("day", .day(entry.header.day + draw(-40...5)))
    put("recorded", .instant(Swift.min(recorded, end(count))))
    guard entry.header.recorded < end(count) else { return }
    entries.append(try Entry(kind, cells: cells))
  }

  private func end(_ count: Int64) -> Instant {
    Instant(microseconds: Int64(days.upperBound.number) * 86_400_000_000 + 86_399_000_000 + count)
  }
}
