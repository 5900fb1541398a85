import YoungCarers

/// A letter to one of those who are asked to a conference. It names nobody else who is asked, and is
/// not written where an alert or a bereavement forbids it (practice P6, P8, P44).
struct ConferenceLetter {
  enum Kind: String, CaseIterable {
    case invitation, concerns, moved, cancelled, away

    var template: Template.Name {
      let (setting, shipped): (Service.Name, [UInt8]) =
        switch self {
        case .invitation: (.templateInvitation, PackageResources.invitation_txt)
        case .concerns: (.templateConcerns, PackageResources.concerns_txt)
        case .moved: (.templateMoved, PackageResources.moved_txt)
        case .cancelled: (.templateCancelled, PackageResources.cancelled_txt)
        case .away: (.templateAway, PackageResources.away_txt)
        }
      return Template.Name(
        setting: setting, shipped: shipped, isPage: false, fields: ConferenceLetter.fields)
    }
  }

  static let fields = [
    "day", "to", "address", "children", "when", "place", "minutes", "language", "food",
    "coordinator", "concerns", "bottomLine", "before", "because", "by", "views", "service",
    "telephone", "complaints",
  ]

  let kind: Kind
  let conference: Conference
  let invitee: Invitee
  let file: CaseFile
  let service: Service
  let today: Day
  /// What somebody who must stay away is told of the reason.
  let because: String?

  /// Throws status 77 where the letter may not go out.
  func written(_ template: Template) throws -> String {
    let outgoing = file.outgoing(about: nil, on: today)
    try prove(outgoing)
    let member = invitee.person.flatMap(file.member)
    let isAway = kind == .away
    let given = [member?.latest(\.address), member?.latest(\.postcode)].compactMap { $0 }
    let texts: [String: String?] = [
      "day": today.spoken, "to": invitee.name,
      "address": member == nil
        ? nil : outgoing.address(given.joined(separator: ", ").nilIfEmpty),
      "children": names, "when": isAway ? nil : conference.spoken,
      "place": isAway ? nil : conference.place,
      "minutes": conference.minutes.map(String.init), "language": conference.language,
      "food": conference.food, "coordinator": conference.coordinator,
      "bottomLine": conference.bottomLine, "before": before, "because": because,
      "by": invitee.excludedBy ?? "The coordinator", "views": invitee.viewsBy,
      "service": service.text(.nameService).capitalised,
      "telephone": service.text(.nameTelephone).nilIfEmpty,
      "complaints": service.text(.nameComplaints),
    ]
    var data: [String: Any] = texts.compactMapValues { $0 }
    if !conference.concerns.isEmpty { data["concerns"] = conference.concerns }
    return Visible.lines(template.text(data))
  }

  /// Zoë; Sam and Zoë.
  private var names: String {
    let names = file.children.compactMap(\.called)
    guard let last = names.last, names.count > 1 else { return names.first ?? "your family" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The day that it was booked for before: it stands only in what was replaced.
  private var before: String? {
    file.entries.reversed().lazy.compactMap { entry -> String? in
      guard case .conference(let one) = entry, one.key == conference.key,
        one.date != conference.date || one.time != conference.time
      else { return nil }
      return one.spoken
    }.first
  }

  private func prove(_ outgoing: Outgoing) throws {
    let member = invitee.person.flatMap(file.member)
    let names =
      [invitee.name, invitee.relation].compactMap { $0 } + (member?.all(\.given) ?? [])
      + (member?.all(\.preferred) ?? []) + (member?.all(\.relation) ?? [])
    guard outgoing.maySee(anyOf: names) else {
      throw Problem(
        "letter-barred", .notAllowed, "an alert says that \(invitee.key) must not see it",
        cure: "carers alert list shows whose.")
    }
    guard !outgoing.isBereaved else {
      throw Problem(
        "letter-bereavement", .notAllowed,
        "\(file.family) is bereaved, and no automatic letter goes out", cure: "Write by hand.")
    }
    guard invitee.isExcluded == (kind == .away) else {
      throw Problem(
        "letter-away", .notAllowed,
        invitee.isExcluded
          ? "\(invitee.key) must stay away, and is not told when or where"
          : "\(invitee.key) is not kept away",
        cure: invitee.isExcluded
          ? "--kind away is the letter for whoever must stay away."
          : "carers conference exclude says who is.")
    }
    guard kind != .concerns || !conference.concerns.isEmpty else {
      throw Problem(
        "concerns-none", .usage, "no concerns are agreed that could be sent",
        cure: "carers conference concerns \(file.family) --agreed says which.")
    }
  }
}
