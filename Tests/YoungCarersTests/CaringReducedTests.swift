import TestSupport
import Testing
import YoungCarers

@Suite("Caring reduced claims what the plan or an adult service changed, and nothing else")
struct CaringReducedTests {
  private func told(_ closing: String?, _ fill: (inout ScoredCase) -> Void = { _ in })
    -> CaringReduced
  {
    var one = ScoredCase()
    one.score(.child, .first, ["tasks=cooking; lifting", "tooMuch=lifting", "hours=20-34"])
    fill(&one)
    if let closing {
      one.score(
        .child, .closing, ["tasks=\(closing)", "tooMuch=none", "hours=0-9"], on: "2026-08-31")
    }
    let file = one.safety.file
    return file.caringReduced(
      SafetyCase.child, in: file.spell, closingOnly: true, instruments: Instruments([]))
  }

  @Test(
    "P36: who took a task and why it ended decides",
    arguments: [
      (.stopped, .plan, nil, "cooking", .stopped),
      (.shared, .plan, nil, "cooking; lifting", .shared),
      (.stopped, .adultService, false, "cooking", .stopped),
      (.stopped, .recovery, nil, "cooking", .ended(.recovery)),
      (.stopped, .hospital, nil, "none", .ended(.hospital)),
      (.stopped, .bereavement, nil, nil, .ended(.bereavement)),
      (.stopped, .plan, true, "cooking", .takenByChild),
      (.stopped, .plan, nil, "cooking; Lifting", .disputed),
      (.goesOn, .plan, nil, "cooking; lifting", .goesOn),
    ] as [(Relief.Became, Relief.Cause, Bool?, String?, CaringReduced.Fate)])
  func fates(
    _ became: Relief.Became, _ cause: Relief.Cause, _ byChild: Bool?, _ closing: String?,
    _ fate: CaringReduced.Fate
  ) {
    let caring = told(closing) { $0.relieve("Lifting", became, cause, byChild: byChild) }
    #expect(caring.tasks.first { $0.name == "lifting" }?.fate == fate)
    #expect(caring.claimed == (fate.isClaimed ? 1 : 0))
  }

  @Test("P36: what nobody explained is not claimed, and what nobody asked again is not gone")
  func unexplained() {
    #expect(told("cooking").tasks.map(\.fate) == [.goesOn, .unexplained])
    #expect(told(nil).tasks.map(\.fate) == [.notAsked, .notAsked])
    #expect(told(nil).added == nil)
    #expect(told("cooking; bathing").added == ["bathing"])
  }

  @Test("P36: hours and what is too much, first and closing; an unanswered item is not none")
  func both() {
    let caring = told("cooking")
    #expect(caring.hours == .init(first: "20-34", last: "0-9"))
    #expect(caring.tooMuch == .init(first: ["lifting"], last: []))
    #expect(told(nil).hours == nil && told(nil).tooMuch == nil)
  }

  @Test("P36: the latest word on a task counts; one that nobody told at first stands apart")
  func latest() {
    let caring = told("cooking") { one in
      one.relieve("lifting", .stopped, .plan, on: "2026-05-01")
      one.relieve("lifting", .stopped, .hospital, on: "2026-06-01")
      one.relieve("ironing", .stopped, .plan, on: "2026-06-01")
    }
    #expect(caring.tasks.map(\.name) == ["cooking", "lifting", "ironing"])
    #expect(caring.tasks.map(\.wasTold) == [true, true, false])
    #expect(caring.tasks[1].fate == .ended(.hospital))
    #expect(caring.claimed == 0)
  }

  @Test("P36: a total of MACA only where every item is answered, before and after")
  func maca() throws {
    let items = Array(1...3)
    let instrument = try Instrument(
      code: CaringReduced.instrument, title: "t", source: "s", rights: "r", count: 3, scale: 0...2,
      totals: [
        Instrument.Sum(
          name: "total", items: items, higherIsBetter: false,
          ends: .init(lowest: "none", highest: "most"))
      ])
    func maca(_ last: [String]) -> CaringReduced.Both<Int>? {
      var one = ScoredCase()
      let code = CaringReduced.instrument
      one.score(.child, .first, items.map { "\(code).\($0)=2" })
      one.score(.child, .closing, last.map { "\(code).\($0)" }, on: "2026-08-31")
      let file = one.safety.file
      return file.caringReduced(
        SafetyCase.child, in: file.spell, closingOnly: true, instruments: Instruments([instrument])
      ).maca
    }
    #expect(maca(["1=1", "2=0", "3=2"]) == .init(first: 6, last: 3))
    #expect(maca(["1=1", "2=0"]) == nil)
  }
}

