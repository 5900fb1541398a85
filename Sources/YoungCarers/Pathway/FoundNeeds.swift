/// Needs that assessments found in a case, and whether anybody meets them (practice P40). A need is
/// found where the answers say that the child is in need, or that it is not, or only partly,
/// appropriate for the child to care.
public struct FoundNeeds: Sendable {
  private struct Found {
    var child: ID
    var finished: Day
    var isNeed: Bool
  }

  private let file: CaseFile
  private let found: [Found]
  private let waits: [ID: [ListStay]]
  private let signposts: [ID: Signpost]

  /// Nil where no assessment found any.
  public init?(_ file: CaseFile) {
    found = file.all(Assessment.self).compactMap { one in
      guard one.form == .needs, let finished = one.finished, let child = one.person else {
        return nil
      }
      return Found(child: file.today(child), finished: finished, isNeed: one.findsNeed)
    }
    guard found.contains(where: \.isNeed) else { return nil }
    self.file = file
    waits = file.listStays(.needs).merging(file.listStays(.transition)) { $0 + $1 }
    signposts = Dictionary(
      file.entries.compactMap { $0.of(Signpost.self) }.map { ($0.header.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// How many children are known to need help when a day is over, by the last assessment of each in the
  /// twelve months up to it; and how many of them nobody helps then.
  public func count(after day: Day) -> (found: Int, unmet: Int) {
    let last = found.filter { $0.finished <= day && day < $0.finished.adding(months: 12) }
      .gathered(by: \.child)
      .compactMap { $0.max { ($0.finished, $0.isNeed ? 1 : 0) < ($1.finished, $1.isNeed ? 1 : 0) } }
      .filter(\.isNeed)
    return (last.count, last.count { !isMet($0, on: day) })
  }

  private func isMet(_ need: Found, on day: Day) -> Bool {
    func isTheirs(_ person: ID?) -> Bool { person.map { file.today($0) == need.child } ?? true }
    let since = need.finished...day
    return file.all(FamilyPlan.self).contains { $0.isLive(on: day) }
      || waits[need.child]?.contains { $0.waits(after: day) } ?? false
      || file.all(Offer.self).contains {
        $0.answer == .accepted && isTheirs($0.person) && since.contains($0.header.day)
      }
      || file.all(Signpost.self).contains {
        isTheirs($0.person) && state(of: $0, on: day).map(\.isTakenUp) ?? false
      }
      || file.all(Closure.self).contains {
        since.contains($0.header.day) && !$0.because.leavesNeed
      }
  }

  /// As it was last written down by then: each entry takes the place of the one before.
  private func state(of signpost: Signpost, on day: Day) -> Signpost.State? {
    var met: Set<ID> = []
    var one = signpost
    while one.header.day > day {
      guard met.insert(one.header.id).inserted,
        let before = one.header.replaces.flatMap({ signposts[$0] })
      else { return nil }
      one = before
    }
    return one.state
  }
}

extension Assessment {
  fileprivate var findsNeed: Bool {
    let answers = Answers(answers)
    return answers["inNeed"] == "yes" || ["no", "partly"].contains(answers["appropriate"])
  }
}

extension FamilyPlan {
  fileprivate func isLive(on day: Day) -> Bool {
    agreed.map { $0 <= day } ?? false && ended.map { day < $0 } ?? true
  }
}

extension Signpost.State {
  /// Whether the family goes there, or is about to.
  fileprivate var isTakenUp: Bool { self != .offered && self != .declined && self != .ended }
}

extension Closure.Reason {
  /// Whether the work ended and nothing says that the need did, or that somebody else looks to it.
  fileprivate var leavesNeed: Bool { self == .declined || self == .lostContact || self == .limit }
}
