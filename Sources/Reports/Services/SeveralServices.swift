import Storage
import YoungCarers

/// One of several services, being read.
public struct OpenService {
  public let name: String
  let store: Store.Opened
  let counting: Counting

  public init(_ name: String, _ store: Store.Opened, _ counting: Counting) {
    self.name = name
    self.store = store
    self.counting = counting
  }
}

extension PeriodFigures {
  /// The figures of several services: each one's own, and all of them added up, what several of them
  /// know counted once. An entry that stands in two stores is one; so are a case, and a child, by id;
  /// a child whom a UPN or an NHS number tells is one among the new children and those worked with.
  /// With one service, its own. `act` is who asks.
  public init(of services: [OpenService], _ act: Act) throws {
    let own = try services.map { one in try one.store.read { try $0.figures(one.counting) } }
    guard own.count > 1, let first = own.first else {
      self = own.first ?? PeriodFigures(services[0].counting.spans)
      return
    }
    self.init(first.spans)
    schools.heardFrom = Array(repeating: [], count: spans.all.count)
    for (service, figures) in zip(services, own) { add(figures, of: service.name) }
    let sharing = InSeveral(try services.map { try $0.store.read { try $0.holding() } })
    guard !sharing.isNone else { return }
    var overlap = Overlap(spans, sharing)
    try overlap.read(services, act)
    add(overlap.often, times: -1)
    add(overlap.once)
  }

  mutating func add(_ figures: PeriodFigures, of service: String) {
    services[service] = figures
    add(figures)
    for (key, count) in figures.tally.counts where key.dimension == nil {
      tally.add(count, to: Tally.Key(key.measure, key.slot, .service, service))
    }
    meet(figures)
  }

  /// How much more the services' own counts of a measure come to than is counted once.
  func overlap(_ measure: Measure, _ slot: Int) -> Int {
    services.values.reduce(-tally.count(measure, slot)) { $0 + $1.tally.count(measure, slot) }
  }
}
