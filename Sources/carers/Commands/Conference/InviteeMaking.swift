import Storage
import YoungCarers

/// Makes those who are asked to a conference of what a row of a sheet or the options of `conference
/// invite` say: one way for both.
struct InviteeMaking {
  static let columns = [
    "name", "circle", "relation", "agency", "contact", "person", "prepared", "how", "by", "reply",
    "viewsBy", "advocate", "advocateKind", "checked", "trained",
  ]

  private let desk: AtConference
  private var asked: [Invitee]

  init(_ desk: AtConference) {
    self.desk = desk
    asked = desk.invitees
  }

  /// Writes one, and says whom.
  mutating func write(_ values: [String: String], at place: Place? = nil) throws -> [String] {
    let invitee = try made(values, place)
    try add(invitee)
    return ["Asked: \(invitee.name)\(invitee.relation.map { ", \($0)" } ?? "")."]
  }

  /// Writes somebody who came without having been asked, of this circle.
  mutating func writeUnasked(_ name: String, _ circle: String?) throws -> Invitee {
    var invitee = try made(["name": name, "circle": circle].compactMapValues(\.self), nil)
    invitee.invited = nil
    invitee.attended = true
    try add(invitee)
    return invitee
  }

  private mutating func add(_ invitee: Invitee) throws {
    try desk.writer.append(invitee.entry)
    asked.append(invitee)
  }

  private func made(_ values: [String: String], _ place: Place?) throws -> Invitee {
    func day(_ name: String) throws -> Day? {
      try at(name, place) {
        try values[name].map { try Day.reading($0, today: desk.session.today) }
      }
    }
    func choice(_ name: String, _ known: [String]) throws -> String? {
      try at(name, place) {
        try values[name].map { try desk.session.choice($0, of: known, name, option: name) }
      }
    }
    let member = try at("person", place) { try self.member(values) }
    var invitee = Invitee()
    invitee.name = values["name"] ?? member?.called ?? ""
    invitee.circle =
      try choice("circle", Invitee.Circle.known.map(\.rawValue)).map { .init(rawValue: $0) }
      ?? .family
    invitee.relation = values["relation"] ?? member?.latest(\.relation)
    invitee.agency = values["agency"]
    invitee.contact = values["contact"]
    invitee.conference = desk.conference.key
    invitee.person = member?.id
    invitee.invited = desk.day
    invitee.prepared = try day("prepared")
    invitee.preparedHow =
      try choice("how", ConferenceVisited.ways)
      ?? (invitee.prepared == nil ? nil : ConferenceVisited.ways[0])
    invitee.preparedBy =
      values["by"] ?? (invitee.prepared == nil ? nil : desk.conference.coordinator)
    invitee.reply =
      try choice("reply", Invitee.Reply.known.map(\.rawValue)).map { .init(rawValue: $0) } ?? .none
    invitee.viewsBy = values["viewsBy"]
    invitee.advocate = values["advocate"]
    invitee.advocateKind = try choice("advocateKind", Invitee.Advocate.all.map(\.rawValue))
      .map { .init(rawValue: $0) }
    invitee.advocateChecked = try day("checked")
    invitee.advocateTrained = try day("trained")
    try prove(invitee, place)
    invitee.header =
      try member.map { try desk.writer.header(about: $0.id) }
      ?? desk.writer.header(family: desk.conference.header.family)
    invitee.header.day = desk.day
    return invitee
  }

  /// Who in the case they are: by the id that was given, else whom only that name can mean.
  private func member(_ values: [String: String]) throws -> CaseFile.Member? {
    guard let typed = values["person"] else {
      let found =
        values["name"].map { name in desk.file.members.filter { $0.isCalled(name) } } ?? []
      return found.count == 1 ? found[0] : nil
    }
    guard case .whole(let id) = ID.typed(typed), let member = desk.file.member(id) else {
      throw Problem(
        "person-missing", .noInput, "that is nobody of \(desk.file.family)",
        cure: "carers show \(desk.file.family) lists its people.")
    }
    return member
  }

  private func prove(_ invitee: Invitee, _ place: Place?) throws {
    guard !invitee.name.isEmpty else {
      throw Problem(
        "invitee-name", .usage, at: place, "nobody wrote down what they are called",
        cure: "Give a name, or - and the name on standard input.")
    }
    if let day = invitee.prepared, day > desk.session.today {
      throw Problem(
        "day-to-come", .data, at: place, "somebody was prepared on a day to come",
        cure: "Give the day it happened.")
    }
    let advocacy = Advocacy(
      at: desk.conference, in: desk.file, on: desk.conference.date ?? desk.day, desk.service)
    if let near = invitee.advocate.flatMap(advocacy.near) {
      throw Problem(
        "advocate-near", .usage, at: place, "the advocate is \(named: near.words)",
        cure: "Somebody else speaks for the child: somebody they know, or a volunteer. See P31.")
    }
    let same = asked.first {
      Text.folded($0.name) == Text.folded(invitee.name)
        || invitee.person != nil && $0.person.map(desk.file.today) == invitee.person
    }
    guard let same else { return }
    throw Problem(
      "invitee-there", .usage, at: place, "somebody of that name is asked already: \(same.key)",
      cure: "Tell two people of one name apart, as \"Joe (uncle)\".")
  }

  /// An error of a row says the line and the column.
  private func at<Value>(_ column: String, _ place: Place?, _ body: () throws -> Value) throws
    -> Value
  {
    do {
      return try body()
    } catch var problem as Problem {
      guard var place else { throw problem }
      place.column = column
      problem.place = place
      problem.status = .data
      throw problem
    }
  }
}
