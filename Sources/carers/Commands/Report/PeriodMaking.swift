import Reports
import Storage
import YoungCarers

/// Where the figures of a period come from: the entries of one service, those of several, or parts
/// that were made of entries elsewhere.
struct PeriodMaking {
  let session: Session
  let spans: Spans
  let areas: AreaLookup
  let report: ReportOptions
  /// Of how many parts they must be the sum; nil where nobody said.
  var parts: Int?

  /// The figures, and what is settled by whom they are about.
  func figures() throws -> (Disclosed<PeriodFigures>, [Service]) {
    let streams = try session.streams(report)
    if let streams, let figures = try added(streams) { return figures }
    guard parts == nil else {
      throw Problem(
        "part-none", .usage, at: Place(file: "--parts"),
        "these are entries, and no parts of figures",
        cure: "Leave --parts away; or give the parts that --part has made.")
    }
    let services = try session.wholeServices(report, in: streams)
    let found = try session.read(services) {
      try PeriodFigures(of: $0, spans, session.act, counting)
    }
    return (found, services.map(\.service))
  }

  /// What these entries add to the figures: true counts, which no rule of disclosure has seen.
  func writePart() throws {
    guard report.release.audience == .contract else {
      throw Problem(
        "part-public", .usage, at: Place(file: "--part"), "a part has true counts",
        cure: "Give --audience contract and whom it is for; the report of all parts may be public.")
    }
    try report.release.proveRecipients()
    guard report.format == nil, !report.release.publish else {
      throw Problem(
        "part-form", .usage, at: Place(file: "--part"),
        "a part is JSON Lines, and no report that could be published",
        cure: "Give --format and --publish where the parts are added up.")
    }
    guard session.options.stores.count < 2 else {
      throw Problem(
        "part-several", .usage, at: Place(file: "--part"), "a part is of one store, or one stream",
        cure: "Make a part of each.")
    }
    let kept = try session.wholeServices(report)[0]
    let counting = try counting(kept.service)
    let part = try kept.store.read(as: session.actor, for: .report, at: session.world.clock()) {
      try FiguresPart(
        $0, counting, settings: counting.settled(by: Version.text), asAt: session.knownUntil)
    }
    let file = try AtomicFile(
      report.file.output ?? "-", mode: report.file.permissions(), session.world)
    try part.content.write { try file.output.write($0) }
    try file.commit()
  }

  private func counting(_ service: Service) throws -> Counting {
    try Counting(spans, service, instruments: session.instruments([]), areas: areas)
  }

  /// The sum of parts; nil where the streams are something else.
  private func added(_ streams: [Spool]) throws -> (Disclosed<PeriodFigures>, [Service])? {
    guard let first = streams.first, FiguresParts.isPart(try first.bytes(0..<4096)) else {
      return nil
    }
    guard session.options.store == nil || session.options.store == "-", report.asAt == nil,
      areas.isEmpty
    else {
      throw Problem(
        "part-made", .usage, "parts came in, which say themselves what they were made of",
        cure: "Give --store, --as-at and --areas where the parts are made.")
    }
    let store = try Store.pipe()
    let service = try session.service(store)
    var parts = FiguresParts(spans, settings: try counting(service).settled(by: Version.text))
    for stream in streams {
      try parts.read(stream.bytes(0..<stream.size), file: stream.name)
    }
    if let expected = self.parts { try parts.prove(count: expected) }
    guard let sum = parts.sum else { return nil }
    session.opened = store
    session.knownUntil = sum.asAt
    return (Disclosed(given: sum.figures, by: session.actor), [service])
  }
}
