import TestSupport
import Testing

@testable import YoungCarers

@Suite struct WaitingListTests {
  private let today = Day(number: 20_779)  // 2026-11-22

  private func child(
    _ id: String, _ days: Int, family: String? = nil, _ answers: [String]? = nil,
    born: String? = nil, danger: Bool = false
  ) -> WaitingList.Child {
    var child = WaitingList.Child(
      person: ID(id), family: ID(family ?? "F\(id)"), waitsFrom: today + -days)
    child.brief = answers.map { Answers($0) }
    child.born = born.flatMap { Day($0) }
    child.isInDanger = danger
    return child
  }

  private func order(
    _ children: [WaitingList.Child], _ form: Assessment.Form = .needs, isClosed: Bool = false
  ) -> [WaitingList.Place] {
    var random = Seeded(3)
    let orders = (0..<5).map { _ in
      WaitingList.ordered(
        children.shuffled(using: &random), form, Service(.leeds), isClosed: isClosed, on: today)
    }
    for one in orders { #expect(one.map(\.child) == orders[0].map(\.child)) }
    return orders[0]
  }

  @Test("P27: the needs list goes by assessed need and impact, then days")
  func needs() {
    let places = order([
      child("light", 300, ["school=1"]), child("unknown", 100, nil),
      child("heavy", 20, ["school=2", "feelings=2"]),
      child("heavier", 10, ["school=3", "feelings=3"]),
      child("hours", 30, ["hours=35-49", "school=0"]),
      child("older", 25, ["school=2", "feelings=2"]),
      child("excessive", 5, ["excessive=lifting", "school=0"]),
      child("danger", 1, nil, danger: true),
    ])
    #expect(
      places.map(\.child.person.text) == [
        "danger", "excessive", "heavier", "older", "heavy", "hours", "unknown", "light",
      ])
    #expect(places.map(\.number) == Array(1...8))
    #expect(places[2].because == ["weighs on school, feelings", "impact 6 of 12", "waits 10 days"])
    #expect(places[5].because[0] == "35-49 hours a week")
    #expect(places[6].because == ["need not known: no brief assessment", "waits 100 days"])
  }

  @Test("P27: birthday orders the transition list; an unknown one comes last, and none is dropped")
  func transition() {
    let places = order(
      [
        child("young", 300, born: "2010-01-01"), child("soon", 1, born: "2008-12-20"),
        child("unknown", 400), child("adult", 3, born: "2008-02-29"),
      ], .transition)
    #expect(places.map(\.child.person.text) == ["adult", "soon", "young", "unknown"])
    #expect(places[0].because[0] == "18th birthday 1 March 2026")
    #expect(places[0].birthday?.contains("Care Act 2014 s10") == true)
    #expect(places[3].because[0] == "date of birth not known: find it out")
  }

  @Test("P26: brothers and sisters stand together, where the most urgent stands")
  func siblings() {
    let places = order([
      child("a", 10, family: "F", ["school=3"]), child("b", 50, ["school=2"]),
      child("c", 10, family: "F", ["school=1"]),
    ])
    #expect(places.map(\.child.person.text) == ["a", "c", "b"])
    #expect(places[1].because[0] == "with a brother or sister, place 1")
  }

  @Test(
    "P26: over target in its own unit",
    arguments: [
      ("45 working days", 0, String?.none), ("45 working days", 2, "2 days"),
      ("45 working days", 9, "5 working days"), ("6 weeks", 6, "6 days"), ("6 weeks", 7, "1 week"),
      ("6 weeks", 20, "2 weeks"), ("6 months", 20, "20 days"), ("6 months", 70, "2 months"),
      ("10 days", 1, "1 day"),
    ])
  func over(_ target: String, _ days: Int, _ said: String?) throws {
    var service = Service(.leeds)
    try service.change(.targetNeeds, to: target, source: nil)
    var late = child("a", 100)
    late.due = today + -days
    let place = WaitingList.ordered([late], .needs, service, isClosed: false, on: today)[0]
    #expect(place.over == said)
  }

