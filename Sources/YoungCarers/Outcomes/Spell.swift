/// One involvement with a family: what was scored belongs to it by its day. A family that comes back
/// begins anew, and an old score is no first score of the new work.
public struct Spell: Sendable, Equatable {
  /// The day it was opened again; nil for the first.
  public var from: Day?
  /// The day after it on which the next began; a score written after the closure still counts.
  public var until: Day?
  /// Nil while it goes on.
  public var closure: Closure?

  public func contains(_ day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true)
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
        spells.append(Spell(from: entry.header.day))
      }
    }
    return spells
  }

  /// The one that goes on, or the last.
  public var spell: Spell { spells.last ?? Spell() }
}
