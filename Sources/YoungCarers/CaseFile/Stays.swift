/// One involvement with a family, or with a child in it, by its days: what a flow is counted from.
/// Where the days contradict the order in which things were written down, the order wins: nothing ends
/// before it began, nor begins before the one before has ended, so that what was carried in, came and
/// went always makes what is carried out.
public struct Stay: Sendable, Equatable {
  public enum Beginning: Sendable, Equatable {
    case accepted
    /// Passed on by another young carers service.
    case transferred
    case reopened
    /// Of a child: found in a family that was already worked with.
    case joined
  }

  public var opened: Day
  public var beginning: Beginning
  /// Nil while it goes on.
  public var closed: Day?
  public var closure: Closure?

  /// Whether it goes on when the day is over.
  public func isOpen(after day: Day) -> Bool {
    opened <= day && closed.map { day < $0 } ?? true
  }

  /// Whether it went on on any of these days.
  public func isOpen(during days: ClosedRange<Day>) -> Bool {
    opened <= days.upperBound && closed.map { days.lowerBound <= $0 } ?? true
  }
}

extension CaseFile {
  /// The involvements of the family, first to last: from an accepting triage or a reopening to a
  /// closure, as the view `involvements` lists them.
  public var stays: [Stay] {
    var stays: [Stay] = []
    for entry in turns {
      let goesOn = stays.last.map { $0.closure == nil } ?? false
      switch entry {
      case .closure(let closure) where goesOn:
        let last = stays.count - 1
        stays[last].closed = max(stays[last].opened, closure.header.day)
        stays[last].closure = closure
      case .closure: continue
      case _ where !goesOn:
        let day = max(entry.header.day, stays.last?.closed ?? entry.header.day)
        let since = stays.last?.closure?.header.recorded
        stays.append(Stay(opened: day, beginning: beginning(entry, since: since)))
      default: continue
      }
    }
    return stays
  }

  /// A family was passed on where one of the referrals that were written since the last time it was
  /// worked with, and before it was accepted, came from another service like this one.
  private func beginning(_ entry: Entry, since: Instant?) -> Stay.Beginning {
    if entry.kind == .reopening { return .reopened }
    let isPassedOn = referrals.contains { referral in
      let recorded = referral.header.recorded
      return recorded < entry.header.recorded && since.map { $0 < recorded } ?? true
        && referral.agencyKind.map { Text.folded($0) == Agency.youngCarersService } ?? false
    }
    return isPassedOn ? .transferred : .accepted
  }

  /// The involvements of a child: those of the family since the child was written down in it.
  public func stays(of child: Member, in stays: [Stay]) -> [Stay] {
    guard let known = child.entries.map(\.header.day).min() else { return [] }
    return stays.compactMap { stay in
      guard known > stay.opened else { return stay }
      guard stay.closed.map({ known < $0 }) ?? true else { return nil }
      var stay = stay
      (stay.opened, stay.beginning) = (known, .joined)
      return stay
    }
  }
}

extension Agency {
  /// The kind of an agency that passes families on: another service like this one.
  static let youngCarersService = "young carers service"
}

/// Which families, and which children, are worked with when a day is over.
public struct Involved: Sendable, Equatable {
  public var families: Set<ID> = []
  public var children: Set<ID> = []

  public init() {}

  public mutating func add(_ file: CaseFile, after day: Day) {
    let stays = file.stays
    guard stays.contains(where: { $0.isOpen(after: day) }) else { return }
    families.insert(file.family)
    for child in file.children
    where file.stays(of: child, in: stays).contains(where: { $0.isOpen(after: day) }) {
      children.insert(child.id)
    }
  }
}
