/// Which entries stand: those that no standing withdrawal names and no standing entry replaces.
public enum Standing {
  /// What takes entries out of force, in the order in which it was written.
  public struct Cause: Sendable {
    public var id: ID
    public var takesOut: [ID]

    public init(id: ID, takesOut: [ID]) {
      self.id = id
      self.takesOut = takesOut
    }

    /// Nil for an entry that takes nothing out.
    public init?(_ entry: Entry) {
      if case .withdrawal(let withdrawal) = entry {
        self.init(id: entry.id, takesOut: withdrawal.entries.map { ID($0) })
      } else if let replaced = entry.header.replaces {
        self.init(id: entry.id, takesOut: [replaced])
      } else {
        return nil
      }
    }
  }

  /// The entries that have fallen, each with what took it out. A cause counts only while it stands
  /// itself, so the latest is judged first: withdrawing a withdrawal raises what it had taken out.
  /// Nothing takes an alarm out of force, neither an undo nor a withdrawal that came in a stream: it
  /// is answered (practice P1).
  public static func fallen(_ causes: [Cause], alarms: Set<ID>) -> [ID: ID] {
    var fallen: [ID: ID] = [:]
    for cause in causes.reversed() where fallen[cause.id] == nil {
      for id in cause.takesOut where !alarms.contains(id) { fallen[id] = cause.id }
    }
    return fallen
  }
}
