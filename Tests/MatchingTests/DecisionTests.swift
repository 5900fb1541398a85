import Testing
import YoungCarers

@testable import Matching

@Suite struct DecisionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let one: Described
    let other: Described
    let verdict: Verdict

    init(_ what: String, _ one: Described, _ other: Described, _ verdict: Verdict) {
      (self.what, self.one, self.other, self.verdict) = (what, one, other, verdict)
    }

    var testDescription: String { what }
  }

  static let twins = [
    Case("Tom and Sarah, twins", child("Tom"), child("Sarah"), .new),
    Case(
      "Tom and Sarah, brother and sister", child("Tom"), child("Sarah", born: "2014-05-06"), .new),
    Case("Ava and Eva, twins without numbers", child("Ava"), child("Eva"), .undecided),
    Case(
      "Ava and Eva with two UPNs", child("Ava", upn: Numbers.upn),
      child("Eva", upn: Numbers.otherUPN), .new),
    Case(
      "Ava and Eva with two NHS numbers", child("Ava", nhs: Numbers.nhs),
      child("Eva", nhs: Numbers.otherNHS), .new),
    Case(
      "twins with one UPN by mistake", child("Tom", upn: Numbers.upn),
      child("Sarah", upn: Numbers.upn), .undecided),
    Case("Daniel and Daniella", child("Daniel", sex: "M"), child("Daniela", sex: "F"), .new),
    Case(
      "Muhammad Yusuf and Muhammad Ibrahim", child("Muhammad Yusuf"), child("Mohammed Ibrahim"),
      .new),
    Case("Muhammad and Muhammad Ibrahim", child("Muhammad"), child("Mohammed Ibrahim"), .undecided),
  ]

  static let likenesses = [
    Case("everything again", child(), child(), .same),
    Case("a short form", child("Thomas"), child("Tommy"), .same),
    Case("a spelling", child("Muhammad", "Hussain"), child("Mohammed", "Hussein"), .same),
    Case("a slip of the pen", child("Charlotte"), child("Charlote"), .same),
    Case("a preferred name", child("Oluwaseyi", preferred: "Seyi"), child("Seyi"), .same),
    Case("names swapped", child("Omar", "Warsame"), child("Warsame", "Omar"), .same),
    Case("half a double name", child("Ava", "Khan-Bell"), child("Ava", "Bell"), .same),
    Case("a former name", child("Ava", "Firth", former: "Khan"), child(), .same),
    Case("marks and case", child("ZOË", "Wójcik"), child("Zoe", "wojcik"), .same),
    Case("a new surname, all else equal", child("Ava", "Ogden"), child("Ava", "Firth"), .same),
    Case("day and month swapped", child(born: "2012-03-04"), child(born: "2012-04-03"), .same),
    Case(
      "no birth date, the same home", child("Ava", "Ogden", born: nil), child("Ava", "Ogden"), .same
    ),
    Case("another birth date", child(born: "2012-03-04"), child(born: "2009-10-21"), .new),
    Case("a Cyrillic letter", child("Аva"), child("Ava"), .undecided),
    Case(
      "a Cyrillic letter and one UPN", child("Аva", upn: Numbers.upn),
      child("Ava", upn: Numbers.upn), .undecided),
    Case("a child without a given name", child(nil), child("Ava"), .undecided),
  ]

  static let homes = [
    Case(
      "moved, a rare surname", child("Ava", "Yewdall"),
      child("Ava", "Yewdall", postcode: "M1 1AA", address: "3 Elm Street"), .same),
    Case(
      "moved, a common surname", child(),
      child(postcode: "M1 1AA", address: "3 Elm Street"), .undecided),
    Case(
      "moved, and caring for the same person", child(caredFor: "Nadia Khan"),
      child(postcode: "M1 1AA", address: "3 Elm Street", caredFor: "Nadia Khan"), .same),
    Case(
      "one name in two towns, another birth date", child(),
      child(born: "2010-11-12", postcode: "M1 1AA", address: "3 Elm Street"), .new),
  ]

  static let numbers = [
    Case(
      "one UPN, a birth date wrong", child(upn: Numbers.upn),
      child(born: "2009-10-21", upn: Numbers.upn, postcode: nil, address: nil), .same),
    Case(
      "one NHS number, a nickname, moved", child("Thomas", nhs: Numbers.nhs),
      child("Tom", nhs: Numbers.nhs, postcode: "M1 1AA", address: nil), .same),
    Case(
      "one NHS number, two children", child("Aoife", "Neil", nhs: Numbers.nhs),
      child("Zoë", "Bell", born: "2010-02-02", nhs: Numbers.nhs), .undecided),
    Case(
      "two UPNs, all else equal", child(upn: Numbers.upn), child(upn: Numbers.otherUPN), .undecided),
    Case(
      "two NHS numbers, all else equal", child(nhs: Numbers.nhs), child(nhs: Numbers.otherNHS),
      .undecided),
    Case(
      "one UPN and two NHS numbers", child(upn: Numbers.upn, nhs: Numbers.nhs),
      child(upn: Numbers.upn, nhs: Numbers.otherNHS, postcode: "M1 1AA"), .undecided),
    Case(
      "a temporary UPN gives way", child(upn: Numbers.temporaryUPN), child(upn: Numbers.upn), .same),
    Case(
      "a former UPN", child(upn: Numbers.otherUPN, formerUPN: Numbers.upn),
      child(upn: Numbers.upn, postcode: nil, address: nil), .same),
    Case(
      "one UPN that fails its check", child("Aoife", upn: "A801200005001"),
      child("Zoë", "Bell", born: "2010-02-02", upn: "A801200005001"), .new),
    Case(
      "two system ids are no veto", child(system: "12345"), child(system: "12354"), .same),
  ]

  @Test("Who is known", arguments: twins + likenesses + homes + numbers)
  func decides(_ example: Case) {
    #expect(decide(example.one, among: [known(example.other)]).verdict == example.verdict)
    #expect(decide(example.other, among: [known(example.one)]).verdict == example.verdict)
  }

  @Test("Nobody known is new")
  func nobody() { #expect(decide(child(), among: []) == .new) }

  @Test("A veto of any entry of a person counts")
  func vetoOfAnother() {
    let first = known(child("Eve"), "YP-1")
    var second = known(child("Eve", upn: Numbers.upn), "YP-2")
    second.identity = first.identity
    let new = child("Eve", upn: Numbers.otherUPN)
    #expect(decide(child("Eve"), among: [first, second]).verdict == .same)
    #expect(decide(new, among: [first, second]).verdict == .undecided)
  }

  @Test("Two people who agree are for a person to decide, whatever their order")
  func twoPeople() {
    let people = [known(child(), "YP-1"), known(child("Ava", "Kahn"), "YP-2")]
    let decision = decide(child(), among: people)
    #expect(decision.verdict == .undecided)
    #expect(decision == decide(child(), among: people.reversed()))
  }

  @Test("The evidence is said in words, without a value")
  func because() {
    let new = child("Tom", upn: Numbers.upn, postcode: "M1 1AA", address: nil)
    let decision = decide(new, among: [known(child("Thomas", upn: Numbers.upn))])
    guard case .same(_, let because) = decision else {
      Issue.record("not joined")
      return
    }
    #expect(
      because == [
        "UPN agrees", "given name is a known form", "surname agrees", "birth date agrees",
        "household differs",
      ])
  }
}
