import Storage
import YoungCarers

/// Writes agencies: one that is known already is written again in its place, with what was not said
/// as it was.
struct AgencyWriting {
  /// What a sheet of agencies has, and what the options of `agency add` are.
  static let columns = [
    "name", "kind", "urn", "roll", "aliases", "agreement", "signed", "ends", "requires", "code",
    "contact", "email", "phone",
  ]

  private let writer: Writer
  private let today: Day
  private var known: [Agency]
  private(set) var added = 0
  private(set) var changed = 0
  private(set) var alreadyHere = 0

  init(_ writer: Writer, today: Day) throws {
    self.writer = writer
    self.today = today
    known = try writer.reader.agencies()
  }

  mutating func write(_ values: [String: String], at place: Place?) throws {
    guard let name = values["name"], !Text.folded(name).isEmpty else {
      throw Problem("agency-name", .data, at: place, "an agency has no name")
    }
    let index = known.firstIndex { $0.isCalled(name) }
    var agency = index.map { known[$0] } ?? Agency()
    let before = agency
    if index == nil || Text.folded(before.name) == Text.folded(name) { agency.name = name }
    try fill(&agency, values, place)
    for other in known where other.header.id != before.header.id {
      guard !([agency.name] + agency.aliases).contains(where: other.isCalled) else {
        throw Problem(
          "agency-alias", .data, at: place,
          "\(named: agency.name) would have a name of \(named: other.name)",
          cure: "An alias belongs to one agency.")
      }
    }
    if index != nil, agency == before {
      alreadyHere += 1
      return
    }
    agency.header = writer.header(family: nil)
    if index != nil { agency.header.replaces = before.header.id }
    try writer.append(.agency(agency))
    if let index {
      known[index] = agency
      changed += 1
    } else {
      known.append(agency)
      added += 1
    }
  }

  private func fill(_ agency: inout Agency, _ values: [String: String], _ place: Place?) throws {
    func day(_ name: String) throws -> Day? {
      try values[name].map { try dated($0, name, place) }
    }
    agency.agencyKind = values["kind"] ?? agency.agencyKind
    agency.urn = values["urn"] ?? agency.urn
    agency.agreement = values["agreement"] ?? agency.agreement
    agency.code = values["code"] ?? agency.code
    agency.contact = values["contact"] ?? agency.contact
    agency.email = values["email"] ?? agency.email
    agency.phone = values["phone"] ?? agency.phone
    agency.signed = try day("signed") ?? agency.signed
    agency.ends = try day("ends") ?? agency.ends
    agency.aliases = values["aliases"].map(Item.split) ?? agency.aliases
    agency.requires = try values["requires"].map { try promises($0, place) } ?? agency.requires
    if let roll = values["roll"] {
      guard let number = Int(roll), number >= 0 else {
        throw Problem(
          "agency-roll", .data, at: Self.column("roll", place), "that is no number of pupils")
      }
      agency.roll = number
    }
  }

  private func dated(_ text: String, _ name: String, _ place: Place?) throws -> Day {
    do {
      return try Day.reading(text, today: today)
    } catch var problem as Problem {
      problem.place = Self.column(name, place)
      problem.status = .data
      throw problem
    }
  }

  private func promises(_ text: String, _ place: Place?) throws -> [String] {
    let known = Promise.allCases.map(\.rawValue)
    return try Item.split(text).map { typed in
      guard let name = known.first(where: { Text.folded($0) == Text.folded(typed) }) else {
        throw Problem(
          "agency-requires", .data, at: Self.column("requires", place),
          "a referral cannot be checked for \"\(named: typed)\"",
          cure: Nearest.cure(typed, among: known))
      }
      return name
    }
  }

  private static func column(_ name: String, _ place: Place?) -> Place {
    guard var place else { return Place(file: "--\(name)") }
    place.column = name
    return place
  }

  var sentence: String {
    let parts = [(added, "new"), (changed, "changed"), (alreadyHere, "as before")]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let count = added + changed + alreadyHere
    return "\(count) \(count == 1 ? "agency" : "agencies"): \(told.isEmpty ? "none" : told)."
  }
}
