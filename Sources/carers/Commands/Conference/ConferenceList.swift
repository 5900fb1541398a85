import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Lists the conferences to come, those that were held, or those who are asked to one.
struct ConferenceList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List conferences to come or held, or who is asked to one.",
    discussion: """
      Examples:
        carers conference list
        carers conference list --held --format csv
        carers conference list --invitees YC-7KQ4-M2DX-J --format table

      In a pipe it writes references; --format or --fields asks for values.
      """)

  @Flag(help: "Those that were held, with their departures from the standard.")
  var held = false

  @Option(help: ArgumentHelp("Who is asked to the conference of a case.", valueName: "case"))
  var invitees: String?

  @OptionGroup var list: ListArguments
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(list.files)
    if let invitees { return try people(of: invitees, entries, session) }
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let decided = try reader.listed(ManagersDecision.self, in: "decisions").map(\.entry)
      let one = try reader.listed(
        Conference.self, in: held ? "heldConferences" : "booked", families: entries.selected)
      return (one.sorted { Self.key($0.entry) < Self.key($1.entry) }, decided)
    }
    if found.content.0.isEmpty { session.status = 1 }
    try session.write(
      found.map { ConferenceListing.conferences($0.0, $0.1) },
      found.content.0.map { $0.reference }, entries, list.output,
      empty: held ? "No conference was held." : "No conference is booked.")
  }

  private static func key(_ one: Conference) -> String {
    "\((one.held ?? one.date).map(\.description) ?? "9999") \(one.time ?? "")"
  }

  private func people(of typed: String, _ entries: Entries, _ session: Session) throws {
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let file = try reader.caseFile(try reader.resolve(typed))
      return (file.family, file.invitees(of: try file.requireConference()))
    }
    if found.content.1.isEmpty { session.status = 1 }
    try session.write(
      found.map { ConferenceListing.people($0.1) },
      found.content.1.map {
        Reference(id: $0.header.id, kind: Kind.invitee.rawValue, family: found.content.0)
      }, entries, list.output, empty: "Nobody is asked yet.")
  }
}

/// The columns of conferences, and of those who are asked to one.
enum ConferenceListing {
  static func conferences(_ found: [Listed<Conference>], _ decided: [ManagersDecision]) -> Listing {
    let decisions = Dictionary(grouping: decided, by: { $0.about ?? ID("") })
    return Listing(
      columns: [
        .init(name: "case", title: "Case", minimum: 14, priority: 9),
        .init(name: "familyName", title: "Family", minimum: 8, priority: 8),
        .init(name: "date", title: "Day", minimum: 10, priority: 9),
        .init(name: "time", title: "Time", minimum: 5, priority: 7),
        .init(name: "place", title: "Place", minimum: 10, priority: 4, wraps: true),
        .init(name: "coordinator", title: "Coordinator", minimum: 8, priority: 5),
        .init(name: "purpose", title: "Purpose", minimum: 6, priority: 6),
        .init(name: "held", title: "Held", minimum: 10, priority: 6),
        .init(name: "planAgreed", title: "Plan", minimum: 4, priority: 5),
        .init(name: "reviewDate", title: "Review", minimum: 10, priority: 5),
        .init(name: "departures", title: "Departures", isNumber: true, priority: 5),
        .init(name: "overridden", title: "Overridden", minimum: 10, priority: 3, wraps: true),
        .init(name: "conference", title: "Conference", isUsual: false),
      ],
      rows: found.map { one in
        let conference = one.entry
        let about = decisions[conference.key] ?? []
        let overridden = about.filter { $0.what == .override }.map {
          "\($0.rule ?? ""): \($0.because ?? "") (\($0.decider))"
        }
        return [
          one.family?.text, one.familyName, conference.date?.description, conference.time,
          conference.place, conference.coordinator, conference.purpose.rawValue,
          conference.held?.description, conference.planAgreed.map { $0 ? "agreed" : "none" },
          conference.reviewDate?.description,
          conference.held == nil ? nil : String(about.filter { $0.what == .departure }.count),
          overridden.joined(separator: "; ").nilIfEmpty, conference.key.text,
        ]
      })
  }

  static func people(_ invitees: [Invitee]) -> Listing {
    Listing(
      columns: [
        .init(name: "name", title: "Name", minimum: 8, priority: 9),
        .init(name: "circle", title: "Circle", minimum: 6, priority: 5),
        .init(name: "relation", title: "Relation", minimum: 8, priority: 4),
        .init(name: "agency", title: "Agency", minimum: 8, priority: 3),
        .init(name: "reply", title: "Answer", minimum: 8, priority: 8),
        .init(name: "prepared", title: "Prepared", minimum: 10, priority: 7),
        .init(name: "preparedHow", title: "How", minimum: 5, priority: 5),
        .init(name: "advocate", title: "Advocate", minimum: 8, priority: 6),
        .init(name: "away", title: "Must stay away", minimum: 10, priority: 6),
        .init(name: "viewsBy", title: "Views by", minimum: 8, priority: 4),
        .init(name: "attended", title: "Came", minimum: 4, priority: 6),
        .init(name: "person", title: "Person", isUsual: false),
        .init(name: "invitee", title: "Invitee", isUsual: false),
      ],
      rows: invitees.map { one in
        [
          one.name, one.circle.rawValue, one.relation, one.agency, one.reply.rawValue,
          one.prepared?.description, one.preparedHow,
          one.advocateKind == .declined ? "said no" : one.advocate,
          one.excluded?.description, one.viewsBy, one.attended.map { $0 ? "yes" : "no" },
          one.person?.text, one.key.text,
        ]
      })
  }
}
