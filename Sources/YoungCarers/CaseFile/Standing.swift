/// Which entries stand: those that no standing withdrawal names and no standing entry replaces.
public enum Standing {
  /// What takes entries out of force, in the order in which it was written.
  public struct Cause: Sendable {
    public var id: ID
    public var takesOut: [ID]
    /// Whether it takes the place of what it takes out, and does not withdraw it.
    public var isReplacement = false

    public init(id: ID, takesOut: [ID], isReplacement: Bool = false) {
      self.id = id
      self.takesOut = takesOut
      self.isReplacement = isReplacement
    }

    /// Nil for an entry that takes nothing out.
    public init?(_ entry: Entry) {
      if case .withdrawal(let withdrawal) = entry {
        self.init(id: entry.id, takesOut: withdrawal.entries.map { ID($0) })
      } else if let replaced = entry.header.replaces {
        self.init(id: entry.id, takesOut: [replaced], isReplacement: true)
      } else {
        return nil
      }
    }
  }

  /// The entries that have fallen, each with what took it out. A cause counts only while it stands
  /// itself, so what takes it out is judged before it, in whatever order the two came in: withdrawing
  /// a withdrawal raises what it had taken out.
  /// What was replaced counts on: a third entry in the place of a second does not raise the first.
  /// Nothing takes an alarm out of force, neither an undo nor a withdrawal that came in a stream: it
  /// is answered (practice P1).
  public static func fallen(_ causes: [Cause], alarms: Set<ID>) -> [ID: ID] {
    var fallen: [ID: ID] = [:]
    var replaced: Set<ID> = []
    for cause in inTurn(causes) where fallen[cause.id] == nil || replaced.contains(cause.id) {
      let taken = cause.takesOut.filter { !alarms.contains($0) }
      for id in taken { fallen[id] = cause.id }
      if cause.isReplacement { replaced.formUnion(taken) }
    }
    return fallen
  }

  /// The latest first, but each after whatever takes it out.
  private static func inTurn(_ causes: [Cause]) -> [Cause] {
    let ids = Set(causes.map(\.id))
    var takers: [ID: [Cause]] = [:]
    for cause in causes {
      for id in cause.takesOut where ids.contains(id) { takers[id, default: []].append(cause) }
    }
    guard !takers.isEmpty else { return causes.reversed() }
    var order: [Cause] = []
    var (met, placed): (Set<ID>, Set<ID>) = ([], [])
    for last in causes.reversed() {
      var waiting = [last]
      while let cause = waiting.last {
        let before = met.insert(cause.id).inserted ? takers[cause.id] ?? [] : []
        let unmet = before.filter { !met.contains($0.id) }
        waiting += unmet
        guard unmet.isEmpty else { continue }
        waiting.removeLast()
        if placed.insert(cause.id).inserted { order.append(cause) }
      }
    }
    return order
  }
}
