import Testing
import YoungCarers

@Suite("Who is worked with, by days")
struct StayTests {
  private static func day(_ text: String) -> Day { SafetyCase.day("2026-\(text)") }

  private static func accepted(_ sample: inout SafetyCase, _ day: String) {
    sample.add(Triage(), on: "2026-\(day)") {
      $0.person = SafetyCase.child
      $0.ways = ["accepted"]
    }
  }

  private static func closed(
    _ sample: inout SafetyCase, _ day: String, _ why: Closure.Reason = .planDone
  ) {
    sample.add(Closure(), on: "2026-\(day)") { $0.because = why }
  }

  @Test("A family is worked with from the first acceptance to the closure, and again when reopened")
  func twice() {
    var sample = SafetyCase()
    Self.accepted(&sample, "03-02")
    Self.accepted(&sample, "03-09")
    Self.closed(&sample, "06-01")
    sample.add(Reopening(), on: "2026-09-01") { $0.because = "the mother fell ill again" }
    let stays = sample.file.stays
    #expect(stays.map(\.opened) == [Self.day("03-02"), Self.day("09-01")])
    #expect(stays.map(\.closed) == [Self.day("06-01"), nil])
    #expect(stays.map(\.beginning) == [.accepted, .reopened])
    #expect(stays[0].isOpen(after: Self.day("05-31")))
    #expect(!stays[0].isOpen(after: Self.day("06-01")))
  }

  @Test("A closure of somebody who was never accepted ends nothing")
  func neverAccepted() {
    var sample = SafetyCase()
    Self.closed(&sample, "06-01")
    #expect(sample.file.stays.isEmpty)
  }

  @Test("Days that contradict the order of writing cannot make anybody leave before they came")
  func contradicting() {
    var sample = SafetyCase()
    Self.accepted(&sample, "03-02")
    Self.closed(&sample, "02-01")
    Self.accepted(&sample, "02-15")
    let stays = sample.file.stays
    #expect(stays.map(\.opened) == [Self.day("03-02"), Self.day("03-02")])
    #expect(stays.map(\.closed) == [Self.day("03-02"), nil])
  }

  @Test("A child found later in the family counts from that day, and not after the end")
  func foundLater() {
    var sample = SafetyCase()
    Self.accepted(&sample, "03-02")
    Self.closed(&sample, "12-20")
    let file = sample.file
    let child = file.children[0]
    // The case writes its people down on 2 November.
    let stays = file.stays(of: child, in: file.stays)
    #expect(stays.map(\.opened) == [Self.day("11-02")])
    #expect(stays.map(\.beginning) == [.joined])
    var ended = SafetyCase()
    Self.accepted(&ended, "03-02")
    Self.closed(&ended, "04-02")
    #expect(ended.file.stays(of: ended.file.children[0], in: ended.file.stays).isEmpty)
  }

  @Test("Who comes from another young carers service is told apart")
  func passedOn() {
    var sample = SafetyCase()
    sample.add(Referral()) {
      $0.person = SafetyCase.child
      $0.agencyKind = "Young carers' service"
    }
    Self.accepted(&sample, "11-02")
    #expect(sample.file.stays.map(\.beginning) == [.transferred])
  }
}

@Suite("Who waits, by days")
struct ListStayTests {
  private static func assessed(
    _ sample: inout SafetyCase, requested: String?, finished: String?, for caredFor: ID? = nil
  ) {
    sample.add(Assessment(), on: "2026-\(requested ?? finished ?? "11-02")") {
      $0.form = .needs
      $0.person = SafetyCase.child
      $0.caredFor = caredFor
      $0.requested = requested.map { SafetyCase.day("2026-\($0)") }
      $0.finished = finished.map { SafetyCase.day("2026-\($0)") }
    }
  }

  private static func sent(_ sample: inout SafetyCase, _ day: String, from: String) {
    sample.add(Triage(), on: "2026-\(day)") {
      $0.person = SafetyCase.child
      $0.ways = ["needs assessment"]
      $0.waitsFrom = SafetyCase.day("2026-\(from)")
      $0.needsDue = SafetyCase.day("2026-06-01")
    }
  }

  private static func stays(_ sample: SafetyCase) -> [String] {
    (sample.file.listStays(.needs)[SafetyCase.child] ?? []).map {
      "\($0.joined)…\($0.left?.description ?? "") since \($0.waitsFrom)"
    }
  }

  @Test("From the triage to the finished assessment, the wait counted from the first referral")
  func once() {
    var sample = SafetyCase()
    Self.sent(&sample, "03-10", from: "03-02")
    #expect(Self.stays(sample) == ["2026-03-10… since 2026-03-02"])
    Self.assessed(&sample, requested: "04-01", finished: "05-05")
    #expect(Self.stays(sample) == ["2026-03-10…2026-05-05 since 2026-03-02"])
  }

  @Test("A second assessment, for another person cared for, is a wait of its own")
  func forTwo() {
    var sample = SafetyCase()
    Self.assessed(
      &sample, requested: "04-01", finished: "05-05", for: SafetyCase.mother)
    Self.assessed(&sample, requested: "04-20", finished: nil, for: SafetyCase.brother)
    #expect(
      Self.stays(sample) == [
        "2026-04-01…2026-05-05 since 2026-04-01", "2026-04-20… since 2026-04-20",
      ])
  }

  @Test("Sent again after an assessment, the child waits anew")
  func again() {
    var sample = SafetyCase()
    Self.assessed(&sample, requested: "04-01", finished: "05-05")
    Self.sent(&sample, "09-10", from: "09-01")
    #expect(
      Self.stays(sample) == [
        "2026-04-01…2026-05-05 since 2026-04-01", "2026-09-10… since 2026-09-01",
      ])
  }

  @Test("Waiting when a day is over: from the day of joining, not on the day of leaving")
  func bounds() throws {
    var sample = SafetyCase()
    Self.sent(&sample, "03-10", from: "03-02")
    Self.assessed(&sample, requested: "03-10", finished: "05-05")
    let stay = try #require(sample.file.listStays(.needs)[SafetyCase.child]?.first)
    #expect(!stay.waits(after: SafetyCase.day("2026-03-09")))
    #expect(stay.waits(after: SafetyCase.day("2026-03-10")))
    #expect(stay.waits(after: SafetyCase.day("2026-05-04")))
    #expect(!stay.waits(after: SafetyCase.day("2026-05-05")))
    #expect(stay.days(on: SafetyCase.day("2026-03-12")) == 10)
  }
}
