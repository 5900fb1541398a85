import Testing

@testable import YoungCarers

@Suite("P6, P8: to whom no form of a child goes")
struct FormBarTests {
  private var elm: Agency {
    var agency = Agency()
    agency.name = "Elm School"
    agency.aliases = ["Elm Primary"]
    return agency
  }

  @Test("P6, P8: what stops a form", arguments: bars.indices)
  func bar(_ place: Int) {
    let row = Self.bars[place]
    var alert = Alert()
    alert.header.id = ID("L1")
    alert.header.family = ID("F1")
    alert.what = row.what
    alert.whom = row.whom
    alert.person = row.person.map { ID($0) }
    alert.ends = row.ends.map { Day(number: $0) }
    let file = CaseFile(family: ID("F1"), entries: [.alert(alert)], aliases: [])
    let reader = FormReader(agency: row.agency, among: [elm])
    #expect(file.bar(ID("P1"), to: reader, on: Day(number: 20_780)) == row.expected, "\(row.says)")
  }

  struct Bar: Sendable {
    var says: String
    var what = Alert.What.mustNotSee
    var whom: String?
    var person: String? = "P1"
    var ends: Int32?
    var agency = "Elm School"
    var expected: FormBar?
  }

  static let bars = [
    Bar(says: "P6: who must not see", whom: "elm school", expected: .mustNotSee),
    Bar(says: "P6: by its other name", whom: "Elm Primary", expected: .mustNotSee),
    Bar(says: "P6: part of its name", whom: "Elm", expected: .mustNotSee),
    Bar(says: "P6: no contact", what: .noContact, whom: "Elm School", expected: .mustNotSee),
    Bar(says: "P6: nobody by name bars all", expected: .mustNotSee),
    Bar(says: "P6: the whole family's", whom: "Elm School", person: nil, expected: .mustNotSee),
    Bar(says: "P6: another agency", whom: "Oakfield Academy", expected: nil),
    Bar(says: "P6: a sister's", whom: "Elm School", person: "P2", expected: nil),
    Bar(says: "P6: it has ended", whom: "Elm School", ends: 20_779, expected: nil),
    Bar(says: "P8: bereavement", what: .bereavement, expected: .bereavement),
    Bar(says: "P8: the family's", what: .bereavement, person: nil, expected: .bereavement),
    Bar(says: "P8: it has ended", what: .bereavement, ends: 20_779, expected: nil),
    Bar(says: "P6: a safe contact stops nothing", what: .safeContact, expected: nil),
  ]
}
