import Testing
import YoungCarers

@testable import Matching

@Suite struct RecogniserTests {
  private func shares(_ one: Described, _ other: Described) -> Bool {
    !Set(keys(of: one)).isDisjoint(with: keys(of: other))
  }

  @Test("Keys are the same on every machine and in every version")
  func golden() {
    let one = child("Ava", "Khan-Bell", upn: Numbers.upn, nhs: Numbers.nhs)
    #expect(
      keys(of: one) == [
        1_310_430_712_298_028_243, 1_577_088_876_659_521_029, 2_829_216_091_220_358_628,
        2_883_043_253_972_192_943, 5_387_024_491_384_745_064, 7_577_950_028_208_440_106,
        8_142_756_942_990_385_346, 9_227_381_289_000_766_756, 12_347_193_499_668_923_510,
        14_955_253_350_337_446_265,
      ])
    #expect(
      householdKeys(of: one) == [
        8_142_756_942_990_385_346, 9_227_381_289_000_766_756, 9_861_127_427_811_495_131,
      ])
  }

  @Test(
    "One child written otherwise is found",
    arguments: [
      child("Khan", "Ava", postcode: nil), child("Ava", "Ogden", postcode: nil),
      child("Eva", "Ogden"), child("Eve", "Cahn", born: "2012-04-03", postcode: nil),
      child("Sarah", "Kahn", born: nil),
    ])
  func found(_ other: Described) { #expect(shares(child(), other)) }

  @Test("Strangers are not compared")
  func strangers() {
    #expect(!shares(child(), child("Noah", "Firth", born: "2011-01-02", postcode: "M1 1AA")))
    #expect(keys(of: Described()) == [])
  }

  @Test("A child's other entries come with the one that was found")
  func wholePeople() {
    var recogniser = Recogniser()
    recogniser.add(child(), person: ID("a"), family: nil, identity: ID("a"))
    let moved = child("Ada", "Ogden", born: "2001-02-03", nhs: Numbers.nhs, postcode: nil)
    recogniser.add(moved, person: ID("b"), family: nil, identity: ID("a"))
    recogniser.add(
      child("Noah", "Firth", born: nil, postcode: nil), person: ID("c"), family: nil,
      identity: ID("c"))
    let found = recogniser.candidates(for: child(nhs: Numbers.otherNHS))
    #expect(found.map(\.person) == [ID("a"), ID("b")])
    #expect(decide(child(nhs: Numbers.otherNHS), among: found).verdict == .undecided)
  }

  @Test("Two children under one UPN are both for a person to decide")
  func confusion() {
    var recogniser = Recogniser()
    let first = child("Aoife", "O'Neil", born: "2009-01-01", upn: Numbers.upn)
    let second = child("Zoë", "Ní Bhriain", born: "2010-02-02", upn: Numbers.upn, postcode: nil)
    recogniser.add(first, person: ID("a"), family: nil, identity: ID("a"))
    guard
      case .undecided(let candidates, let because, let confused) =
        decide(second, among: recogniser.candidates(for: second))
    else {
      Issue.record("decided")
      return
    }
    #expect(candidates.map(\.person) == [ID("a")])
    #expect(confused == [ID("a")])
    #expect(because.first == "UPN agrees")
  }

  @Test("A number that everybody bears does not compare everybody with everybody")
  func crowd() {
    var recogniser = Recogniser()
    for number in 0..<300 {
      let child = child("A\(number)", nil, born: nil, upn: Numbers.upn, postcode: nil, address: nil)
      recogniser.add(child, person: ID("\(number)"), family: nil, identity: ID("\(number)"))
    }
    let found = recogniser.candidates(for: child(nil, nil, born: nil, upn: Numbers.upn))
    #expect(found.count == Recogniser.crowd)
    #expect(found.last?.person == ID("299"))
  }
}

@Suite struct HouseholdTests {
  @Test(
    "Which case a new child is filed under",
    arguments: [
      (child("Tom"), HouseholdDecision.known(ID("YC-1"))),
      (child("Tom", "Khan-Bell", address: "12 Oak Rd"), .known(ID("YC-1"))),
      (child("Tom", "Bell"), .new),
      (child("Tom", "Bell", caredFor: "Nadia Khan"), .known(ID("YC-1"))),
      (child("Tom", address: nil), .new),
      (child("Tom", address: nil, caredFor: "Nadia Khan"), .known(ID("YC-1"))),
      (child("Tom", address: "14 Oak Road", caredFor: "Nadia Khan"), .new),
      (child("Tom", address: "Flat 2, 12 Oak Road"), .new),
    ])
  func filed(_ new: Described, _ decision: HouseholdDecision) {
    #expect(household(of: new, among: [known(child(caredFor: "Nadia Khan"))]) == decision)
  }

  @Test("The postcode and the same person cared for, under another surname, are doubtful")
  func doubt() {
    let new = child("Tom", "Bell", address: nil, caredFor: "Nadia Khan")
    guard
      case .doubt(let families, _) = household(
        of: new, among: [known(child(caredFor: "Nadia Khan"))])
    else {
      Issue.record("no doubt")
      return
    }
    #expect(families == [ID("YC-1")])
  }

  @Test("A telephone at the same postcode finds the household, whatever the surname")
  func telephone() {
    let one = child(address: nil, phone: "0113 496 0123")
    let other = child("Tom", "Bell", address: nil, phone: "+44 113 496 0123")
    #expect(!Set(householdKeys(of: one)).isDisjoint(with: householdKeys(of: other)))
    #expect(household(of: other, among: [known(one)]) != .new)
    let elsewhere = child("Tom", "Bell", postcode: "LS2 9ZZ", address: nil, phone: "01134960123")
    #expect(Set(householdKeys(of: one)).isDisjoint(with: householdKeys(of: elsewhere)))
  }

  @Test("Two cases for one household are for a person to decide")
  func two() {
    let people = [known(child(), "YP-1"), known(child("Eve"), "YP-2", family: "YC-2")]
    guard case .doubt(let families, _) = household(of: child("Tom"), among: people) else {
      Issue.record("no doubt")
      return
    }
    #expect(families == [ID("YC-1"), ID("YC-2")])
  }
}
