import Foundation
import TestSupport
import Testing

@testable import YoungCarers

@Suite("What a waiting list will look like")
struct ForecastTests {
  private static let today = Day(number: 20_779)

  /// So many days, evenly over so many weeks that end today.
  private static func days(_ count: Int, over weeks: Int = 12) -> [Day] {
    (0..<count).map { today + -($0 * weeks * 7 / max(count, 1)) }
  }

  private func forecast(
    _ joined: Int, _ left: Int, _ length: Int, weeks: Int = 12, since: Day? = nil
  ) -> WaitingForecast {
    WaitingForecast(
      joined: Self.days(joined), left: Self.days(left), length: length, today: Self.today,
      weeks: weeks, since: since)
  }

  /// Where nobody's list runs empty the expected length is what a pencil gives: the length, and for
  /// each week what joined less what left of the twelve weeks before.
  @Test(
    "By example",
    arguments: [
      (36, 24, 40, [44, 52, 66], WaitingForecast.Outlook.grows),
      (24, 48, 100, [92, 76, 48], .shrinks),
      (36, 36, 40, [40, 40, 40], .unclear),
      (36, 40, 40, [39, 36, 33], .unclear),
      (60, 0, 0, [20, 60, 130], .grows),
      (0, 60, 200, [180, 140, 70], .shrinks),
    ])
  func examples(
    _ joined: Int, _ left: Int, _ length: Int, _ expected: [Int], _ outlook: WaitingForecast.Outlook
  ) {
    let forecast = forecast(joined, left, length)
    #expect(forecast.outlook == outlook)
    #expect(forecast.points.map(\.weeks) == [4, 12, 26])
    for (point, expected) in zip(forecast.points, expected) {
      #expect(abs(point.expected - expected) <= 2, "\(point)")
      #expect(0 <= point.low && point.low <= point.expected && point.expected <= point.high)
      #expect(point.day == Self.today + point.weeks * 7)
    }
    #expect(forecast.arrivalsAWeek == Double(joined) / 12 && forecast.weeks == 12)
    #expect(forecast.assessmentsAWeek == Double(left) / 12)
  }

  /// The predictive variance of each count in h weeks is (n + ½)(h/w)(1 + h/w); a normal quantile of
  /// their sum is near where no list runs empty.
  @Test("The interval is that of two negative binomial counts", arguments: [(36, 30), (120, 90)])
  func width(_ joined: Int, _ left: Int) {
    let forecast = forecast(joined, left, 400)
    for point in forecast.points {
      let ratio = Double(point.weeks) / 12
      let variance = Double(joined + left + 1) * ratio * (1 + ratio)
      let half = 1.2816 * variance.squareRoot()
      let width = Double(point.high - point.low)
      #expect(abs(width - 2 * half) < 0.06 * 2 * half + 2, "\(point), \(half)")
    }
  }

