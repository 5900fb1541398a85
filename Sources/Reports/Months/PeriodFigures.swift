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
  /// The names of the agencies that the service knows.
  public var agencies: Set<String> = []
  /// Of several services each one's own, by its name; empty where the figures are one service's.
  public internal(set) var services: [String: PeriodFigures] = [:]

  public init(_ spans: Spans) { self.spans = spans }

  /// Adds the figures of others; with -1 takes them away. What each service says of itself, its lists
  /// among it, is no sum.
  mutating func add(_ other: PeriodFigures, times: Int = 1) {
    if times < 0 { tally.subtract(other.tally) } else { tally.add(other.tally) }
    past.families.add(other.past.families, times: times)
    past.children.add(other.past.children, times: times)
    carriedOut.families += times * other.carriedOut.families
    carriedOut.children += times * other.carriedOut.children
  }

  /// Adds the agencies and schools that others know, and who was heard from.
  mutating func meet(_ other: PeriodFigures) {
    agencies.formUnion(other.agencies)
    schools.known.formUnion(other.schools.known)
    for slot in other.schools.heardFrom.indices {
      schools.heardFrom[slot].formUnion(other.schools.heardFrom[slot])
    }
  }

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

  /// What does not hold, of all and of each service.
  public var wrong: [String] {
    identities.filter { !$0.holds }.map(\.words)
      + services.sorted { $0.key < $1.key }.flatMap { name, figures in
        figures.wrong.map { "\(name): \($0)" }
      }
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
  /// By their reference numbers, else by their names: what two services know is one.
  public var known: Set<String> = []
  public var heardFrom: [Set<String>] = []

  public init() {}

  static func key(_ school: Agency) -> String { school.urn ?? Text.folded(school.name) }
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
    figures.past = Flow.Past(
      try earlier(than: spans.since), try forgettings(), before: spans.period.first + -1,
      since: spans.since)
    figures.carriedOut = try involved(after: spans.period.last)
    for form in [Assessment.Form.needs, .transition] {
      let changes = try listChanges(form)
      figures.shut[form] = spans.all.map { ListChange.daysShut(changes, during: $0.days) }
    }
    figures.agencies = Set(agencies.map(\.name))
    figures.schools.known = Set(agencies.filter(\.isSchool).map(Schools.key))
    figures.schools.heardFrom = try spans.all.map { span in
      Set(try schoolsHeard(span.days).filter { $0.heard != nil }.map { Schools.key($0.agency) })
    }
    return figures
  }
}
