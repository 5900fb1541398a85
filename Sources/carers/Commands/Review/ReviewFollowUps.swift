import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Lists the families to be asked how they are.
struct ReviewFollowUps: Command {
  static let configuration = CommandConfiguration(
    commandName: "follow-ups", abstract: "List the families to be asked how they are.",
    discussion: """
      Examples:
        carers review follow-ups
        carers review follow-ups --days 30
        carers review follow-ups --format csv

      Six and twelve months after the work ended, and for six months from then on, until somebody has \
      answered. A family that is worked with again, or was passed to another young carers service, is \
      not asked.
      """)

  @Argument(
    help: ArgumentHelp(
      "Entries, or references to a store's; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @OptionGroup var ahead: DaysAhead

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  private struct Asked {
    var family: ID
    var name: String
    var mark: FollowUpMark
  }

  func run(_ session: Session) throws {
    let today = session.today
    let last = try ahead.last(from: today)
    let entries = try session.entries(files)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      // The days that count begin six months after the ending; the last are eighteen months after it.
      // Months differ in length by three days.
      let ended = try reader.endedFamilies(
        from: today.adding(months: -(FollowUp.marks[1] + 6)) + -3,
        until: last.adding(months: -FollowUp.marks[0]) + 3, families: entries.selected)
      var asked: [Asked] = []
      try reader.eachCase(Set(ended), reading: Self.reads) { file in
        let name = file.familyName.map { "\($0) family" } ?? ""
        let due = file.followUpMarks(after: file.stays).filter { $0.isDue(on: today, by: last) }
        asked += due.map { Asked(family: file.family, name: name, mark: $0) }
      }
      reader.look(at: asked.map(\.family))
      return asked.sorted {
        ($0.mark.days.lowerBound, $0.family) < ($1.mark.days.lowerBound, $1.family)
      }
    }
    if found.content.isEmpty { session.status = 1 }
    try session.write(
      found.map(Self.listing),
      found.content.map {
        Reference(
          id: $0.mark.closure.header.id, kind: Kind.closure.rawValue, family: $0.family)
      }, entries, output, empty: "Nobody is to be asked.")
  }

  private static let reads: [Kind: Set<String>] = [
    .person: ["given", "role", "surname"], .referral: ["agencyKind"], .triage: ["ways"],
    .closure: ["because", "planned"], .reopening: [], .followUp: ["situation"],
  ]

  private static func listing(_ found: [Asked]) -> Listing {
    var listing = Listing(columns: [
      .init(name: "from", title: "From", minimum: 10, priority: 9),
      .init(name: "until", title: "Until", minimum: 10, priority: 6),
      .init(name: "case", title: "Case", minimum: 14, priority: 8),
      .init(name: "family", title: "Family", minimum: 14, priority: 5),
      .init(name: "months", title: "Months", minimum: 6, priority: 4),
      .init(name: "ended", title: "Work ended", minimum: 10, priority: 7),
      .init(name: "because", title: "Because", minimum: 18, priority: 2),
      .init(name: "tried", title: "Tried", minimum: 10, priority: 3),
    ])
    listing.rows = found.map { one in
      [
        one.mark.days.lowerBound.description, one.mark.days.upperBound.description,
        one.family.text, one.name, String(one.mark.months), one.mark.ended.description,
        one.mark.closure.because.rawValue, one.mark.tried?.description,
      ]
    }
    return listing
  }
}
