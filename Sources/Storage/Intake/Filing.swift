import Interchange
import Matching
import YoungCarers

/// Writes a row's entries as they were planned.
struct Filing {
  private let writer: Writer
  private let options: Intake.Options
  private let keys: SourceKey

  init(_ writer: Writer, _ delivery: Intake.Delivery, _ keys: SourceKey) {
    self.writer = writer
    options = delivery.options
    self.keys = keys
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
      var family = Family()
      family.header = header(row, plan.family, id: plan.family)
      family.name = row[.surname] ?? row[.given]
      try writer.append(.family(family))
    }
    var person = Self.person(row)
    person.header = header(row, plan.family, id: plan.person)
    try writer.append(.person(person))
    var referral = Self.referral(row)
    referral.header = header(row, plan.family)
    referral.person = plan.person
    referral.agency = row[.agency] ?? options.agency
    referral.agencyKind = row[.agencyKind] ?? options.agencyKind
    referral.source = plan.evidence?.source ?? keys.source(of: row, agency: referral.agency)
    referral.matched = plan.matched
    referral.because = plan.evidence?.because ?? []
    referral.candidates = plan.evidence?.candidates.map(\.text) ?? []
    try writer.append(.referral(referral))
    guard plan.outcome == .known, let same = plan.evidence?.same else { return }
    var decision = SamePerson()
    decision.header = header(row, plan.family)
    decision.one = same
    decision.other = plan.person
    decision.because = referral.because
    decision.decided = .program
    try writer.append(.samePerson(decision))
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

  static func person(_ row: SheetRow) -> Person {
    var person = Person()
    person.address = row[.address]
    person.born = row.born
    person.childProtection = row[.childProtection]
    person.communication = row[.communication]
    person.disability = row[.disability]
    person.email = row[.email]
    person.ethnicity = row[.ethnicity]
    person.former = row[.former]
    person.formerUPN = row[.formerUPN]
    person.freeMeals = row[.freeMeals]
    person.given = row[.given]
    person.lookedAfter = row[.lookedAfter]
    person.nhsNumber = row[.nhsNumber]
    person.phone = row[.phone]
    person.postcode = row[.postcode]
    person.preferred = row[.preferred]
    person.religion = row[.religion]
    person.school = row[.school]
    person.send = row[.send]
    person.sex = row[.sex]
    person.surname = row[.surname]
    person.systemID = row[.systemID]
    person.upn = row[.upn]
    person.year = row[.year]
    return person
  }

  static func referral(_ row: SheetRow) -> Referral {
    var referral = Referral()
    referral.attendance = row[.attendance]
    referral.caredFor = row[.caredFor]
    referral.caredForRelation = row[.caredForRelation]
    referral.condition = row[.condition]
    referral.consent = row[.consent]
    referral.file = row.file
    referral.lawfulBasis = row[.lawfulBasis]
    referral.line = row.line
    referral.reason = row[.reason]
    referral.referrer = row[.referrer]
    referral.tasks = row.tasks
    referral.youngCarer = row[.youngCarer]
    return referral
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
