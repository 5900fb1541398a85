import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("What waits before a conference, of a plan and of closed lists")
struct AgendaFurtherTests {
  private let today = Day(number: 20_780)

  /// What waits for a child of whom else nothing does.
  private func waits(_ more: (Writer, ID) throws -> Void) throws -> [AgendaItem] {
    let desk = try Desk()
    try desk.write { writer in
      let child = try writer.newChild(born: today.adding(months: -144), given: "Zoe")
      try writer.add(Allocation(), about: child) { $0.lead = "R Shah" }
      try more(writer, child)
    }
    let days = AgendaDays(
      today: today, soon: today + 14, transitionFrom: today, transitionUntil: today)
    return try desk.read { try $0.agenda(days) }
  }

  @Test("Who comes is prepared, and whoever said no to an advocate is asked again (P29, P31)")
  func prepare() throws {
    for (prepared, kind, again, reply, expected) in [
      (false, nil, false, Invitee.Reply.coming, [AgendaItem.What.conference, .prepare]),
      (true, nil, false, .coming, [.conference]),
      (true, .declined, false, .coming, [.conference, .prepare]),
      (true, .declined, true, .coming, [.conference]),
      (false, nil, false, .notComing, [.conference]),
    ] as [(Bool, Invitee.Advocate?, Bool, Invitee.Reply, [AgendaItem.What])] {
      let found = try waits { writer, child in
        let key = try writer.add(Conference(), about: child) {
          ($0.date, $0.time, $0.place) = (today + 3, "15:30", "Library")
        }
        try writer.add(Invitee(), about: child) {
          ($0.conference, $0.name, $0.reply, $0.advocateKind) = (key, "Ada", reply, kind)
          $0.prepared = prepared ? today : nil
          $0.advocateAskedAgain = again ? today : nil
        }
        try writer.add(Invitee(), about: child) {
          ($0.conference, $0.name, $0.excluded) = (key, "Ben", today)
        }
      }
      #expect(found.map(\.what) == expected)
      #expect(found.first?.detail == "15:30 Library")
      #expect(found.first?.lead == "R Shah")
    }
  }

  @Test("A yes to a conference waits to be booked until one is")
  func book() throws {
    for (isBooked, isCancelled, expected) in [
      (false, false, [AgendaItem.What.book]), (true, false, []), (true, true, [.book]),
    ] {
      let found = try waits { writer, child in
        try writer.add(Offer(), about: child) {
          ($0.what, $0.answer) = ("family group conference", .accepted)
        }
        guard isBooked else { return }
        try writer.add(Conference(), about: child) {
          ($0.date, $0.cancelled) = (today + 60, isCancelled ? today : nil)
        }
      }
      #expect(found.map(\.what) == expected)
    }
  }

  @Test("A child who came while the list was closed waits until the council was told (P25)")
  func council() throws {
    for (isClosed, whileClosed, passed, expected) in [
      (true, true, false, [AgendaItem.What.council]), (true, true, true, []),
      (true, false, false, []), (false, true, false, []),
    ] {
      for isTriage in [false, true] {
        let found = try waits { writer, child in
          var list = ListChange()
          list.header = writer.header(family: nil)
          (list.list, list.state) = (.needs, isClosed ? .closed : .open)
          try writer.append(list.filled)
          guard isTriage else {
            try writer.add(Assessment(), about: child) {
              ($0.person, $0.form, $0.whileClosed) = (child, .needs, whileClosed)
              $0.passed = passed ? today : nil
            }
            return
          }
          try writer.add(Triage(), about: child) {
            ($0.person, $0.ways) = (child, [Triage.Way.needs.rawValue])
            $0.closedLists = whileClosed ? ["needs"] : []
            $0.waitsFrom = today + -9
          }
        }
        // A triage cannot say that the council was told: the assessment that follows it does.
        guard !(isTriage && passed) else { continue }
        #expect(found.map(\.what) == expected)
        #expect(!isTriage || found.allSatisfy { $0.since == today + -9 })
      }
    }
  }

  @Test("Whoever was assessed has their record; promises and alerts have their day; limits near")
  func dated() throws {
    let found = try waits { writer, child in
      try writer.add(Assessment(), about: child) {
        ($0.person, $0.form, $0.finished) = (child, .needs, today)
      }
      let plan = try writer.add(FamilyPlan(), about: child) { $0.reviewDate = today + 90 }
      for (due, dropped) in [(0, false), (1, false), (0, true)] {
        try writer.add(PlanAction(), about: child) {
          ($0.plan, $0.what, $0.due) = (plan, "Ring", today + due)
          $0.dropped = dropped ? today : nil
        }
      }
      try writer.add(Alert(), about: child) { $0.ends = today + 2 }
      try writer.add(Triage(), about: child) { $0.ways = [Triage.Way.accepted.rawValue] }
      try writer.add(Allocation(), about: child) {
        ($0.lead, $0.agreedLimit, $0.starts) = ("J Bell", today + 14, today + -30)
      }
    }
    #expect(found.map(\.what) == [.alert, .record, .action, .limit])
    #expect(found.map(\.detail)[2] == "nobody yet: Ring")
    #expect(found[3].since == today + -30 && found[3].lead == "R Shah, J Bell")
    #expect(found[1].given == "Zoe")
  }
}
