import Interchange
import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("What a stream holds of the forgotten")
struct ForgetLoadTests {
  /// A service, its copy, and two children of it with a referral each.
  private func service(_ medium: Medium) throws -> (desk: Desk, copy: Desk, Ava: ID, Bo: ID) {
    let desk = try Desk(medium)
    let sheet = "referral_id,first_name,last_name,dob,reason\n7,Ava,Khan,13/02/2012,Cooks.\n"
    _ = try desk.take(sheet + "8,Bo,Lee,14/03/2013,Shops.\n", agency: "Oak")
    try ForgetTests.screen(desk)
    let copy = try Desk(.file, seed: 3)
    try copy.load(try desk.export())
    let people = try desk.people()
    return (desk, copy, try #require(people.first).id, try #require(people.last).id)
  }

  private func refusal(_ body: () throws -> Void) -> Problem? {
    do {
      try body()
      return nil
    } catch {
      return error as? Problem
    }
  }

  @Test(
    "What is new of the forgotten is refused by name, and taken in when it is asked for",
    arguments: ForgetTests.stores, [false, true])
  func new(_ medium: Medium, alarm: Bool) throws {
    let (desk, copy, child, _) = try service(medium)
    let home = try desk.read { try $0.home(of: child) }
    try copy.write { writer in
      try writer.add(Note(), about: child) { $0.text = "Written in the copy." }
      guard alarm else { return }
      try writer.add(SafeguardingFlag(), about: child) { $0.raised = "burns" }
    }
    let lines = try copy.export()
    let forgotten = try ForgetTests.forget([home], desk)
    let left = try desk.export()
    let problem = refusal { try desk.load(lines) }
    #expect(problem?.code == "load-forgotten" && problem?.status == .notAllowed)
    let says = problem?.says.text(value: "") ?? ""
    #expect(says.contains(home.text) && says.contains(alarm ? "2 entries" : "1 entry"))
    #expect(
      says.contains("safeguarding flag") == alarm
        && problem?.cure?.text(value: "").contains("--again") == true)
    #expect(try desk.export() == left)
    let bytes = try stream(lines)
    let back = try desk.write { try $0.load(again: true) { reader(bytes) } }
    #expect(back.added == forgotten.entries + (alarm ? 2 : 1))
    #expect(back.forgotten == 0 && back.naming == 0)
    // It is a case as every other now: nothing of it is set aside or refused.
    let more = try desk.load(lines)
    #expect(more.added == 0 && more.forgotten == 0 && more.alreadyHere == lines.count)
    try copy.write { try $0.add(Note(), about: child) { $0.text = "Later." } }
    #expect(try desk.load(try copy.export()).added == 1)
    #expect(try desk.findings() == [])
  }

  @Test("Under other ids it is a child whom nobody knows", arguments: ForgetTests.stores)
  func otherIDs(_ medium: Medium) throws {
    let (desk, _, child, _) = try service(medium)
    try ForgetTests.forget([try desk.read { try $0.home(of: child) }], desk)
    let pipe = try Desk(.pipe, seed: 9)
    _ = try pipe.take(
      "referral_id,first_name,last_name,dob,reason\n7,Ava,Khan,13/02/2012,Cooks.\n", agency: "Oak")
    let receipt = try desk.load(try pipe.export())
    #expect(receipt.added == 3 && receipt.forgotten == 0)
    #expect(try desk.findings() == [])
  }

  @Test("The number of a forgotten child, given to another, does not stand in the way")
  func numberAgain() throws {
    let (desk, copy, child, _) = try service(.file)
    let forgotten = try ForgetTests.forget([try desk.read { try $0.home(of: child) }], desk)
    let other = "referral_id,first_name,last_name,dob,reason\n7,Cai,Moss,1/05/2014,Irons.\n"
    #expect(try desk.take(other, agency: "Oak").new == 1)
    let receipt = try desk.load(try copy.export())
    #expect(receipt.forgotten == forgotten.entries && receipt.added == 0)
  }

  @Test("An entry of a case that stays, which names the forgotten, is set aside alone")
  func naming() throws {
    let (desk, copy, gone, stays) = try service(.file)
    try copy.write { writer in
      try writer.add(Assessment(), about: stays) { $0.caredFor = gone }
      try writer.add(Note(), about: stays) { $0.text = "Written in the copy." }
    }
    let forgotten = try ForgetTests.forget([try desk.read { try $0.home(of: gone) }], desk)
    let receipt = try desk.load(try copy.export())
    #expect(receipt.naming == 1 && receipt.added == 1 && receipt.forgotten == forgotten.entries)
    #expect(try desk.findings() == [])
  }
}