  @Test("P26: the family's delays are shown beside the wait, never subtracted")
  func delays() {
    var one = child("a", 100)
    one.offersDeclined = 1
    one.notBrought = 2
    let place = order([one])[0]
    #expect(place.days == 100)
    #expect(
      place.marks.contains(
        "delays of the family's, not subtracted: offers declined for now: 1, not brought: 2"))
  }

  @Test("P26: each has a next contact: the one agreed, else the target after the last")
  func contact() {
    var one = child("a", 100)
    #expect(order([one])[0].contactBy == today + -100 + 28)
    #expect(order([one])[0].marks == ["contact was due 11 September 2026"])
    one.lastContact = today + -3
    #expect(order([one])[0].contactBy == today + 25)
    one.nextContact = today + 9
    #expect(order([one])[0].contactBy == today + 9)
    #expect(order([one])[0].marks.isEmpty)
  }

  @Test(
    "P25: who came while the list is closed is passed to the council; when it opens, first dates stay"
  )
  func closed() {
    var one = child("a", 10)
    one.nextContact = today + 1
    one.whileClosed = true
    #expect(order([one], isClosed: true)[0].marks == ["to be passed to the council"])
    one.passed = today
    #expect(order([one], isClosed: true)[0].marks == ["passed to the council on 22 November 2026"])
    let open = order([one])[0]
    #expect(open.marks.isEmpty && open.child.waitsFrom == today + -10)
  }

  @Test("P10: a child who is not screened is counted, and marked")
  func unscreened() {
    var one = child("a", 10)
    one.isScreened = false
    #expect(order([one])[0].marks == ["not screened: screen first"])
  }

  @Test("P26: looked at again when news comes")
  func news() {
    var one = child("a", 10)
    one.hasNews = true
    #expect(order([one])[0].marks == ["referred again, not yet read: look again"])
  }
}

@Suite struct WaitStartTests {
  private func file(_ entries: [Entry]) -> CaseFile {
    CaseFile(family: ID("F"), entries: entries, aliases: [])
  }

  private func person(_ id: String, _ role: Person.Role, relation: String? = nil) -> Entry {
    var person = Person()
    person.header.id = ID(id)
    person.header.family = ID("F")
    person.role = role
    person.relation = relation
    return .person(person)
  }

  private func referral(_ day: Int, _ relation: String?) -> Entry {
    var referral = Referral()
    referral.header.id = ID("R\(day)")
    referral.header.day = Day(number: Int32(day))
    referral.person = ID("C")
    referral.caredForRelation = relation
    return .referral(referral)
  }

  private func finished(_ day: Int, _ caredFor: String) -> Entry {
    var assessment = Assessment()
    assessment.header.id = ID("A\(day)")
    assessment.form = .needs
    assessment.person = ID("C")
    assessment.caredFor = ID(caredFor)
    assessment.finished = Day(number: Int32(day))
    return .assessment(assessment)
  }

  @Test(
    "P26: the wait is counted from the first referral or request",
    arguments: [
      ([100, 200], Int?.none, "M", 100), ([100, 200], 50, "M", 50), ([100, 200], 150, "M", 100),
      ([Int](), 150, "M", 150), ([], nil, "M", 999),
    ])
  func first(_ days: [Int], _ requested: Int?, _ caredFor: String, _ from: Int) {
    let people = [
      person("C", .youngCarer), person("M", .caredFor, relation: "Mum"),
      person("B", .caredFor, relation: "brother"),
    ]
    let start = file(people + days.map { referral($0, "mother") }).waitStarts(
      .needs, of: ID("C"), for: ID(caredFor), requested: requested.map { Day(number: Int32($0)) },
      on: Day(number: 999))
    #expect(start.number == Int32(from))
  }

  @Test("P26: after one was finished, from the first since; for another person from who names them")
  func again() {
    let people = [
      person("C", .youngCarer), person("M", .caredFor, relation: "Mum"),
      person("B", .caredFor, relation: "brother"),
    ]
    let known = file(
      people + [
        referral(100, "mother"), referral(110, "Brother"), finished(150, "M"), referral(200, nil),
      ])
    func start(_ whom: String) -> Int32 {
      known.waitStarts(
        .needs, of: ID("C"), for: ID(whom), requested: nil, on: Day(number: 999)
      ).number
    }
    #expect(start("M") == 200)
    #expect(start("B") == 110)
  }
}
