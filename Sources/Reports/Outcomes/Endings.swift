import Storage
import YoungCarers

/// Between which days work ended: the first and the last, each nil where there is no bound.
public struct EndingDays: Sendable {
  public let first: Day?
  public let last: Day?

  public init(_ first: Day?, _ last: Day?) { (self.first, self.last) = (first, last) }

  func contains(_ spell: Spell) -> Bool {
    guard let day = spell.closure?.header.day else { return false }
    return (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
  }
}

extension OfServices<Collated> {
  /// What has changed where the work ended; `families` limits it to some cases. Over all services the
  /// work with a family that several know ends where none of them goes on with it, and is told as the
  /// service has it with whom it ended.
  public init(
    of services: [OpenService], _ days: EndingDays, families: Set<ID>? = nil,
    _ instruments: Instruments, _ act: Act
  ) throws {
    var stories: [Story] = []
    var place = 0
    try self.init(services, act, from: Collated()) { _, reader, adding in
      for family in try reader.endedFamilies(
        from: days.first, until: days.last, families: families)
      {
        let file = try reader.caseFile(family)
        for spell in file.spells where days.contains(spell) {
          adding.add(family) { $0.add(file, spell, instruments) }
        }
      }
      if let shared = adding.shared {
        try reader.eachCase(shared.cases) { stories.append(Story(place: place, file: $0)) }
      }
      place += 1
    } once: { shared, all in
      let families = try shared.read { whole in
        try Dictionary(grouping: stories) { try whole.today($0.file.family).family }
      }
      for stories in families.values {
        for (file, spell) in Story.endings(stories) where days.contains(spell) {
          all.add(file, spell, instruments)
        }
      }
    }
  }
}

/// What one of several services has written down of a family.
struct Story {
  /// Of the service among them.
  let place: Int
  let file: CaseFile
  private let stays: [Stay]

  init(place: Int, file: CaseFile) {
    (self.place, self.file) = (place, file)
    stays = file.stays
  }

  /// Each time that the work ended and no service went on with it, once.
  static func endings(_ stories: [Story]) -> [(CaseFile, Spell)] {
    var met: Set<ID> = []
    let ended = stories.sorted { $0.place < $1.place }.flatMap { story in
      story.file.spells.compactMap { spell -> (story: Story, spell: Spell, ending: Ending)? in
        guard let closure = spell.closure, met.insert(closure.header.id).inserted else {
          return nil
        }
        let ending = Ending(day: closure.header.day, closure: closure, place: story.place)
        return (story, spell, ending)
      }
    }
    // Where nobody had begun to work with them there is one ending.
    let isWorked = stories.contains { !$0.stays.isEmpty }
    let left = isWorked ? ended : ended.max { $0.ending < $1.ending }.map { [$0] } ?? []
    return left.filter { one in
      !stories.contains { $0.outlasts(one.story, after: one.ending.day, among: stories) }
        && !left.contains {
          $0.ending.place != one.ending.place && $0.ending.day == one.ending.day
            && one.ending < $0.ending
        }
    }.map { ($0.story.file, $0.spell) }
  }

  /// Whether the service goes on with them when the day is over on which a story has it that the work
  /// ended. Where its own work began again on the very day, it counts both by itself; not so where
  /// another worked with them too.
  private func outlasts(_ story: Story, after day: Day, among stories: [Story]) -> Bool {
    guard stays.contains(where: { $0.isOpen(after: day) }) else { return false }
    // Who only has a copy says nothing more.
    return stays != story.stays
      || stories.contains { other in
        other.stays != stays && other.stays.contains { $0.isOpen(during: day...day) }
      }
  }
}
