import Interchange
import Matching
import YoungCarers

/// Writes a row's entries as they were planned.
struct Filing {
  private let writer: Writer
  private let options: Intake.Options
  private let keys: SourceKey
  private let family: Draft
  private let person: Draft
  private let referral: Draft

  init(_ writer: Writer, _ delivery: Intake.Delivery, _ keys: SourceKey) {
    self.writer = writer
    options = delivery.options
    self.keys = keys
    family = Draft(.family, delivery.sheet)
    person = Draft(.person, delivery.sheet)
    referral = Draft(.referral, delivery.sheet)
  }

  func file(_ row: SheetRow, _ plan: Plan, _ receipt: inout Receipt) throws {
    switch plan.outcome {
    case .forgotten:
      receipt.setAside += 1
      receipt.forgotten += 1
      return
    case .alreadyHere: receipt.alreadyHere += 1
    case .new: receipt.new += 1
    case .known: receipt.known += 1
    case .undecided: receipt.toDecide += 1
    }
    if plan.outcome != .alreadyHere { try refer(row, plan) }
    if let id = plan.evidence?.contact {
      var contact = Self.contact(row)
      contact.header = header(row, plan.family, id: id)
      try writer.append(.person(contact))
      receipt.contacts += 1
    }
  }

  private func header(_ row: SheetRow, _ family: ID, id: ID? = nil) -> Header {
    var header = writer.header(family: family, id: id)
    if let day = row.day { header.day = day }
    return header
  }

  private func refer(_ row: SheetRow, _ plan: Plan) throws {
    if plan.makesFamily {
      begin(family, row, plan, id: plan.family)
      family["name"] = .text(row[.surname] ?? row[.given] ?? "")
      try writer.append(.family, family.cells)
    }
    begin(person, row, plan, id: plan.person)
    person["role"] = Person.Role.youngCarer.cell
    try writer.append(.person, person.cells)
    try referTo(row, plan)
    guard plan.outcome == .known, let same = plan.evidence?.same else { return }
    var decision = SamePerson()
    decision.header = header(row, plan.family)
    decision.one = same
    decision.other = plan.person
    decision.because = plan.evidence?.because ?? []
    decision.decided = .program
    try writer.append(.samePerson(decision))
  }

  private func referTo(_ row: SheetRow, _ plan: Plan) throws {
    begin(referral, row, plan, id: nil)
    let agency = row[.agency] ?? options.agency
    referral["agency"] = agency.cell
    referral["agencyKind"] = (row[.agencyKind] ?? options.agencyKind).cell
    referral["because"] = (plan.evidence?.because ?? []).cell
    referral["candidates"] = (plan.evidence?.candidates.map(\.text) ?? []).cell
    referral["file"] = .text(row.file)
    referral["line"] = row.line.cell
    referral["matched"] = plan.matched.cell
    referral["person"] = plan.person.cell
    referral["source"] = .text(plan.evidence?.source ?? keys.source(of: row, agency: agency))
    referral["tasks"] = row.tasks.cell
    try writer.append(.referral, referral.cells)
  }

  private func begin(_ draft: Draft, _ row: SheetRow, _ plan: Plan, id: ID?) {
    draft.begin(writer.header(family: plan.family, id: id), day: row.day)
    draft.take(row)
  }
}

/// The cells of an entry being made from a row, used again for the next: keys of an entry and fields
/// of a sheet have the same names, so what a row says goes to its place without a list of its own.
private final class Draft {
  private(set) var cells: [Cell]
  private let layout: Layout
  private var known: [(address: UInt, place: Int)] = []
  private let moves: [(field: SheetField, place: Int)]

  init(_ kind: Kind, _ sheet: Sheet) {
    let layout = kind.layout
    self.layout = layout
    cells = Array(repeating: .absent, count: layout.fields.count)
    let fields = Set(
      sheet.columns.compactMap(\.field).flatMap { $0 == .name ? [.given, .surname] : [$0] })
    moves = fields.compactMap { field in
      guard let place = layout.place[field.rawValue], place > HeaderPlace.worker else {
        return nil
      }
      return layout.fields[place].type == .list ? nil : (field, place)
    }
  }

  /// The value of a key; a key the kind has not is no place to keep anything.
  subscript(key: StaticString) -> Cell {
    get { place(key).map { cells[$0] } ?? .absent }
    set { if let place = place(key) { cells[place] = newValue } }
  }

  /// Keys are few and constant: their addresses are compared, not their letters.
  private func place(_ key: StaticString) -> Int? {
    let address = UInt(bitPattern: key.utf8Start)
    if let known = known.first(where: { $0.address == address }) { return known.place }
    guard let place = layout.place[key.description] else { return nil }
    known.append((address, place))
    return place
  }

  func begin(_ header: Header, day: Day?) {
    for place in cells.indices { cells[place] = .absent }
    cells[HeaderPlace.day] = .day(day ?? header.day)
    cells[HeaderPlace.family] = header.family.cell
    cells[HeaderPlace.id] = header.id.cell
    cells[HeaderPlace.recorded] = .instant(header.recorded)
    cells[HeaderPlace.worker] = header.worker.cell
  }

  func take(_ row: SheetRow) {
    for (field, place) in moves {
      if field == .born {
        cells[place] = row.born.cell
      } else if let value = row[field] {
        cells[place] = .text(value)
      }
    }
  }
}

extension Plan {
  fileprivate var matched: Referral.Matched {
    switch outcome {
    case .known: .known
    case .undecided: .undecided
    case .new, .alreadyHere, .forgotten: .new
    }
  }
}

/// A row of a sheet as entries.
extension Filing {
  static func described(_ row: SheetRow) -> Described {
    Described(
      given: row[.given], surname: row[.surname], preferred: row[.preferred], former: row[.former],
      born: row.born, sex: row[.sex], upn: row[.upn], formerUPN: row[.formerUPN],
      nhsNumber: row[.nhsNumber], systemID: row[.systemID], postcode: row[.postcode],
      address: row[.address], phone: row[.phone], school: row[.school], caredFor: row[.caredFor],
      caredForRelation: row[.caredForRelation])
  }

  /// The parent or other contact a row names.
  static func contact(_ row: SheetRow) -> Person {
    var person = Person()
    person.role = .contact
    person.relation = row[.contactRelation]
    person.given = row[.contactGiven]
    person.surname = row[.contactSurname]
    person.phone = row[.contactPhone]
    person.email = row[.contactEmail]
    if person.given == nil, person.surname == nil, let name = row[.contactName] {
      let words = name.split(separator: " ")
      person.given = words.count > 1 ? words.dropLast().joined(separator: " ") : name
      person.surname = words.count > 1 ? words.last.map(String.init) : nil
    }
    return person
  }
}
