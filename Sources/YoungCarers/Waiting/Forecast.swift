/// What a waiting list will look like if children go on joining it and being assessed as they have of
/// late, and how little that is known.
///
/// Arrivals and assessments are taken for two Poisson processes, each of a rate that does not change.
/// A rate is known only from the events of the last weeks: with Jeffreys' prior, n events in w weeks
/// leave it a Gamma(n + ½, w) posterior, so that a future count is negative binomial (Gelman et al.,
/// Bayesian Data Analysis, 3rd ed., §2.6 and §2.8). The length then goes week by week, Poisson
/// arrivals in and Poisson assessments out, never below nobody (Lindley's recursion), along `paths`
/// futures drawn by a generator that always begins alike: the same input gives the same forecast.
/// `expected` is their mean, corrected by the same paths without the floor, whose mean is known
/// exactly (a control variate); `low` and `high` are their tenth and ninetieth percentiles.
///
/// Not foreseen: school holidays, a new assessor, a list closed to newcomers. Assessors who at times
/// had nobody waiting are taken for slower than they are. Children who leave unassessed shorten the
/// list too, and belong among `left`.
public struct WaitingForecast: Sendable, Equatable {
  /// How long the list will be.
  public struct Point: Sendable, Equatable {
    public var weeks: Int
    public var day: Day
    public var expected: Int
    /// Four futures of five, or a few more as children are whole, lie between these two.
    public var low: Int
    public var high: Int
  }

  public enum Outlook: String, Sendable {
    /// Fewer events than `fewestEvents`, or less than a week to look at: there are no points.
    case tooLittleKnown
    /// Arrivals outpace assessments, as sure as four to one.
    case grows
    /// Assessments outpace arrivals, as sure as that.
    case shrinks
    /// Neither is as sure as that.
    case unclear
  }

  /// In how many weeks a list that shrinks is empty for the first time. Each is nil where that is
  /// later than `furthest` weeks, if ever.
  public struct Clearing: Sendable, Equatable {
    /// In one future of ten it is by then.
    public var earliest: Int?
    /// In every second future it is by then.
    public var likely: Int?
    /// In nine of ten it is by then.
    public var latest: Int?
  }

  public let length: Int
  /// Who joined and left in the weeks looked at.
  public let joined: Int
  public let left: Int
  /// Those weeks: fewer than asked for where the list is younger.
  public let weeks: Double
  public let outlook: Outlook
  public let points: [Point]
  /// Only of a list that shrinks.
  public let clearing: Clearing?

  public var arrivalsAWeek: Double { weeks > 0 ? Double(joined) / weeks : 0 }
  public var assessmentsAWeek: Double { weeks > 0 ? Double(left) / weeks : 0 }

  /// Fewer who joined or left, counted together, foretell nothing.
  public static let fewestEvents = 10
  /// The weeks for which the length is foretold.
  public static let ahead = [4, 12, 26]
  /// How many weeks ahead clearing is looked for.
  public static let furthest = 52

  /// From the days on which children joined and left, as far as they lie in the weeks that end with
  /// `today`, ten years at most; a list opened `since` then is looked at from there. `length` is
  /// today's.
  public init(
    joined: [Day], left: [Day], length: Int, today: Day, weeks: Int = 12, since: Day? = nil
  ) {
    self.init(
      joined: joined, left: left, length: length, today: today, weeks: weeks, since: since,
      paths: 2000)
  }

  init(
    joined: [Day], left: [Day], length: Int, today: Day, weeks: Int, since: Day?, paths: Int
  ) {
    let first = max(today + (1 - min(max(weeks, 0), 520) * 7), since ?? Day(number: .min))
    let seen = first <= today ? first...today : nil
    func count(_ days: [Day]) -> Int { days.count { seen?.contains($0) ?? false } }
    self.length = min(max(length, 0), 1 << 40)
    self.joined = count(joined)
    self.left = count(left)
    self.weeks = seen.map { Double(today.number - $0.lowerBound.number + 1) / 7 } ?? 0
    guard self.joined + self.left >= Self.fewestEvents, self.weeks >= 1 else {
      outlook = .tooLittleKnown
      points = []
      clearing = nil
      return
    }
    let futures = Futures(
      length: self.length, joined: self.joined, left: self.left, weeks: self.weeks, paths: paths)
    points = Self.ahead.map { week in
      let (expected, low, high) = futures.length(in: week)
      return Point(weeks: week, day: today + week * 7, expected: expected, low: low, high: high)
    }
    switch futures.growing {
    case 0.8...: outlook = .grows
    case ...0.2: outlook = .shrinks
    default: outlook = .unclear
    }
    clearing = outlook == .shrinks ? futures.clearing : nil
  }
}
