import GRDB
import Interchange
import YoungCarers

/// What a stream holds that a store has already under other ids: referrals and assessments by their
/// source, the people and cases made for those referrals, and what was written with those
/// assessments. What else the stream says with a new assessment is pointed at the ids that are here.
struct KnownSources {
  private let reader: Reader
  private let alarms: Prepared
  private let contacts: Prepared
  /// Each id of the stream and what it is called here.
  private var referrals: [ID: ID] = [:]
  private var people: [ID: ID] = [:]
  private var families: [ID: ID] = [:]
  private var assessments: [ID: ID] = [:]
  /// The assessments of the stream that would be known again.
  private var sourced: Set<ID> = []

  /// Leaves out what is set aside. Throws where a source of the stream is here and belongs to another
  /// child.
  init(_ writer: Writer, stream: StreamReader, without buried: Buried?) throws {
    reader = writer.reader
    alarms = try Prepared(
      writer.db,
      """
      SELECT 1 FROM flag WHERE family = (SELECT family FROM assessment WHERE id = ?1)
        AND about = ?1 AND answers IS NULL AND raised IS ?2 AND text IS ?3
      """)
    contacts = try Prepared(
      writer.db,
      """
      SELECT 1 FROM person WHERE family = ? AND role = 'contact'
        AND given IS ? AND surname IS ? AND relation IS ?
      """)
    guard let here = try SourcesHere(writer.db) else { return }
    var stream = stream
    var said: [ID: SourcesHere.Child] = [:]
    var homes: [ID: Set<ID>] = [:]
    while case .entry(let entry, _)? = try stream.next() {
      if buried?.takes(entry) ?? false { continue }
      switch entry {
      case .person(let person) where person.role != .contact:
        said[person.header.id] = .init(person)
        if let family = person.header.family { homes[family, default: []].insert(person.header.id) }
      case .referral(let referral):
        guard let found = try here.referral(referral) else { continue }
        guard found.isSame(as: referral, of: referral.person.flatMap { said[$0] }) else {
          throw Self.otherChild(referral.header.id, found.id)
        }
        referrals[referral.header.id] = found.id
        if let person = referral.person { people[person] = found.person }
      case .assessment(let assessment):
        guard assessment.source != nil else { continue }
        sourced.insert(assessment.header.id)
        assessments[assessment.header.id] = try here.assessment(assessment)
      default: continue
      }
    }
    for (family, members) in homes {
      guard let one = members.min(), let person = people[one],
        members.allSatisfy({ people[$0] != nil })
      else { continue }
      families[family] = try reader.home(of: person)
    }
  }

  /// The entry as it is to be kept; nil where it is here already. Throws where it is about somebody
  /// who is here under another id, and nothing says whether it was written before.
  func settled(_ entry: Entry) throws -> Entry? {
    switch entry {
    case .family(let family): return families[family.header.id] == nil ? entry : nil
    case .person(let person):
      if people[person.header.id] != nil { return nil }
      guard let family = person.header.family.flatMap({ families[$0] }) else { return entry }
      return try isHere(person, family) ? nil : pointed(entry)
    case .referral(let referral):
      return referrals[referral.header.id] == nil ? try pointed(unlessMoved(entry)) : nil
    case .samePerson(let decision):
      return people[decision.one] != nil && people[decision.other] != nil ? nil : try pointed(entry)
    case .sameFamily(let decision):
      return families[decision.one] != nil && families[decision.other] != nil
        ? nil : try pointed(entry)
    case .assessment(let assessment):
      if assessments[assessment.header.id] != nil { return nil }
      return try assessment.source == nil ? unlessMoved(entry) : pointed(entry)
    case .education(let education): return try written(entry, with: education.about)
    case .consent(let consent): return try written(entry, with: consent.about)
    case .flag(let flag):
      guard flag.isAlarm else { return try unlessMoved(entry) }
      // An alarm is never lost (practice P1): one that was not raised before is raised now.
      if let about = flag.about.flatMap({ assessments[$0] }) {
        return try isHere(flag, about) ? nil : pointed(entry)
      }
      return try written(entry, with: flag.about)
    default: return try unlessMoved(entry)
    }
  }

  /// What came with an assessment goes its way.
  private func written(_ entry: Entry, with about: ID?) throws -> Entry? {
    guard let about else { return try unlessMoved(entry) }
    if assessments[about] != nil { return nil }
    return try sourced.contains(about) ? pointed(entry) : unlessMoved(entry)
  }

  private func unlessMoved(_ entry: Entry) throws -> Entry {
    let (family, person) = entry.subject
    guard let known = person.flatMap({ people[$0] }) ?? family.flatMap({ families[$0] }) else {
      return entry
    }
    throw Problem(
      "case-twice", .data,
      "\(entry.id) is about \(person ?? family ?? entry.id), who is here as \(known): nothing was kept",
      cure: """
        Nothing tells whether it was written before. Do it in the store, with --store; or begin the \
        pipe with what is here: carers refer import --with.
        """)
  }

  /// The same entry about those who are here, filed where they are.
  private func pointed(_ entry: Entry) throws -> Entry {
    guard let kind = entry.kind, !people.isEmpty || !families.isEmpty || !assessments.isEmpty else {
      return entry
    }
    var cells = entry.cells
    for (place, field) in kind.layout.fields.enumerated() {
      switch cells[place] {
      case .text(let text) where field.type == .id: cells[place] = .text(here(text))
      case .list(let texts) where field.name == "candidates":
        cells[place] = .list(texts.map(here))
      default: continue
      }
    }
    if let person = entry.subject.person.flatMap({ people[$0] }) {
      guard try !reader.hasFallen(person) else { throw Self.takenBack(entry.id, person) }
      cells[HeaderPlace.family] = .text(try reader.home(of: person).text)
    }
    return try Entry(kind, cells: cells, extra: entry.header.extra)
  }

  /// An id of the stream as the store calls it.
  private func here(_ text: String) -> String {
    let id = ID(text)
    return (people[id] ?? families[id] ?? referrals[id] ?? assessments[id])?.text ?? text
  }

  private func isHere(_ flag: SafeguardingFlag, _ about: ID) throws -> Bool {
    alarms.bind(1, about.text)
    alarms.bind(2, flag.raised)
    alarms.bind(3, flag.text)
    defer { alarms.reset() }
    return try alarms.step()
  }

  private func isHere(_ contact: Person, _ family: ID) throws -> Bool {
    contacts.bind(1, family.text)
    contacts.bind(2, contact.given)
    contacts.bind(3, contact.surname)
    contacts.bind(4, contact.relation)
    defer { contacts.reset() }
    return try contacts.step()
  }

  private static func takenBack(_ id: ID, _ person: ID) -> Problem {
    Problem(
      "person-fallen", .data, "\(id) is about \(person), whose referral was taken back",
      cure: "carers log shows by which undo; carers undo with its number takes that back.")
  }

  private static func otherChild(_ id: ID, _ here: ID) -> Problem {
    Problem(
      "source-differs", .data,
      "\(id) has the sender's number of \(here), which is here and says something else",
      cure: "Import the list itself: carers refer import --store tells the two apart.")
  }
}