@Suite("Collated figures reconcile")
struct CollatedTests {
  /// One family with chance's scores, tasks and reliefs, closed.
  private func ending(_ random: inout Seeded) -> CaseFile {
    var one = ScoredCase()
    for scorer in Scorer.allCases {
      for stage in [Stage.first, .closing] where !random.chance(4) {
        let answers = Area.allCases.filter { _ in !random.chance(5) }.map {
          "\($0.rawValue)=\(Int.random(in: 1...10, using: &random))"
        }
        let tasks = ["cooking", "lifting", "washing"].filter { _ in random.chance(2) }
        one.score(
          scorer, stage,
          answers + ["tasks=\(tasks.isEmpty ? "none" : tasks.joined(separator: ";"))"],
          on: stage == .first ? "2026-03-02" : "2026-08-31",
          name: scorer == .child ? nil : random.chance(4) ? "Dad" : "Mum",
          scale: random.chance(6) ? "0 low to 10 high" : ScoredCase.scale)
      }
    }
    for task in ["cooking", "lifting"] where random.chance(2) {
      one.relieve(
        task, Relief.Became.known.randomElement(using: &random) ?? .stopped,
        Relief.Cause.known.randomElement(using: &random) ?? .plan, byChild: random.chance(4))
    }
    one.close(planned: !random.chance(3))
    return one.safety.file
  }

  @Test(
    "P35, P36: every child is paired or has a reason; moves are pairs; fates are tasks",
    arguments: 1...5)
  func reconciles(_ seed: Int) {
    var random = Seeded(UInt64(seed))
    var collated = Collated()
    let files = (0..<60).map { _ in ending(&random) }
    for file in files { collated.add(file, file.spell, Instruments([])) }
    var tasks = 0
    for file in files {
      tasks +=
        file.caringReduced(
          SafetyCase.child, in: file.spell, closingOnly: true, instruments: Instruments([])
        ).tasks.count { $0.wasTold }
    }
    #expect(collated.planned.closures + collated.unplanned.closures == 60)
    #expect(collated.unplanned.closures > 5)
    #expect(collated.planned.caring.tasks + collated.unplanned.caring.tasks == tasks)
    for part in [collated.planned, collated.unplanned] {
      #expect(part.reasons.values.reduce(0, +) == part.closures)
      for standing in part.scorers.values {
        #expect(standing.paired + standing.unpaired.values.reduce(0, +) == part.children)
      }
      #expect(part.areas.count > 10)
      for tally in part.areas.values {
        let moves = Distance.Move.allCases.reduce(0) { $0 + tally.count($1) }
        #expect(moves == tally.pairs && tally.last.count == tally.pairs)
        let byStart = tally.starts.reduce(0) { sum, start in
          sum + Distance.Move.allCases.reduce(0) { $0 + tally.count($1, from: start) }
        }
        #expect(byStart == tally.pairs)
      }
      let caring = part.caring
      #expect(caring.claimed <= caring.tasks && caring.childrenTwice <= part.children)
    }
  }

  @Test("P15: practitioners in a family's life on the first and on the last day")
  func practitioners() {
    var one = ScoredCase()
    let workers: [(name: String, ends: String?)] = [
      ("A Nurse", "2026-05-01"), ("A Youth Worker", "2026-06-01"), ("A Teacher", nil),
      ("a teacher", nil),
    ]
    for (name, ends) in workers {
      one.safety.add(Practitioner(), on: "2026-02-01") { practitioner in
        practitioner.name = name
        practitioner.starts = SafetyCase.day("2026-02-01")
        practitioner.ends = ends.map(SafetyCase.day)
      }
    }
    one.safety.add(Referral(), on: "2026-02-01") { _ in }
    one.close()
    var collated = Collated()
    collated.add(one.safety.file, one.safety.file.spell, Instruments([]))
    #expect(collated.planned.practitionersFirst.median == "3")
    #expect(collated.planned.practitionersLast.median == "1")
  }
}
