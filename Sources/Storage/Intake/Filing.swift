import Interchange
import Matching
import YoungCarers

/// Writes a row's entries as they were planned. What an import is made of goes from the row straight
/// to its places in the batch: no entry is made of it on the way.
final class Filing {
  private let writer: Writer
  private let options: Intake.Options
  private let family = Form(.family, [])
  private let person: Form
  private let referral: Form
  private let places = Places()

  init(_ writer: Writer, _ delivery: Intake.Delivery) {
    self.writer = writer
    options = delivery.options
    let fields = Set(
      delivery.sheet.columns.compactMap(\.field)
        .flatMap { $0 == .name ? [.given, .surname] : [$0] })
    person = Form(.person, fields)
    referral = Form(.referral, fields.subtracting([.agency, .agencyKind]))
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
      try writer.append(family.table, plan.family, family: plan.family, day: row.day) { batch in
        batch.add(places.name, row[.surname] ?? row[.given] ?? "")
      }
    }
    try writer.append(person.table, plan.person, family: plan.family, day: row.day) { batch in
      person.fill(row, &batch)
      batch.add(places.role, Person.Role.youngCarer.rawValue)
      let names = [row[.given], row[.preferred], row[.surname], row[.former]]
      batch.add(places.folded, written: { SearchKey.write(names, into: &$0) })
    }
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
    try writer.append(referral.table, family: plan.family, day: row.day) { batch in
      referral.fill(row, &batch)
      batch.add(places.agency, row[.agency] ?? options.agency)
      batch.add(places.agencyKind, row[.agencyKind] ?? options.agencyKind)
      if let evidence = plan.evidence {
        batch.add(places.because, evidence.because.cell)
        batch.add(places.candidates, evidence.candidates.map(\.text).cell)
      }
      batch.add(places.file, row.file)
      batch.add(places.line, Int64(row.line))
      batch.add(places.matched, plan.matched.rawValue)
      batch.add(places.person, plan.person.text)
      batch.add(places.source, plan.source)
      batch.add(places.tasks, row.tasks.cell)
    }
  }
}

extension Filing {
  /// A sheet's fields in the entries of one kind: keys of an entry and fields of a sheet have the same
  /// names, so what a row says goes to its place without a list of its own.
  private struct Form {
    let table: EntryTable
    private let moves: [(field: SheetField, place: Int)]

    init(_ kind: Kind, _ fields: Set<SheetField>) {
      table = EntryTable.of(kind)
      let layout = kind.layout
      moves = fields.compactMap { field in
        guard let place = layout.place[field.rawValue], place > HeaderPlace.worker,
          layout.fields[place].type != .list
        else { return nil }
        return (field, place + EntryTable.firstPlace)
      }
    }

    func fill(_ row: SheetRow, _ batch: inout RowBatch) {
      for (field, place) in moves {
        if field == .born {
          batch.add(place, row.born.cell)
        } else {
          batch.add(place, row[field])
        }
      }
    }
  }

  /// What is not the sheet's own.
  private struct Places {
    let name = EntryTable.of(.family).place(of: "name")
    let role = EntryTable.of(.person).place(of: "role")
    let folded = EntryTable.of(.person).place(of: "folded")
    let agency = referral("agency")
    let agencyKind = referral("agencyKind")
    let because = referral("because")
    let candidates = referral("candidates")
    let file = referral("file")
    let line = referral("line")
    let matched = referral("matched")
    let person = referral("person")
    let source = referral("source")
    let tasks = referral("tasks")

    private static func referral(_ name: String) -> Int { EntryTable.of(.referral).place(of: name) }
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
