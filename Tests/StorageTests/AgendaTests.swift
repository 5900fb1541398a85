import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("What waits, danger first (P8)")
struct AgendaTests {
  private let today = Day(number: 20_780)

  private var days: AgendaDays {
    AgendaDays(
      today: today, soon: today + 14, transitionFrom: today.adding(months: -216),
      transitionUntil: today.adding(months: -192))
  }

  /// One child, aged 12 unless said otherwise, screened and with a lead, of whom nothing waits.
  private func desk(born: Day? = nil, _ more: (Writer, ID) throws -> Void) throws -> Desk {
    let desk = try Desk()
    try desk.write { writer in
      let child = try writer.newChild(born: born ?? today.adding(months: -144))
      try writer.add(Referral(), about: child) { $0.person = child }
      try writer.add(Screening(), about: child) { $0.person = child }
      try writer.add(Allocation(), about: child) { $0.lead = "R Shah" }
      try more(writer, child)
    }
    return desk
  }

  private func waits(born: Day? = nil, _ more: (Writer, ID) throws -> Void) throws
    -> [AgendaItem.What]
  {
    try desk(born: born, more).read { try $0.agenda(days).map(\.what) }
  }

  @Test("Nothing waits for a child who is screened and has a lead")
  func nothing() throws { #expect(try waits { _, _ in } == []) }

  @Test("An alarm waits until somebody answers it (P1)")
  func flag() throws {
    #expect(
      try waits { writer, child in
        try writer.add(SafeguardingFlag(), about: child) { $0.person = child }
      } == [.flag])
    #expect(
      try waits { writer, child in
        let flag = try writer.add(SafeguardingFlag(), about: child) { $0.person = child }
        try writer.add(SafeguardingFlag(), about: child) { answer in
          answer.answers = flag
          answer.done = "Rang the front door."
          answer.doneBy = "R Shah"
        }
      } == [])
    #expect(
      try waits { writer, child in
        let flag = try writer.add(SafeguardingFlag(), about: child) { $0.person = child }
        try writer.add(SafeguardingFlag(), about: child) { $0.answers = flag }
      } == [.flag])
  }

  @Test("A repeat referral is read and is screened anew (P2)")
  func again() throws {
    #expect(
      try waits { writer, child in
        try writer.add(Referral(), about: child) { $0.person = child }
      } == [.referredAgain, .screen])
    #expect(
      try waits { writer, child in
        let again = try writer.add(Referral(), about: child) { $0.person = child }
        try writer.add(Note(), about: child) { $0.about = again }
      } == [.screen])
  }

  @Test("An assessment under way that is due, and not one that is finished or far away (P26)")
  func assessment() throws {
    for (due, finished, expected) in [
      (14, false, [AgendaItem.What.assessment]), (-3, false, [.assessment]), (15, false, []),
      (3, true, []),
    ] {
      #expect(
        try waits { writer, child in
          try writer.add(Assessment(), about: child) {
            $0.person = child
            $0.form = .needs
            $0.due = today + due
            $0.finished = finished ? today : nil
            $0.recordGiven = $0.finished
          }
        } == expected)
    }
  }

  @Test(
    "A brief assessment that refers the child on waits for triage, one not finished for its end")
  func brief() throws {
    for (finished, outcome, triaged, expected) in [
      (true, "referred", false, [AgendaItem.What.triage]), (true, "referred", true, []),
      (true, "supported by the setting", false, []), (false, "", false, [.brief]),
    ] {
      #expect(
        try waits { writer, child in
          try writer.add(Assessment(), about: child) {
            $0.person = child
            $0.finished = finished ? today : nil
            $0.outcome = outcome
          }
          guard triaged else { return }
          try writer.add(Triage(), about: child) { $0.person = child }
        } == expected)
    }
  }

  @Test("The adult's review that was asked for and is due (P19)")
  func adultReview() throws {
    for (due, held, expected) in [
      (0, false, [AgendaItem.What.adultReview]), (1, false, []), (0, true, []),
    ] {
      #expect(
        try waits { writer, child in
          try writer.add(AdultReview(), about: child) {
            $0.due = today + due
            $0.held = held ? today : nil
          }
        } == expected)
    }
  }

  @Test("The last contact's next day, and no earlier contact's (P26)")
  func contact() throws {
    #expect(
      try waits { writer, child in
        try writer.add(Contact(), about: child) { $0.nextDay = today }
      } == [.contact])
    #expect(
      try waits { writer, child in
        try writer.add(Contact(), about: child) { $0.nextDay = today }
        try writer.add(Contact(), about: child) { $0.nextDay = today + 28 }
      } == [])
  }

  @Test("An offer comes back on its day until it is accepted: one no closes nothing (P16)")
  func offer() throws {
    for (answers, expected) in [
      ([Offer.Answer.declined], [AgendaItem.What.offer]), ([.none], [.offer]),
      ([.declined, .accepted], []), ([.accepted], []),
    ] {
      #expect(
        try waits { writer, child in
          for answer in answers {
            try writer.add(Offer(), about: child) {
              $0.person = child
              $0.what = "needs assessment"
              $0.answer = answer
              $0.askAgain = today
            }
          }
        } == expected)
    }
  }

  @Test("A signpost is followed up until it is over (P17)")
  func signpost() throws {
    for (state, expected) in [
      (Signpost.State.agreed, [AgendaItem.What.signpost]), (.started, [.signpost]), (.ended, []),
      (.attending, []), (.declined, []),
    ] {
      #expect(
        try waits { writer, child in
          try writer.add(Signpost(), about: child) {
            $0.person = child
            $0.state = state
            $0.due = today
          }
        } == expected)
    }
  }

  @Test("An accepted family without a lead worker (P24)")
  func lead() throws {
    #expect(
      try waits { writer, child in
        try writer.add(Triage(), about: child) {
          $0.person = child
          $0.ways = [Triage.Way.accepted.rawValue]
        }
      } == [])
    let desk = try desk { writer, child in
      try writer.add(Triage(), about: child) { $0.ways = [Triage.Way.accepted.rawValue] }
    }
    try desk.write { writer in
      guard
        let lead = try writer.reader.caseFile(writer.reader.allFamilies()[0]).leads(on: today)
          .first
      else { return }
      var ended = lead
      ended.header = writer.header(family: lead.header.family)
      ended.header.replaces = lead.header.id
      ended.starts = today + -9
      ended.ends = today + -1
      try writer.append(.allocation(ended))
    }
    #expect(try desk.read { try $0.agenda(days).map(\.what) } == [.lead])
  }

  @Test("Who turns 18 soon and of whom nobody thought of transition; 29 February too")
  func transition() throws {
    let accepted = Triage.Way.setting.rawValue
    for (months, days, ways, expected) in [
      (-192, 0, [accepted], [AgendaItem.What.transition]), (-192, 1, [accepted], []),
      (-216, 1, [accepted], [.transition]), (-216, 0, [accepted], []),
      (-204, 0, [accepted, Triage.Way.transition.rawValue], []), (-204, 0, [], []),
    ] {
      #expect(
        try waits(born: today.adding(months: months) + days) { writer, child in
          guard !ways.isEmpty else { return }
          try writer.add(Triage(), about: child) {
            $0.person = child
            $0.ways = ways
          }
        } == expected, "\(months) \(days)")
    }
    let leapling = try desk(born: Day(year: 2008, month: 2, day: 29)) { writer, child in
      try writer.add(Triage(), about: child) {
        $0.person = child
        $0.ways = [accepted]
      }
    }
    let before = try #require(Day(year: 2026, month: 2, day: 28))
    let near = AgendaDays(
      today: before, soon: before, transitionFrom: before.adding(months: -216),
      transitionUntil: before.adding(months: -192))
    let item = try leapling.read { try $0.agenda(near).last { $0.what == .transition } }
    #expect(item?.due == Day(year: 2026, month: 3, day: 1))
  }

  @Test("Danger comes before what is only due, whatever its day")
  func order() throws {
    let found = try waits { writer, child in
      try writer.add(Offer(), about: child) { $0.askAgain = today + -400 }
      try writer.add(Referral(), about: child) { $0.person = child }
      try writer.add(SafeguardingFlag(), about: child) { $0.person = child }
    }
    #expect(found == [.flag, .referredAgain, .screen, .offer])
  }

  @Test(
    "It says what SQL over the views says; and of some cases what of them among all",
    arguments: 0..<24)
  func scoped(seed: UInt64) throws {
    var random = Seeded(seed)
    var entries = Entries(seed: seed)
    let desk = try Desk(.pipe)
    try desk.load(try entries.lines(400))
    let day = Day(number: 20_000)
    let days = AgendaDays(
      today: day, soon: day + 3000, transitionFrom: day + -9000, transitionUntil: day + 9000)
    try desk.read { reader in
      let all = try reader.agenda(days)
      #expect(Set(all.map(\.what)).count > 4)
      let (ours, theirs) = (bare(all), bare(try reader.agendaByViews(days)))
      #expect(ours.filter { !theirs.contains($0) } == [])
      #expect(theirs.filter { !ours.contains($0) } == [])
      #expect(ours.count == theirs.count)
      let families = Set(try reader.allFamilies())
      for _ in 0..<8 {
        let some = families.filter { _ in random.chance(2) }
        let (found, expected) = (
          try reader.agenda(days, families: some), all.filter { some.contains($0.family) }
        )
        #expect(found == expected)
      }
    }
  }

  /// A line an item, without names and leads.
  private func bare(_ items: [AgendaItem]) -> [String] {
    items.map { item in
      """
      \(item.what) \(item.entry) \(item.family) \(item.person?.text ?? "-") \(item.since) \
      \(item.due?.description ?? "-") \(item.detail ?? "-")
      """
    }
  }

  @Test("A whole name is that worker's, though another's begins with it")
  func ledByWhole() throws {
    let desk = try desk { writer, child in
      try writer.add(Allocation(), about: child) { $0.lead = "R Shahid" }
    }
    let other = try desk.write { writer in
      let id = try writer.newID(.family)
      var home = Family()
      home.header = writer.header(family: id, id: id)
      try writer.append(.family(home))
      var lead = Allocation()
      lead.header = writer.header(family: id)
      lead.lead = "R Shahida"
      return try writer.append(.allocation(lead)).header.family
    }
    func led(_ name: String) throws -> Int {
      try desk.read { try $0.families(ledBy: name, on: today).count }
    }
    #expect(other != nil)
    #expect(try (led("R Shahid"), led("R Shahida"), led("shahid")) == (1, 1, 2))
  }

  @Test("A worker's cases are found by part of the name, on the days of the lead")
  func ledBy() throws {
    let desk = try desk { writer, child in
      try writer.add(Allocation(), about: child) {
        $0.lead = "Jo Bell"
        $0.ends = today
      }
    }
    let family = try desk.read { try $0.allFamilies() }
    for (name, day, isFound) in [
      ("R Shah", today, true), ("shah", today, true), ("Jo Bell", today, true),
      ("Jo Bell", today + 1, false), ("Patel", today, false),
    ] {
      #expect(
        try desk.read { try $0.families(ledBy: name, on: day) } == (isFound ? Set(family) : []))
    }
  }
}
