import Storage
import YoungCarers

extension PeriodFigures {
  /// The figures of several services: each one's own, and all of them added up, what several of them
  /// know counted once. An entry that stands in two stores is one; so are a case, and a child, by id;
  /// a child whom a UPN or an NHS number tells is one among the new children and those worked with.
  /// With one service, its own. `counting` is how each is counted, and `act` who asks.
  public init(
    of services: [OpenService], _ spans: Spans, _ act: Act,
    _ counting: (Service) throws -> Counting
  ) throws {
    let own = try services.map { one in
      try one.read { try $0.figures(counting(one.service)) }
    }
    guard own.count > 1 else {
      self = own.first ?? PeriodFigures(spans)
      return
    }
    self.init(spans)
    schools.heardFrom = Array(repeating: [], count: spans.all.count)
    for (service, figures) in zip(services, own) { add(figures, of: service.name) }
    guard let shared = try Shared(services, act) else { return }
    var overlap = Overlap(spans, shared.sharing)
    try overlap.read(services, shared, counting)
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
}
