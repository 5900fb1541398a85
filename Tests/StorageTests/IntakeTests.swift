import Foundation
import GRDB
import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("Taking sheets in")
struct IntakeTests {
  private static let head = "referral_id,first_name,last_name,dob,address,postcode,upn,reason\n"

  private func row(
    _ id: Int, _ given: String, _ surname: String, _ born: String, _ house: Int = 12,
    upn: String = "", reason: String = "cooks"
  ) -> String {
    "\(id),\(given),\(surname),\(born),\"\(house) Oak Road, Leeds\",LS1 2AB,\(upn),\(reason)\n"
  }

  private func messy(_ random: inout Seeded) -> String {
    let given = ["Ava", "Zoë", "Bo", "Łukasz", "", "Null"]
    let born = ["01/02/2012", "31/02/2014", "", "05/06/2013", "2011-03-04", "soon"]
    var sheet = random.chance(3) ? "Oakfield Academy referrals\n\n" : ""
    sheet += Self.head
    for number in 0..<Int.random(in: 0...25, using: &random) {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: sheet += "\n"
      case 1: sheet += ",,,,,,,\n"
      case 2: sheet += Self.head
      case 3: sheet += "1,Ava,Khan\n"
      case 4: sheet += row(number, "A", "B", "01/02/2012", reason: "one,two,three")
      default:
        sheet += row(
          Int.random(in: 0...20, using: &random), given.randomElement(using: &random) ?? "",
          random.chance(5) ? "" : "Khan", born.randomElement(using: &random) ?? "",
          Int.random(in: 1...4, using: &random),
          upn: random.chance(4) ? "V383001600001" : "",
          reason: "helps, \"often\"".filter { $0 != "," && $0 != "\"" })
      }
    }
    return sheet + (random.chance(3) ? "Total: 12\n" : "")
  }

  @Test("Every row of a messy sheet is accounted for, and the same sheet again adds nothing")
  func balances() throws {
    var random = Seeded(8)
    var taken = 0
    for round in 0..<25 {
      let desk = try Desk(round % 5 == 0 ? .folder : .file, seed: UInt64(round))
      var referrals = 0
      for _ in 0..<3 {
        let sheet = messy(&random)
        guard let first = try unless("no-rows", then: { try desk.take(sheet, agency: "Oakfield") })
        else { continue }
        taken += 1
        #expect(first.balances)
        referrals += first.new + first.known + first.toDecide
        #expect(try desk.read { try $0.count(.referral) } == referrals)
        let before = try desk.export()
        let again = try desk.take(sheet, agency: "Oakfield")
        #expect(again.balances)
        #expect(again.new + again.known + again.toDecide + again.contacts == 0)
        #expect(again.rejected == first.rejected && again.setAside == first.setAside)
        #expect(try desk.export() == before)
      }
      #expect(try desk.findings() == [])
    }
    #expect(taken > 25)
  }

  @Test("A sender who numbers every list from 1 loses no child", arguments: [true, false])
  func numbered(together: Bool) throws {
    let desk = try Desk()
    let first =
      Self.head + row(1, "Ava", "Khan", "01/02/2012", 1) + row(2, "Bo", "Lee", "13/02/2012", 2)
    let second =
      Self.head + row(1, "Cai", "Moss", "14/02/2012", 3) + row(2, "Dee", "Nash", "15/02/2012", 4)
    if together {
      try desk.take([first, second], agency: "Oakfield")
    } else {
      try desk.take([first], agency: "Oakfield")
      try desk.take([second], agency: "Oakfield")
    }
    #expect(try desk.people().map(\.given) == ["Ava", "Bo", "Cai", "Dee"])
    let again = try desk.take([first, second], agency: "Oakfield")
    #expect(again.map(\.alreadyHere) == [2, 2])
  }

  @Test("A child on a row for each contact is one child, and each contact is written down once")
  func contacts() throws {
    let desk = try Desk()
    let head = "referral_id,first_name,last_name,dob,contact_name,relationship\n"
    let rows = [
      "1,Ava,Khan,13/02/2012,Sara Khan,mother\n", "1,Ava,Khan,13/02/2012,Omar Khan,father\n",
    ]
    let receipt = try desk.take(head + rows.joined() + rows[0], agency: "Oakfield")
    #expect(receipt.new == 1 && receipt.alreadyHere == 2 && receipt.contacts == 2)
    #expect(try desk.take(head + rows.joined(), agency: "Oakfield").contacts == 0)
    #expect(try desk.read { try $0.count(.person) } == 3)
  }

  @Test("Who was forgotten is set aside and does not come back", arguments: [Medium.file])
  func tombstone(_ medium: Medium) throws {
    let desk = try Desk(medium)
    let sheet =
      Self.head + row(1, "Ava", "Khan", "13/02/2012") + row(2, "Bo", "Lee", "14/02/2012", 3)
    let digest = SourceKey(try desk.open().settings).tombstone(
      "Oakfield#1",
      .init(given: "Ava", surname: "Khan", born: Day("2012-02-13"), reason: "cooks"))
    try desk.sql {
      try $0.execute(sql: "INSERT INTO tombstone(source) VALUES (?)", arguments: [digest.data])
    }
    let receipt = try desk.take(sheet, agency: "Oakfield")
    #expect(receipt.forgotten == 1 && receipt.setAside == 1 && receipt.new == 1)
    #expect(receipt.balances)
    #expect(try desk.people().map(\.given) == ["Bo"])
    let another = Self.head + row(1, "Cai", "Moss", "14/02/2012", 5)
    #expect(try desk.take(another, agency: "Oakfield").new == 1)
  }

  @Test("Who came in while two cases were one is named when they are parted")
  func filedMeanwhile() throws {
    for families in [false, true] {
      let desk = try Desk()
      func take(_ rows: String) throws -> Receipt {
        try desk.take(
          "first_name,last_name,dob,postcode,address,contact_name,relationship\n" + rows,
          agency: "Oakfield")
      }
      _ = try take("Ava,Khan,13/02/2012,LS98 1AB,1 Alder Street,,\n")
      _ = try take("Bo,Lee,14/02/2013,LS98 2CD,2 Beech Street,,\n")
      let (ava, bo) = (try desk.people()[0], try desk.people()[1])
      let pair = families ? (bo.family, ava.family) : (bo.id, ava.id)
      try desk.write { try Deciding($0, because: []).decide(pair.0, pair.1, same: true) }
      _ = try take(
        "Cy,Lee,15/03/2015,LS98 2CD,2 Beech Street,Mo Lee,father\nDi,Osei,1/4/2016,LS98 3EF,,,\n")
      let parted = try desk.write {
        try Deciding($0, because: []).decide(pair.0, pair.1, same: false)
      }
      let named = try desk.sql { db in
        try String.fetchAll(db, sql: "SELECT id FROM person WHERE given IN ('Cy', 'Mo')")
      }
      #expect(parted.withdrawn == 1 && named.count == 2)
      #expect(parted.meanwhile.map(\.text).sorted() == named.sorted())
      try desk.write { try Deciding($0, because: []).decide(pair.0, pair.1, same: true) }
      let again = try desk.write {
        try Deciding($0, because: []).decide(pair.0, pair.1, same: false)
      }
      #expect(again.withdrawn == 1 && again.meanwhile == [])
    }
  }

  @Test("What a sender writes of a child anew is kept, though the row's id is an old one")
  func newWords() throws {
    let desk = try Desk()
    let head = "referral_id,first_name,last_name,dob,postcode,address,notes\n"
    let child = "1,Ava,Khan,13/02/2012,LS98 1AB,1 Alder Street,"
    #expect(try desk.take(head + child + "tired\n", agency: "Oakfield").new == 1)
    #expect(try desk.take(head + child + "frightened\n", agency: "Oakfield").known == 1)
    #expect(try desk.take(head + child + "frightened\n", agency: "Oakfield").alreadyHere == 1)
    #expect(try desk.take(head + child + "tired\n", agency: "Oakfield").alreadyHere == 1)
  }

  private static let one = "V383001600001"

  @Test("One number for two children holds both", arguments: [true, false])
  func confusion(together: Bool) throws {
    let desk = try Desk()
    let first = row(1, "Ava", "Khan", "13/02/2012", 1, upn: Self.one)
    let second = row(2, "Tom", "Price", "14/05/2009", 40, upn: Self.one)
    if together {
      #expect(try desk.take(Self.head + first + second, agency: "O").toDecide == 2)
    } else {
      #expect(try desk.take(Self.head + first, agency: "O").new == 1)
      #expect(try desk.take(Self.head + second, agency: "O").toDecide == 1)
    }
    #expect(try desk.read { try $0.doubts() }.count == 1)
    #expect(Set(try desk.people().map(\.today)).count == 2)
  }

  @Test("Twins and other children of one household are one case and never one child")
  func siblings() throws {
    let desk = try Desk()
    let rows = row(1, "Ava", "Khan", "13/02/2012") + row(2, "Zak", "Khan", "13/02/2012")
    #expect(try desk.take(Self.head + rows, agency: "O").new == 2)
    let later = row(3, "Mia", "Khan", "20/07/2015")
    #expect(try desk.take(Self.head + later, agency: "O").new == 1)
    let people = try desk.people()
    #expect(Set(people.map(\.today)).count == 3)
    #expect(Set(people.map(\.family)).count == 1)
  }

  @Test("A household in doubt is a case of its own until a person decides")
  func households() throws {
    let desk = try Desk()
    let two = row(1, "Ava", "Khan", "13/02/2012") + row(2, "Zak", "Khan", "14/05/2009")
    #expect(try desk.take(Self.head + two, agency: "O", matching: false).new == 2)
    let third = row(3, "Mia", "Khan", "20/07/2015")
    #expect(try desk.take(Self.head + third, agency: "O").toDecide == 1)
    #expect(Set(try desk.people().map(\.family)).count == 3)
    let doubts = try desk.read { try $0.doubts() }
    #expect(doubts.count == 2)
    for doubt in doubts {
      #expect([doubt.one, doubt.other].allSatisfy { $0.shape == .family })
      _ = try desk.write {
        try Deciding($0, because: []).decide(doubt.one, doubt.other, same: true)
      }
    }
    #expect(try desk.read { try $0.doubts() } == [])
    #expect(Set(try desk.people().map(\.family)).count == 1)
    #expect(Set(try desk.people().map(\.today)).count == 3)
  }

  @Test("With matching off nobody is recognised, and with it on again everybody is")
  func matchingOff() throws {
    let desk = try Desk()
    let sheet = { (id: Int) in Self.head + row(id, "Ava", "Khan", "13/02/2012", upn: Self.one) }
    #expect(try desk.take(sheet(1), agency: "O", matching: false).new == 1)
    #expect(try desk.take(sheet(2), agency: "O", matching: false).new == 1)
    #expect(Set(try desk.people().map(\.today)).count == 2)
    #expect(try desk.take(sheet(3), agency: "O").toDecide == 1)
  }

  @Test("A child joined by the program can be parted, and has a case of their own")
  func parted() throws {
    let desk = try Desk()
    let first = Self.head + row(1, "Ava", "Khan", "13/02/2012", 1, upn: Self.one)
    let second = Self.head + row(2, "Ava", "Khan", "13/02/2012", 90, upn: Self.one)
    try desk.take([first], agency: "O")
    let before = try desk.export()
    #expect(try desk.take(second, agency: "P").known == 1)
    #expect(try desk.export().starts(with: before))
    let joined = try desk.people()
    #expect(joined[0].today == joined[1].today && joined[0].family == joined[1].family)
    #expect(try desk.read { try $0.caseFile(joined[0].family).unreadRepeats.count } == 1)
    _ = try desk.write {
      try Deciding($0, because: []).decide(joined[0].id, joined[1].id, same: false)
    }
    let parted = try desk.people()
    #expect(parted[0].today != parted[1].today && parted[0].family != parted[1].family)
    #expect(try desk.read { try $0.caseFile(parted[1].family).referrals.count } == 1)
  }

  @Test(
    "Children are recognised by a later command", arguments: [Medium.file, .folder], [false, true])
  func later(_ medium: Medium, loaded: Bool) throws {
    let first = Self.head + row(1, "Ava", "Khan", "13/02/2012", upn: Self.one)
    let desk = try Desk(medium)
    if loaded {
      let other = try Desk(.pipe, seed: 3)
      try other.take([first], agency: "O")
      try desk.load(try other.export())
    } else {
      try desk.take([first], agency: "O")
    }
    let before = try desk.export()
    let byNumber = Self.head + row(2, "Ava", "Khan", "13/02/2012", 77, upn: Self.one)
    #expect(try desk.take(byNumber, agency: "P").known == 1)
    let byName = Self.head + row(3, "Ava", "Khan", "13/02/2012")
    #expect(try desk.take(byName, agency: "Q").known == 1)
    #expect(try desk.take(first, agency: "O").alreadyHere == 1)
    #expect(try desk.export().starts(with: before))
    #expect(Set(try desk.people().map(\.today)).count == 1)
    #expect(try desk.findings() == [])
  }

  @Test(
    "Without numbers of the sender's own, twice is once by either way",
    arguments: [Medium.file, .folder], [false, true])
  func unnumbered(_ medium: Medium, loadedFirst: Bool) throws {
    let sheet = "first_name,last_name,dob\nAva,Khan,13/02/2012\nBo,Lee,14/02/2012\n"
    let (desk, pipe) = (try Desk(medium), try Desk(.pipe, seed: 3))
    try pipe.take([sheet])
    let stream = try pipe.export()
    for isLoad in [loadedFirst, !loadedFirst, loadedFirst] {
      if isLoad { try desk.load(stream) } else { try desk.take([sheet]) }
      #expect(try desk.read { try $0.count(.referral) } == 2)
      #expect(try desk.read { try $0.count(.person) } == 2)
    }
  }

  @Test("A load larger than the store has its indexes afterwards, and no other entry is hurt")
  func bulk() throws {
    let desk = try Desk()
    try desk.take([Self.head + row(1, "Ava", "Khan", "13/02/2012")], agency: "O")
    let rows = (0..<1001).map { number in
      row(number + 10, "Ann", "Ash", "13/02/20\(number % 7 + 10)", number)
        .replacing("LS1 2AB", with: "LS\(number / 26) 3A\(Unicode.Scalar(UInt8(65 + number % 26)))")
        .replacing("Ash", with: String(number * 7919, radix: 26, uppercase: false))
    }
    let receipt = try desk.take(Self.head + rows.joined(), agency: "P")
    #expect(receipt.read == 1001 && receipt.balances)
    #expect(try desk.findings() == [])
    #expect(try desk.take(Self.head + rows.joined(), agency: "P").alreadyHere == 1001)
  }
}

extension [UInt8] {
  var data: DatabaseValue { withUnsafeBytes { Foundation.Data($0) }.databaseValue }
}
