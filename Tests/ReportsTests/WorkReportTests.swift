import Reports
import TestSupport
import Testing

@testable import YoungCarers

@Suite("Figures of the daily work add up")
struct WorkReportTests {
  private let day = Day(number: 20_780)

  private func caseload(_ loads: [Caseload]) -> Report {
    CaseloadReport(loads, service: "the service", day: day, reviewsUntil: day + 28).report
  }

  private func load(_ leads: [Caseload.Lead], isInvolved: Bool = true) -> Caseload {
    var load = Caseload()
    (load.leads, load.isInvolved, load.children) = (leads, isInvolved, 2)
    return load
  }

  @Test("Nobody allocated is always told, also where it is none (P24)")
  func nobody() {
    #expect(caseload([]).cells("ours", "Nobody allocated")?.first == .count(0))
    #expect(
      caseload([load([])]).cells("ours", "Nobody allocated")?.prefix(2) == [
        .count(1), .count(2),
      ])
  }

  @Test("Our leads and other agencies' are apart; two leads of ours have a row of theirs")
  func apart() {
    let (ours, theirs) = (
      Caseload.Lead(name: "R Shah"), Caseload.Lead(name: "A Khan", agency: "Bolton Council")
    )
    let made = caseload([
      load([ours]), load([theirs]), load([ours, theirs]),
      load([ours, Caseload.Lead(name: "J Osei")]),
    ])
    #expect(made.cells("ours", "R Shah")?.first == .count(2))
    #expect(made.cells("ours", "J Osei and R Shah")?.first == .count(1))
    #expect(made.cells("ours", "Led by another agency")?.first == .count(1))
    #expect(made.cells("theirs", "Bolton Council", "A Khan")?.first == .count(2))
    #expect(made.cells("theirs", "All", "")?.first == .count(2))
  }

  @Test("Every total is the sum of its rows, whatever came", arguments: UInt64(0)..<40)
  func sums(seed: UInt64) {
    var random = Seeded(seed)
    func some<One>(_ make: () -> One) -> [One] {
      (0..<Int.random(in: 0...40, using: &random)).map { _ in make() }
    }
    let names = ["R Shah", "J Osei", "nobody"]
    let loads = some {
      let leads = names.filter { _ in random.chance(3) }.map {
        Caseload.Lead(name: $0, agency: random.chance(2) ? "Bolton Council" : nil)
      }
      var one = load(leads, isInvolved: leads.isEmpty || random.chance(2))
      (one.waiting, one.isPreparing, one.hasReviewDue) = (1, random.chance(2), random.chance(2))
      return one
    }
    let kinds: [Overdue.What] =
      AgendaItem.What.allCases.map { .item($0) } + [.acknowledgement, .waitingContact]
    let late = some { () -> Overdue in
      var item = AgendaItem(.contact, ID("E"), of: ID("F"), since: day)
      item.lead = random.chance(3) ? nil : names.randomElement(using: &random)
      let what = kinds.randomElement(using: &random) ?? .acknowledgement
      return Overdue(
        what: what, item: item, due: day, days: Int.random(in: 1...99, using: &random),
        owner: what == .item(.action) ? PlanAction.Owner.known.randomElement(using: &random) : nil)
    }
    let answers = some {
      WantedAnswer(
        Wanted.allCases.randomElement(using: &random) ?? .born,
        [.known, .refused, .missing].randomElement(using: &random) ?? .known)
    }
    let pupils = some { () -> CensusReport.Pupil in
      let code = [CensusCode.Code.p, .s, nil].randomElement(using: &random) ?? nil
      let reasons: [Sharing.Reason] = [
        .agreed, .decided, .decidedAgainst, .refused, .withdrawn, .expired, .unasked,
      ]
      return CensusReport.Pupil(
        school: random.chance(4) ? nil : ["A", "B"].randomElement(using: &random),
        pupil: CensusPupil(
          code: code.map { CensusCode(code: $0, since: day, because: "") },
          sharing: Sharing(
            reason: reasons.randomElement(using: &random) ?? .agreed, entry: nil)))
    }
    #expect(wrongSums(caseload(loads)) == [])
    #expect(wrongSums(OverdueReport(late, service: "s", day: day).report) == [])
    #expect(wrongSums(GapReport(answers, service: "s", day: day).report) == [])
    #expect(
      wrongSums(
        CensusReport(pupils, notHeard: [], service: "s", since: day, day: day).report) == [])
  }

  @Test("A sum that is wrong is found")
  func found() {
    let table = Report.Table(
      code: "t", caption: "t", columns: ["A"],
      rows: [
        Report.Row(["one"], [.count(1)]), Report.Row(["All"], [.count(2)], isTotal: true),
      ])
    let wrong = Report(code: "t", title: "t", preface: [], sections: [.init("t", [table])])
    #expect(wrongSums(wrong).count == 1)
  }
}
