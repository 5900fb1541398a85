import Storage
import YoungCarers

/// All that a report about a period says, counted and not yet laid out.
public struct PeriodFigures: Sendable {
  public var spans: Spans
  public var tally = Tally()
  public var past = Flow.Past()
  /// Counted on their own, from the views.
  public var carriedOut = (families: 0, children: 0)
  /// On how many days of each span a waiting list was shut to routine intake (practice P25).
  public var shut: [Assessment.Form: [Int]] = [:]
  public var schools = Schools()

  public init(_ spans: Spans) { self.spans = spans }

  public var families: Flow {
    Flow(families: tally, past.families, carriedOut: carriedOut.families)
  }

  public var children: Flow {
    Flow(children: tally, past.children, carriedOut: carriedOut.children)
  }

  /// What must be equal whatever happened; those that are not are named by the report.
  public var identities: [Identity] {
    func count(_ measure: Measure, _ slot: Int = Spans.this) -> Int { tally.count(measure, slot) }
    func kinds(_ measure: Measure) -> Int {
      tally.values(.kind, of: [measure]).reduce(0) {
        $0 + tally.count(measure, Spans.this, .kind, $1)
      }
    }
    return [
      Identity("Families: carried in, come and gone make carried out", families),
      Identity("Children: carried in, come and gone make carried out", children),
      Identity(
        "Needs assessments: waiting before, joined and left make waiting now",
        count(.needsWaiting, Spans.before) + count(.needsJoined) - count(.needsLeft),
        count(.needsWaiting)),
      Identity(
        "Transition assessments: waiting before, joined and left make waiting now",
        count(.transitionWaiting, Spans.before) + count(.transitionJoined)
          - count(.transitionLeft), count(.transitionWaiting)),
      Identity(
        "Families closed, or passed on, are the closures by their reasons",
        count(.closedFamilies) + count(.transferredOutFamilies), kinds(.closures)),
      Identity("Screens are the screens by their results", count(.screens), kinds(.screens)),
    ]
  }

  public struct Identity: Sendable, Equatable {
    public var words: String
    public var left: Int
    public var right: Int
    public var holds: Bool { left == right }

    init(_ words: String, _ left: Int, _ right: Int) {
      (self.words, self.left, self.right) = (words, left, right)
    }

    init(_ words: String, _ flow: Flow) { self.init(words, flow.sum, flow.carriedOut) }
  }
}

/// From how many of the schools that the service knows it has heard in each span (practice P41).
public struct Schools: Sendable, Equatable {
  public var known = 0
  public var heardFrom: [Int] = []

  public init() {}
}

extension Reader {
  /// Everything about a period, from one moment's state.
  public func figures(_ counting: Counting) throws -> PeriodFigures {
    let spans = counting.spans
    let agencies = try agencies()
    var counting = counting
    counting.agencies = AgencyNames(agencies)
    var figures = PeriodFigures(spans)
    try eachCase(try cases(since: spans.earliest), reading: Facts.reads) {
      counting.add($0, to: &figures.tally)
    }
    counting.add(try looseFile(reading: Facts.readUnderNoCase), to: &figures.tally)
    let since = Instant(inLondonOn: spans.period.first, at: TimeOfDay.midnight)
    figures.past = Flow.Past(
      try earlier(than: since), before: spans.period.first + -1, since: since)
    figures.carriedOut = try involved(after: spans.period.last)
    for form in [Assessment.Form.needs, .transition] {
      let changes = try listChanges(form)
      figures.shut[form] = spans.all.map { ListChange.daysShut(changes, during: $0.days) }
    }
    figures.schools.known = agencies.count(where: \.isSchool)
    figures.schools.heardFrom = try spans.all.map { span in
      try schoolsHeard(span.days).count { $0.heard != nil }
    }
    return figures
  }
}
