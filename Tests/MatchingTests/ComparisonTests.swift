import TestSupport
import Testing
import YoungCarers

@testable import Matching

@Suite struct ComparisonTests {
  @Test(
    "Given names",
    arguments: [
      ("Ava", "Ava", Likeness.exact), ("Anne-Marie", "Annemarie", .exact),
      ("Thomas", "Tom", .variant), ("Tom", "Tommy", .variant), ("Beth", "Libby", .different),
      ("Katherine", "Kate", .variant), ("Kathryn", "Kate", .variant), ("Łukasz", "Lucas", .variant),
      ("Mohammed", "Muhammad", .variant), ("Fadumo", "Fatima", .variant),
      ("Charlotte", "Charlote", .near), ("Chloe Olivia", "Chloe", .exact),
      ("Ava", "Eva", .doubtful), ("Jake", "Jade", .doubtful), ("Tom", "Sarah", .different),
      ("A", "Ava", .doubtful), ("Адам", "Adam", .doubtful), ("王", "李", .different),
      ("", "Ava", .missing),
    ])
  func given(_ one: String, _ other: String, _ level: Likeness) {
    #expect(compare(child(one), child(other)).given == level)
  }

  @Test(
    "Surnames",
    arguments: [
      ("O'Brien", "OBRIEN", Likeness.exact), ("Mc Donald", "McDonald", .exact),
      ("Smith-Jones", "Jones", .variant), ("Al-Hassan", "Al-Masri", .different),
      ("Al-Hassan", "Hasan", .variant), ("Kowalski", "Kowalska", .variant),
      ("Zielinskj", "Zielinski", .near), ("Khan", "Bell", .different), ("", "Khan", .missing),
    ])
  func surname(_ one: String, _ other: String, _ level: Likeness) {
    #expect(compare(child("Ava", one), child("Ava", other)).surname == level)
  }

  @Test(
    "Birth dates",
    arguments: [
      ("2012-03-04", "2012-03-04", Comparison.Birth.exact), ("2012-03-04", "2012-04-03", .slip),
      ("2012-03-04", "2012-03-14", .slip), ("2012-03-04", "2012-03-01", .slip),
      ("2012-03-04", "2013-03-04", .slip), ("2012-03-04", "2012-01-01", .slip),
      ("2012-01-01", "2012-01-01", .newYear), ("2012-03-04", "2009-05-06", .different),
      ("2012-03-04", "2012-05-06", .different), ("1900-01-01", "1900-01-01", .missing),
      ("1970-01-01", "2012-03-04", .missing),
    ])
  func born(_ one: String, _ other: String, _ level: Comparison.Birth) {
    #expect(compare(child(born: one), child(born: other)).born == level)
  }

  @Test(
    "Households",
    arguments: [
      ("LS1 2AB", "12 Oak Rd", Comparison.Household.same), ("ls12ab", "12, Oak Road, Leeds", .same),
      ("LS1 2AB", "", .postcode), ("LS1 2AB", "Flat 3, 12 Oak Road", .postcode),
      ("LS1 2AB", "14 Oak Road", .neighbour), ("", "12 Oak Road", .address),
      ("LS1 2BA", "12 Oak Road", .address), ("M1 1AA", "12 Oak Road", .moved),
      ("", "3 Elm Street", .moved), ("", "", .missing),
    ])
  func household(_ postcode: String, _ address: String, _ level: Comparison.Household) {
    let other = child(postcode: postcode, address: address)
    #expect(compare(child(), other).household == level)
  }

  @Test("Edits are counted as people slip")
  func edits() {
    func edits(_ one: String, _ other: String) -> Int {
      Words.edits(Array(one.utf8).span, Array(other.utf8).span, limit: 3)
    }
    #expect(edits("smith", "smith") == 0)
    #expect(edits("smith", "smiht") == 1)
    #expect(edits("smith", "smyth") == 1)
    #expect(edits("smith", "smithe") == 1)
    #expect(edits("smith", "mith") == 1)
    #expect(edits("smith", "khan") == 4)
  }

  @Test("A person's entry and its fields say the same")
  func person() {
    var person = Person()
    person.given = "Ava"
    person.surname = "Khan"
    person.born = day("2012-03-04")
    person.postcode = "LS1 2AB"
    person.address = "12 Oak Road, Leeds"
    #expect(Described(person) == child())
  }

  @Test("Likeness is symmetric")
  func symmetric() {
    var draw = Seeded(11)
    let names = [
      "Ava", "Eva", "Thomas", "Tom Paul", "Muhammad Ali", "Ali", "Khan", "Smith-Jones", "Jones", "",
      "Аva", "Al-Hassan", "Hassan",
    ]
    let days = ["2012-03-04", "2012-04-03", "2012-01-01", "2009-05-06", ""]
    let places = ["LS1 2AB", "LS1 2BA", "", "M1 1AA"]
    let streets = ["12 Oak Road", "Flat 2, 12 Oak Rd", "Rose Cottage, Mill Lane", "", "14 Elm St"]
    let numbers = [Numbers.upn, Numbers.otherUPN, Numbers.temporaryUPN, ""]
    func any() -> Described {
      child(
        names.randomElement(using: &draw), names.randomElement(using: &draw),
        born: days.randomElement(using: &draw), preferred: names.randomElement(using: &draw),
        former: names.randomElement(using: &draw), upn: numbers.randomElement(using: &draw),
        formerUPN: numbers.randomElement(using: &draw),
        postcode: places.randomElement(using: &draw), address: streets.randomElement(using: &draw))
    }
    for _ in 0..<3000 {
      let (one, other) = (any(), any())
      #expect(compare(one, other) == compare(other, one))
    }
  }
}
