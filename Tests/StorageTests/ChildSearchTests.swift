import Interchange
import Testing
import YoungCarers

@testable import Storage

@Suite("Whose row it is") struct ChildSearchTests {
  private static let known = """
    row id,given,surname,born,postcode,UPN
    7,Zoe,Okafor,2014-02-04,LS98 1AB,J000000125101
    8,Ruby,Hartley,2013-07-19,LS98 1QD,M000000124102

    """

  private func find(_ rows: String, in desk: Desk) throws -> [ChildSearch.Found] {
    var profile = SheetProfile()
    profile.further = [SheetFurther("person", headers: [], tellsWho: true)]
    let sheet = try Sheet.prove(
      ByteSource(bytes: Array(rows.utf8)), named: "a.csv", profile: profile,
      today: Day(number: 20_780))
    let store = try desk.open()
    return try store.write(desk.act) { writer in
      let search = try ChildSearch(writer, store.settings)
      var found: [ChildSearch.Found] = []
      try sheet.forEachRow { line in
        guard case .row(let row) = line else { return }
        let id = row[further: "person"].map { ID($0.text) }
        found.append(try search.find(row, agency: "Oak", id: id))
      }
      return found
    }.value
  }

  @Test("By what identifies them, by the sender's number, or by an id; and nobody is added")
  func found() throws {
    let desk = try Desk()
    _ = try desk.take(Self.known, agency: "Oak")
    let people = try desk.people()
    let (zoe, ruby) = (people[0].id, people[1].id)
    let rows = """
      row id,given,surname,born,UPN,person
      ,Zoe,Okafor,2014-02-04,J000000125101,
      8,Ruby,Hartley,,,
      8,Zoe,Okafor,2014-02-04,J000000125101,
      8,Ruby,Hartley,2001-01-30,,
      ,Ali,Khan,2014-02-28,,
      ,,,,,RUBY
      ,Ruby,,,,RUBY
      ,Ali,Khan,,,RUBY
      ,,,,,YP-Y4D6-MDM9-N

      """
    let found = try find(rows.replacing("RUBY", with: ruby.text), in: desk)
    #expect(
      found == [
        .one(zoe), .one(ruby), .one(zoe), .nobody, .nobody, .one(ruby), .one(ruby),
        .otherName(ruby), .nobody,
      ])
    #expect(try desk.people().count == 2)
  }

  @Test("Where it is not sure, a person says who is meant")
  func doubt() throws {
    let desk = try Desk()
    _ = try desk.take("given,surname,born\nJonathan,Peters,2013-03-12\n", agency: "Oak")
    let peters = try desk.people()[0].id
    let rows = "given,surname,born\nJon,Pewters,2013-03-12\n"
    let found = try find(rows, in: desk)
    #expect(found.count == 1)
    for one in found {
      guard case .doubt(let ids, let because) = one else {
        Issue.record("\(one)")
        continue
      }
      #expect(ids == [peters])
      #expect(!because.isEmpty)
    }
  }

  @Test("Two entries that are one person are that person")
  func joined() throws {
    let desk = try Desk()
    _ = try desk.take(Self.known, agency: "Oak")
    _ = try desk.take(Self.known, agency: "Elm")
    let zoe = try desk.people()[0].id
    #expect(try desk.people().count == 4)
    let rows = "given,surname,born,UPN\nZoe,Okafor,2014-02-04,J000000125101\n"
    #expect(try find(rows, in: desk) == [.one(zoe)])
  }

  @Test("A form that a pipe took in is known again in a store, and one that says more is new")
  func again() throws {
    let desk = try Desk()
    let store = try desk.open()
    _ = try store.write(desk.act) { writer in
      let plain = try FormSource(writer, Settings(profile: .plain, key: []))
      var assessment = Assessment()
      assessment.header = writer.header(family: nil)
      assessment.source = plain.source([1, 2], setting: "Oak", number: "7")
      try writer.append(.assessment(assessment))
      var keyed = try FormSource(writer, store.settings)
      #expect(try keyed.isHere([1, 2], setting: "Oak", number: "7"))
      #expect(try !keyed.isHere([1, 3], setting: "Oak", number: "7"))
      #expect(try keyed.isHere([1, 3], setting: "Oak", number: "7"))
      #expect(try !keyed.isHere([1, 2], setting: "Elm", number: "7"))
    }
  }
}
