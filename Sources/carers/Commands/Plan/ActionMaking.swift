import Storage
import YoungCarers

/// Makes actions of what a row of a sheet or the options of `plan action add` say: one way for both.
struct ActionMaking {
  static let columns = [
    "what", "who", "owner", "by", "area", "lessens", "agreed", "askedFor", "onlyFor", "school",
  ]

  private let desk: PlanDesk
  private let today: Day
  private let person: String?
  private var next: Int

  init(_ desk: PlanDesk, today: Day, person: String?) {
    self.desk = desk
    self.today = today
    self.person = person
    // Dropped actions and those taken back keep their numbers.
    let given = desk.file.entries.compactMap { $0.of(PlanAction.self) }
    next = (given.filter { $0.plan == desk.plan.key }.map(\.number).max() ?? 0) + 1
  }

  /// Writes one action, and says its number.
  mutating func write(_ values: [String: String], at place: Place?) throws -> [String] {
    var action = PlanAction()
    action.what = values["what"] ?? ""
    guard !action.what.isEmpty else {
      throw Problem("action-what", .data, at: place, "an action does not say what is done")
    }
    action.who = values["who"] ?? ""
    let member = try whoever(action.who)
    action.person = member?.id
    action.owner = try owner(values["owner"], action.who, member, place)
    action.due = try values["by"].map { try dated($0, place) }
    action.area = try values["area"].map { try area($0, place) }
    action.lessens = values["lessens"].map(Item.split) ?? []
    action.onlyFor = values["onlyFor"].map(Item.split) ?? []
    action.agreed = try truth("agreed", values, place)
    action.askedFor = try truth("askedFor", values, place)
    action.school = try truth("school", values, place)
    action.plan = desk.plan.key
    action.number = next
    action.header = try desk.header()
    try desk.writer.append(.action(action))
    next += 1
    return [sentence(action)]
  }

  private func sentence(_ action: PlanAction) -> String {
    let who = action.who.isEmpty ? "nobody yet" : action.who
    let due = action.due.map { "by \($0.spoken)" } ?? "no day yet"
    let agreed = action.agreed == true ? "" : " Not agreed yet."
    return "Action \(action.number), \(action.owner.rawValue): \(who), \(due).\(agreed)"
  }

  /// Where whoever does it stands in the case.
  private func whoever(_ who: String) throws -> CaseFile.Member? {
    guard let person else {
      let found = who.isEmpty ? [] : desk.file.members(called: who)
      return found.count == 1 ? found[0] : nil
    }
    guard let member = desk.file.member(ID(person)) else {
      throw Problem(
        "person-missing", .noInput, "that is nobody of \(desk.file.family)",
        cure: "carers show \(desk.file.family) lists its people.")
    }
    return member
  }

  /// Which of the five groups: as said, or as they are known in the case.
  private func owner(
    _ given: String?, _ who: String, _ member: CaseFile.Member?, _ place: Place?
  ) throws -> PlanAction.Owner {
    if let given {
      guard
        let owner = PlanAction.Owner.known.first(where: {
          Text.folded($0.rawValue) == Text.folded(given)
        })
      else {
        throw Problem(
          "action-owner", place == nil ? .usage : .data, at: Self.column("owner", place),
          "no group of people is called \"\(named: given)\"",
          cure: Nearest.cure(given, among: PlanAction.Owner.known.map(\.rawValue)))
      }
      return owner
    }
    guard let known = known(who, member) else {
      throw Problem(
        "action-owner-missing", place == nil ? .usage : .data, at: Self.column("owner", place),
        "it is not known who that is in the case",
        cure:
          "Say which group: \(named: PlanAction.Owner.known.map(\.rawValue).joined(separator: ", "))."
      )
    }
    return known
  }

  private func known(_ who: String, _ member: CaseFile.Member?) -> PlanAction.Owner? {
    if let member {
      if member.isChild(on: today) { return .child }
      switch member.entries.last?.role {
      case .parent?, .caredFor?: return .parent
      case .professional?: return .professional
      default: return .familyAndFriends
      }
    }
    let key = Text.folded(who)
    if desk.file.leads(on: desk.day).contains(where: { Text.folded($0.lead) == key }) {
      return .projectWorker
    }
    if desk.file.practitioners(on: desk.day).contains(where: { Text.folded($0.name) == key }) {
      return .professional
    }
    let guest = desk.plan.conference.flatMap(desk.file.conference).map(desk.file.invitees)?
      .first { Relation.key($0.name) == Relation.key(who) }
    return guest.map { $0.circle == .professional ? .professional : .familyAndFriends }
  }

  private func area(_ text: String, _ place: Place?) throws -> String {
    guard let area = Area(spelled: text) else {
      throw Problem(
        "action-area", place == nil ? .usage : .data, at: Self.column("area", place),
        "no outcome area is called \"\(named: text)\"",
        cure: Nearest.cure(text, among: Area.allCases.map(\.rawValue)))
    }
    return area.rawValue
  }

  private func dated(_ text: String, _ place: Place?) throws -> Day {
    do {
      return try Day.reading(text, today: today)
    } catch var problem as Problem {
      problem.place = Self.column("by", place)
      if place != nil { problem.status = .data }
      throw problem
    }
  }

  private func truth(_ name: String, _ values: [String: String], _ place: Place?) throws -> Bool? {
    guard let text = values[name] else { return nil }
    switch Text.folded(text) {
    case "yes", "y", "true", "1", "x": return true
    case "no", "n", "false", "0": return false
    default:
      throw Problem(
        "action-truth", .data, at: Self.column(name, place), "that is neither yes nor no",
        cure: "Write yes or no, or leave it empty.")
    }
  }

  private static func column(_ name: String, _ place: Place?) -> Place {
    guard var place else { return Place(file: "--\(name)") }
    place.column = name
    return place
  }
}
