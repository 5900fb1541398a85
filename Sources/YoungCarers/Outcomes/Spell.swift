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
    for entry in standing.sorted(by: { $0.header.recorded < $1.header.recorded }) {
      let last = spells.count - 1
      switch entry {
      case .closure(let closure): spells[last].closure = closure
      case .reopening(let again) where spells[last].closure != nil:
        spells[last].until = again.header.day
        spells.append(Spell(from: again.header.day))
      case .triage(let triage)
      where spells[last].closure != nil && triage.ways.contains(Triage.Way.accepted.rawValue):
        spells[last].until = triage.header.day
        spells.append(Spell(from: triage.header.day))
      default: break
      }
    }
    return spells
  }

  /// The one that goes on, or the last.
  public var spell: Spell { spells.last ?? Spell() }
}
