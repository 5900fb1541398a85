import Testing
import YoungCarers

@testable import Reports

@Suite("A count among another gives no small rest away")
struct InclusionTests {
  private let day = Day(number: 20_780)

  /// The two counts, as the public reads them.
  private func shown(_ report: Report, _ whole: Quantity, _ part: Quantity) -> [Int?] {
    let figures = Dictionary(
      Release(report, for: .everybody).figures.map { ($0.quantity, $0.count) },
      uniquingKeysWith: { first, _ in first })
    return [figures[whole] ?? nil, figures[part] ?? nil]
  }

  private func month(_ counts: [(Tally.Key, Int)]) throws -> PeriodReport {
    let spans = Spans(try ReportingPeriod("2026-10", .month, today: day))
    var figures = PeriodFigures(spans)
    for (key, count) in counts { figures.tally.add(count, to: key) }
    return PeriodReport(figures, [Service(.plain)], on: day)
  }

  @Test("Of the children whom an agency referred, how many were known already")
  func newChildren() throws {
    let agencies = [("Oak", 26, 24), ("Elm", 30, 20), ("Ash", 40, 30)]
    let made = try month(
      agencies.flatMap { name, referrals, new in
        [
          (Tally.Key(.referrals, 0, .agency, name), referrals),
          (Tally.Key(.newChildren, 0, .agency, name), new),
        ]
      } + [
        (Tally.Key(.referrals, 0), 96), (Tally.Key(.newChildren, 0), 74),
        (Tally.Key(.repeats, 0), 22),
      ])
    let all = Quantity("referrals", "2026-10").of("agency", "Oak")
    let new = Quantity("newChildren", "2026-10").of("agency", "Oak")
    #expect(shown(made.report, all, new).contains(nil))
  }

  @Test("Of the promises of one owner, how many were not kept")
  func promises() throws {
    let owners = [("child", 22, 20), ("parent", 30, 20), ("project worker", 40, 20)]
    let made = try month(
      owners.flatMap { name, due, done in
        [
          (Tally.Key(.actionsDue, 0, .kind, name), due),
          (Tally.Key(.actionsDone, 0, .kind, name), done),
        ]
      } + [(Tally.Key(.actionsDue, 0), 92), (Tally.Key(.actionsDone, 0), 60)])
    let due = Quantity("actionsDue", "2026-10").of("kind", "child")
    let done = Quantity("actionsDone", "2026-10").of("kind", "child")
    #expect(shown(made.report, due, done).contains(nil))
  }

  @Test("Of the decisions, how many did not go one way")
  func ways() throws {
    let made = try month([
      (Tally.Key(.triages, 0), 30), (Tally.Key(.ways, 0), 48),
      (Tally.Key(.ways, 0, .kind, "accepted"), 28),
      (Tally.Key(.ways, 0, .kind, "needs assessment"), 20),
    ])
    let accepted = Quantity("ways", "2026-10").of("kind", "accepted")
    #expect(shown(made.report, Quantity("triages", "2026-10"), accepted).contains(nil))
  }

  @Test(
    "Of all that are counted, how many are not among those that stand below",
    arguments: [
      (Measure.needFound, Measure.needUnmet), (.sixAfter, .sixKnown),
      (.twelveAfter, .twelveKnown), (.servedFamilies, .involvedFamilies),
      (.complaintsEnded, .complaintsUpheld),
    ])
  func among(_ whole: Measure, _ part: Measure) throws {
    let spans = Spans(try ReportingPeriod("2026-10", .month, today: day))
    for (some, isHeld) in [(28, true), (20, false)] {
      let kind = part == .complaintsUpheld ? "upheld" : "settled"
      var counts = [(Tally.Key(whole, 0), 30), (Tally.Key(part, 0), some)]
      if part == .complaintsUpheld {
        counts += [
          (Tally.Key(whole, 0, .kind, kind), some),
          (Tally.Key(whole, 0, .kind, "withdrawn"), 30 - some),
        ]
      } else if whole == .sixAfter || whole == .twelveAfter {
        counts.append((Tally.Key(part, 0, .kind, kind), some))
      }
      let told = shown(
        try month(counts).report, spans.quantity(whole, 0), spans.quantity(part, 0))
      #expect(told.contains(nil) == isHeld, "\(part) \(some)")
    }
  }

  @Test("Of those who wait, how many are not over target")
  func waiting() {
    let children = (0..<30).map { number -> WaitingList.Child in
      var child = WaitingList.Child(
        person: ID("YP-\(number)"), family: ID("YC-\(number)"), waitsFrom: day + -60)
      child.due = number < 28 ? day + -9 : day + 9
      return child
    }
    var lists = WaitingLists(on: day)
    lists.add(children, ListState(.needs, [], Service(.plain), on: day), Service(.plain))
    let report = WaitingReport(OfServices(lists), [Service(.plain)]).report
    let all = Quantity("waiting-children", day.description, ["list=needs"])
    let over = Quantity("waiting-children", day.description, ["list=needs", "which=over"])
    #expect(shown(report, all, over).contains(nil))
  }
}
