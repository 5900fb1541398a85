import Testing
import YoungCarers

@testable import Storage

@Suite("The views of plans answer with what the case itself says")
struct PlanViewTests {
  @Test("Open actions are those of live plans that are neither done nor dropped, as last said")
  func open() throws {
    let desk = try Desk()
    _ = try desk.take("given,surname,born\nSam,Fletcher,2013-02-15\n", agency: "Elm")
    let child = try #require(
      try desk.read { try $0.referrals(on: Day(number: 20_780)) }.first?.person)
    func write<One: Payload>(_ one: One, replacing before: ID? = nil) throws -> ID {
      try desk.write { writer in
        var one = one
        one.header = try writer.header(about: child)
        one.header.replaces = before
        return try writer.append(one.entry).id
      }
    }
    func action(_ what: String, of plan: ID) throws -> ID {
      var action = PlanAction()
      (action.plan, action.what) = (plan, what)
      return try write(action)
    }
    func say(_ state: ActionProgress.State, of action: ID) throws {
      var progress = ActionProgress()
      (progress.action, progress.state) = (action, state)
      _ = try write(progress)
    }
    let first = try write(FamilyPlan())
    var next = FamilyPlan()
    (next.begun, next.version) = (first, 2)
    let live = try write(next, replacing: first)
    let ended = try write(FamilyPlan())
    _ = try action("in an ended plan", of: ended)
    var last = FamilyPlan()
    (last.begun, last.ended) = (ended, Day(number: 20_780))
    _ = try write(last, replacing: ended)
    let untouched = try action("untouched", of: first)
    let partly = try action("partly", of: first)
    try say(.partly, of: partly)
    let undone = try action("done, then not", of: first)
    try say(.done, of: undone)
    try say(.notYet, of: undone)
    try say(.done, of: try action("done", of: first))
    try say(.notNeeded, of: try action("no longer needed", of: first))
    let before = try action("dropped", of: first)
    var dropped = PlanAction()
    (dropped.plan, dropped.begun) = (first, before)
    (dropped.what, dropped.dropped) = ("dropped", Day(number: 20_780))
    _ = try write(dropped, replacing: before)
    try desk.read { reader in
      let plans = try reader.listed(FamilyPlan.self, in: "livePlans")
      #expect(plans.map(\.entry.header.id) == [live])
      let listed = try reader.listed(PlanAction.self, in: "openActions")
      #expect(Set(listed.map(\.entry.header.id)) == [untouched, partly, undone])
      let file = try reader.caseFile(child)
      let plan = try #require(file.plan)
      #expect(
        file.open(file.actions(of: plan)).map(\.header.id) == listed.map(\.entry.header.id))
      #expect(listed.allSatisfy { $0.entry.who.isEmpty })
    }
    let states = try desk.sql { db in
      try String.fetchAll(
        db, sql: "SELECT coalesce(state, 'nothing said') FROM openActions ORDER BY what")
    }
    #expect(states == ["not yet", "partly", "nothing said"])
  }
}
