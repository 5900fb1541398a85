import ArgumentParser
import Storage
import YoungCarers

/// An entry that goes on: each takes the place of the one before, and knows the first.
protocol Continued: Payload {
  var begun: ID? { get set }
}

extension Conference: Continued {}
extension Invitee: Continued {}

/// A conference as a command that writes about it finds it.
struct AtConference {
  let writer: Writer
  let file: CaseFile
  let conference: Conference
  let service: Service
  let day: Day
  let session: Session

  var invitees: [Invitee] { file.invitees(of: conference) }

  /// Writes the conference, or one of those asked, in the place of the entry before.
  @discardableResult
  func replace<One: Continued>(_ one: One, _ change: (inout One) throws -> Void) throws -> One {
    var next = one
    try change(&next)
    next.header = writer.header(family: one.header.family)
    next.header.day = day
    next.header.replaces = one.header.id
    next.begun = one.begun ?? one.header.id
    try writer.append(next.entry)
    return next
  }

  /// Writes that somebody decided against a rule, before the day or on it.
  func decide(
    _ what: ManagersDecision.What, on gap: Gap, by decider: String, because: String?
  ) throws {
    var decision = ManagersDecision()
    decision.header = writer.header(family: conference.header.family)
    decision.header.day = day
    decision.about = conference.key
    decision.because = because
    decision.decider = decider
    decision.invitee = gap.invitee
    decision.rule = gap.rule.rawValue
    decision.what = what
    try writer.append(.decision(decision))
  }

  func invitee(_ typed: String) throws -> Invitee { try file.invitee(typed, at: conference) }

  /// Each once, though they be named by name and by id.
  func invitees(_ typed: [String]) throws -> [Invitee] {
    try typed.map(invitee).reduce(into: []) { found, next in
      if !found.contains(where: { $0.key == next.key }) { found.append(next) }
    }
  }
}

extension CaseFile {
  /// Somebody who was asked: by the name that the family calls them, or by their entry's or their
  /// person's id. Names in errors would be data, so the nearest is named by its id.
  func invitee(_ typed: String, at conference: Conference) throws -> Invitee {
    let invitees = invitees(of: conference)
    let listed =
      "carers conference list --invitees \(family.text) shows who is asked; invite asks more."
    if case .whole(let id) = ID.typed(typed),
      let found = invitees.first(where: {
        $0.key == id || $0.header.id == id || $0.person.map(today) == today(id)
      })
    {
      return found
    }
    let found = invitees.filter { Text.folded($0.name) == Text.folded(typed) }
    if let only = found.first, found.count == 1 { return only }
    guard found.isEmpty else {
      throw Problem(
        "invitee-twice", .usage,
        "\(found.count) people of that name are asked: \(ID(found.map(\.key.text).joined(separator: ", ")))",
        cure: "Give the id of the one meant. \(named: listed)")
    }
    let near = Nearest.to(typed, among: invitees.map(\.name))
      .flatMap { name in invitees.first { $0.name == name } }
    throw Problem(
      "invitee-unknown", .noInput, "nobody of that name is asked to this conference",
      cure: near.map { "Did you mean \($0.key)? \(named: listed)" } ?? "\(named: listed)")
  }

  /// The conference that is booked, or an error that says how to book one.
  func requireBooked() throws -> Conference {
    guard let conference = bookedConference else {
      throw Problem(
        "conference-none", .noInput, "no conference is booked for \(family)",
        cure: "carers conference book \(family) --at … books one.")
    }
    return conference
  }

  /// The one that is booked, else the last that was held.
  func requireConference() throws -> Conference {
    if let held = heldConference, bookedConference == nil { return held }
    return try requireBooked()
  }
}

extension AboutOne {
  /// Finds the conference of the case, writes what `body` writes, and says its sentences. The one that
  /// is booked; where `orHeld`, else the last that was held.
  func atConference(
    _ session: Session, orHeld: Bool = false, _ body: (AtConference) throws -> [String]
  ) throws {
    let (entries, subject) = try open(session)
    let service = try session.service(entries.store)
    let day = try when(session)
    try session.change(entries, filter) { writer in
      let file = try writer.reader.caseFile(subject)
      return try body(
        AtConference(
          writer: writer, file: file,
          conference: orHeld ? try file.requireConference() : try file.requireBooked(),
          service: service, day: day,
          session: session))
    }
  }
}

extension Session {
  /// A day that has been: nobody is visited, and nothing held, on a day to come.
  func past(_ day: Day, _ what: String) throws -> Day {
    guard day <= today else {
      throw Problem(
        "day-to-come", .usage, "\(named: what) on \(named: day.spoken), a day to come",
        cure: "Give the day it happened with --day.")
    }
    return day
  }

  /// Names separated by `;` or each on a line of its own; `-` is standard input.
  func names(_ given: String?) throws -> [String] {
    try optional(given).map { text in
      text.split(whereSeparator: \.isNewline).flatMap { Item.split(String($0)) }
    } ?? []
  }
}
