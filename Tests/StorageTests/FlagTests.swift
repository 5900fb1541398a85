import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("P1: a flag stands, whatever withdraws it")
struct FlagTests {
  private func flag(_ writer: Writer, answering alarm: ID? = nil) -> SafeguardingFlag {
    var flag = SafeguardingFlag()
    flag.header = writer.header(family: nil)
    flag.answers = alarm
    flag.done = alarm == nil ? nil : "Rang the front door."
    flag.doneBy = alarm == nil ? nil : "R Shah"
    return flag
  }

  private func withdrawal(_ writer: Writer, of ids: [ID]) -> Withdrawal {
    var withdrawal = Withdrawal()
    withdrawal.header = writer.header(family: nil)
    withdrawal.entries = ids.map(\.text)
    withdrawal.because = "undone"
    return withdrawal
  }

  @Test(
    "Withdrawn after it was raised, or before it came", arguments: Medium.allCases, [true, false])
  func stands(_ medium: Medium, _ isFirst: Bool) throws {
    let desk = try Desk(medium)
    let (alarm, out) = try desk.write { writer in
      let alarm = flag(writer)
      return (alarm, withdrawal(writer, of: [alarm.header.id]))
    }
    let entries = isFirst ? [alarm.entry, out.entry] : [out.entry, alarm.entry]
    for entry in entries { try desk.write { try $0.append(entry) } }
    try desk.read { reader in
      let hasFallen = try reader.hasFallen(alarm.header.id)
      #expect(!hasFallen)
      #expect(
        try reader.listed(SafeguardingFlag.self, in: "openFlags").map(\.entry.header.id)
          == [alarm.header.id])
    }
  }

  @Test("Replaced by another flag it stands too")
  func replaced() throws {
    let desk = try Desk()
    let alarm = try desk.write { writer in
      let alarm = flag(writer)
      try writer.append(.flag(alarm))
      var other = flag(writer)
      other.header.replaces = alarm.header.id
      try writer.append(.flag(other))
      return alarm.header.id
    }
    let hasFallen = try desk.read { try $0.hasFallen(alarm) }
    #expect(!hasFallen)
  }

  @Test("An answer may be withdrawn, and then the flag is open again")
  func answers() throws {
    let desk = try Desk()
    func open() throws -> Int {
      try desk.read { try $0.listed(SafeguardingFlag.self, in: "openFlags").count }
    }
    let answer = try desk.write { writer in
      let alarm = flag(writer)
      try writer.append(.flag(alarm))
      let answer = flag(writer, answering: alarm.header.id)
      try writer.append(.flag(answer))
      return answer.header.id
    }
    #expect(try open() == 0)
    try desk.write { _ = try $0.append(.withdrawal(withdrawal($0, of: [answer]))) }
    #expect(try open() == 1)
  }
}
