import YoungCarers

/// A page of the plan as what its template may fill in. The words are those of practice P44; the
/// names of things stand here, those of people come from the page.
struct PlanData {
  let page: PlanPage
  /// What makes a text safe where it will stand.
  let safe: (String) -> String

  init(_ page: PlanPage, safe: @escaping (String) -> String) {
    self.page = page
    self.safe = safe
  }

  static let fields = [
    "heading", "agreed", "hasWishes", "wishes", "hasStrengths", "strengths", "hasActions", "groups",
    "emergency", "hasEmergencyWho", "emergencyWho", "review", "hasWent", "went", "readers",
    "complaints", "worker", "telephone", "hasContact", "workers", "version", "joins",
    "hasDecisions",
    "decisions", "isLarge",
  ]

  /// What is not there is left out.
  var fields: [String: Any] {
    var data: [String: Any] = ["heading": heading, "readers": readers]
    data["complaints"] = safe(page.complaints)
    data["review"] = review
    func list(_ name: String, _ flag: String, _ texts: [String]) {
      data[name] = texts.map { ["text": safe($0)] }
      data[flag] = !texts.isEmpty
    }
    list("wishes", "hasWishes", page.wishes)
    list("strengths", "hasStrengths", page.strengths)
    list("emergencyWho", "hasEmergencyWho", page.emergencyWho)
    data["emergency"] = page.emergency.map(safe)
    data["groups"] = page.groups.map(group)
    data["hasActions"] = !page.groups.isEmpty
    data["went"] = page.went.map(row)
    data["hasWent"] = !page.went.isEmpty
    data["worker"] = page.worker.map(safe)
    data["telephone"] = page.telephone.map(safe)
    data["hasContact"] = page.worker != nil || page.telephone != nil
    if isWhole { data["agreed"] = agreed }
    if let part = page.workers {
      data["workers"] = true
      data["version"] = String(page.version)
      data["joins"] = part.joins.map(safe)
      list("decisions", "hasDecisions", part.decisions)
    }
    return data
  }

  private var isWhole: Bool {
    switch page.reader {
    case .family, .worker: true
    case .school: false
    case .person(let one): one.wasInRoom
    }
  }

  /// `Sam’s plan`.
  private var heading: String {
    page.children.isEmpty ? "Our plan" : safe("\(Self.joined(page.children))’s plan")
  }

  private var agreed: String {
    guard let day = page.agreed else { return "We have not all agreed to this plan yet." }
    return safe(
      "We agreed to this plan on \(day.spoken): \(Self.joined(page.agreedBy)).")
  }

  private var review: String {
    guard let day = page.review else { return "We have not chosen a day yet." }
    let chosen = page.reviewChosenBy.map { chooser in
      let who = ["family", "child"].contains(chooser) ? "the \(chooser)" : chooser
      return " \(who.capitalised) chose this day."
    }
    return safe("We look at this plan again on \(day.spoken).\(chosen ?? "")")
  }

  /// Who will see it, as every child's page says (practice P45).
  private var readers: String {
    let room = page.seenBy.isEmpty ? "the people who made the plan" : Self.joined(page.seenBy)
    return switch page.reader {
    case .worker: "This page is for workers. Do not give it to anybody else."
    case .family:
      safe(
        "This page is for \(room). Our workers can see it too. We ask you before we show it to anybody else. If somebody is in danger, we have to tell."
      )
    case .person(let one):
      safe(
        "This page is for \(one.name). Our workers can see it too. If somebody is in danger, we have to tell."
      )
    case .school(let school):
      safe(
        "This page is for \(school), for the people there who help. Do not give it to anybody else."
      )
    }
  }

  private func group(_ group: PlanPage.Group) -> [String: Any] {
    ["title": safe(Self.title(group)), "rows": group.rows.map(row)]
  }

  /// In words for a family: `What Sam does`.
  private static func title(_ group: PlanPage.Group) -> String {
    let names = group.rows.map(\.who).reduce(into: [String]()) { found, who in
      if !who.isEmpty, !found.contains(who) { found.append(who) }
    }
    let named = "What \(joined(names)) \(names.count == 1 ? "does" : "do")"
    return switch group.owner {
    case .child, .parent: names.isEmpty ? "What we do at home" : named
    case .familyAndFriends: "What family and friends do"
    case .projectWorker: "What our workers do"
    case .professional: "What other people who help do"
    default: named
    }
  }

  private func row(_ row: PlanPage.Row) -> [String: Any] {
    var data: [String: Any] = ["number": String(row.number), "what": safe(row.what)]
    data["who"] = safe(row.who.isEmpty ? "We do not know yet who does it" : row.who)
    data["due"] = row.due?.spoken
    data["state"] = row.stateWords.map { safe(Self.ended($0)) }
    if !row.lessens.isEmpty { data["lessens"] = safe(Self.joined(row.lessens)) }
    data["area"] = row.area.map { safe(Area(spelled: $0)?.title ?? $0) }
    if !row.onlyFor.isEmpty { data["onlyFor"] = safe(Self.joined(row.onlyFor)) }
    return data
  }

  private static func ended(_ text: String) -> String {
    text.last.map { ".!?".contains($0) } ?? true ? text : text + "."
  }

  /// `Mum, Sam and Nan`.
  static func joined(_ names: [String]) -> String {
    names.count < 2
      ? names.first ?? ""
      : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }
}