  @Test("The same list has the same forecast, and fewer weeks know less")
  func same() throws {
    #expect(forecast(36, 30, 20) == forecast(36, 30, 20))
    let few = WaitingForecast(
      joined: Self.days(9, over: 3), left: Self.days(8, over: 3), length: 20, today: Self.today,
      weeks: 3)
    let many = forecast(36, 32, 20)
    let (short, long) = (try #require(few.points.last), try #require(many.points.last))
    #expect(short.high - short.low > long.high - long.low)
  }

  @Test("Only the weeks looked at count, and of a younger list only its own")
  func window() {
    let old = Self.days(200, over: 200)
    let all = WaitingForecast(joined: old, left: [], length: 5, today: Self.today, weeks: 12)
    #expect(all.joined == 12 && all.weeks == 12)
    let later = old + (1...50).map { Self.today + $0 }
    #expect(WaitingForecast(joined: later, left: [], length: 5, today: Self.today) == all)
    let young = forecast(48, 24, 5, since: Self.today + -20)
    #expect(young.weeks == 3 && young.joined == 12 && young.left == 6)
    #expect(young.arrivalsAWeek == 4)
  }

  @Test("Of too little nothing is said")
  func tooLittle() {
    for little in [
      forecast(0, 0, 0), forecast(5, 4, 30), forecast(9, 0, 3), forecast(50, 50, 9, weeks: 0),
      forecast(50, 50, 9, weeks: -1), forecast(50, 50, 9, since: Self.today + -5),
      forecast(50, 50, 9, since: Self.today + 1),
    ] {
      #expect(little.outlook == .tooLittleKnown && little.points.isEmpty)
      #expect(little.clearing == nil)
    }
    #expect(forecast(0, 0, 0).arrivalsAWeek == 0)
    #expect(forecast(6, 4, 30).outlook != .tooLittleKnown)
  }

  @Test("A list that shrinks says when it is empty, one that does not says nothing")
  func clearing() throws {
    let soon = try #require(forecast(24, 48, 20).clearing)
    let (earliest, likely) = (try #require(soon.earliest), try #require(soon.likely))
    #expect((8...11).contains(likely) && earliest < likely && likely < soon.latest ?? 0)
    let never = try #require(forecast(24, 48, 500).clearing)
    #expect(never == WaitingForecast.Clearing(earliest: nil, likely: nil, latest: nil))
    let done = try #require(forecast(24, 48, 0).clearing)
    #expect(done == WaitingForecast.Clearing(earliest: 0, likely: 0, latest: 0))
    #expect(forecast(36, 24, 20).clearing == nil && forecast(36, 36, 20).clearing == nil)
  }

  @Test("Nobody is never fewer than nobody, and a huge list is no matter")
  func limits() throws {
    for point in forecast(0, 60, 3).points {
      #expect(point.expected == 0 && point.low == 0 && point.high == 0)
    }
    #expect(forecast(36, 24, -5) == forecast(36, 24, 0))
    let huge = forecast(120_000, 60_000, 1_000_000)
    let last = try #require(huge.points.last)
    #expect(abs(last.expected - 1_130_000) <= 1 && huge.outlook == .grows)
    #expect(last.high - last.low < 4000)
    let idle = WaitingForecast(
      joined: [], left: Self.days(40), length: .max, today: Self.today, weeks: 12)
    #expect(idle.points.count == 3)
  }

  /// Past and future drawn with rates that the forecast is not told. Whole children and a floor make
  /// the share a little more than 80 %, thirty pasts a little uncertain. Without the uncertainty of the
  /// rates it would be near 55 % in half a year.
  @Test(
    "Four futures of five fall inside",
    arguments: [(3.0, 2.5, 30), (2.0, 3.0, 12), (0.7, 0.6, 8), (8.0, 8.0, 60)])
  func coverage(_ arrivals: Double, _ assessments: Double, _ length: Int) {
    var random = Seeded(UInt64(length))
    func count(_ mean: Double) -> Int {
      var (sum, count) = (0.0, -1)
      while sum < mean {
        // An exponential gap, from a uniform of the unit interval without 0.
        let uniform = Double.random(in: Double.leastNonzeroMagnitude...1, using: &random)
        sum -= log(uniform)
        count += 1
      }
      return count
    }
    var inside = [0, 0, 0]
    var told = 0
    for _ in 0..<30 {
      let forecast = WaitingForecast(
        joined: Self.days(count(arrivals * 12)), left: Self.days(count(assessments * 12)),
        length: length, today: Self.today, weeks: 12, since: nil, paths: 1000)
      guard forecast.outlook != .tooLittleKnown else { continue }
      for _ in 0..<50 {
        told += 1
        var now = length
        for week in 1...26 {
          now = max(now + count(arrivals) - count(assessments), 0)
          if let place = forecast.points.firstIndex(where: { $0.weeks == week }) {
            let point = forecast.points[place]
            if (point.low...point.high).contains(now) { inside[place] += 1 }
          }
        }
      }
    }
    #expect(told > 1000)
    for share in inside.map({ Double($0) / Double(told) }) {
      #expect((0.73...0.96).contains(share), "\(inside) of \(told)")
    }
  }
}
