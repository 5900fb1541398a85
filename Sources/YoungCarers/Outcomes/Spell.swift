/// One involvement with a family: what was scored belongs to it by its day. A family that comes back
/// begins anew, and an old score is no first score of the new work.
public struct Spell: Sendable, Equatable {
  /// The day it was opened again; nil for the first.
  public var from: Day?
  /// When that was written down; nil for the first.
  public var since: Instant?
  /// The day after it on which the next began; a score written after the closure still counts.
  public var until: Day?
  /// Nil while it goes on.
  public var closure: Closure?

  public func contains(_ day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true)
  }

  /// Whether something that happened on a day belongs to it or to the work after it, and not to what
  /// ended before. On the very day that the work began again, what was written down first is older.
  func reaches(_ day: Day, written: Instant) -> Bool {
    guard let from, let since else { return true }
    return (from, since) < (day, written)
  }
}

extension CaseFile {
  /// The involvements of the family, first to last, in the order in which they were written down. A
  /// second closure without a reopening between takes the place of the first.
  public var spells: [Spell] {
    var spells = [Spell()]
    for entry in turns {
      let last = spells.count - 1
      if case .closure(let closure) = entry {
        spells[last].closure = closure
      } else if spells[last].closure != nil {
        spells[last].until = entry.header.day
        spells.append(Spell(from: entry.header.day, since: entry.header.recorded))
      }
    }
    return spells
  }

  /// The one that goes on, or the last.
  public var spell: Spell { spells.last ?? Spell() }

  /// Those that happened since the work began, or began again.
  func sinceItBegan<One: Payload>(_ all: [One], on day: (One) -> Day) -> [One] {
    guard !all.isEmpty else { return [] }
    let spell = spell
    return all.filter { spell.reaches(day($0), written: $0.header.recorded) }
  }
}
