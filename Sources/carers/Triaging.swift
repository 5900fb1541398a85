import Storage
import YoungCarers

/// A decision about what happens next for a child, held against the rules and written down with what
/// follows from it. Every command that decides goes this way.
struct Triaging {
  var child: ID
  var ways: [Triage.Way]
  var services: [String] = []
  var because: String?
  var decider: String
  /// What it was decided on: the last brief assessment, or referral, where nobody says.
  var about: ID?
  /// The triage whose place this one takes.
  var instead: ID?

  /// Writes the triage and its signposts, and says what was written.
  func write(_ writer: Writer, _ service: Service, _ session: Session) throws -> [String] {
    let file = try writer.reader.caseFile(child)
    try file.requireScreened(child, before: "a triage")
    let facts = file.triageFacts(
      of: child, on: session.today, instruments: try session.instruments([]))
    let recommended = TriageRule.recommendations(facts, service)
    var triage = Triage()
    triage.header = try writer.header(about: child)
    triage.header.replaces = try instead.map { try replaced($0, file) }
    triage.person = child
    triage.about = about ?? lastNews(file)
    triage.ways = ways.map(\.rawValue)
    triage.services = try named(recommended)
    triage.recommended = recommended.map(\.line)
    triage.because = because
    triage.decider = decider
    try triage.prove(facts, recommended)
    let lists = try wait(&triage, file, writer, service, session.today)
    try writer.append(.triage(triage))
    let signposts = try point(triage, file, writer, service, session.today)
    return ["Decided for \(child.text): \(triage.ways.joined(separator: ", "))."] + lists
      + signposts
  }

  private func replaced(_ id: ID, _ file: CaseFile) throws -> ID {
    guard file.all(Triage.self).contains(where: { $0.header.id == id }) else {
      throw Problem(
        "triage-missing", .noInput, "\(id) is no triage of \(file.family) that stands",
        cure: "carers show \(file.family) --all lists its entries.")
    }
    return id
  }

  private func lastNews(_ file: CaseFile) -> ID? {
    let briefs = file.assessments(.brief, of: child).filter { $0.finished != nil }
    return briefs.last?.header.id
      ?? file.referrals.last { $0.person.map(file.today) == file.today(child) }?.header.id
  }

  private func named(_ recommended: [Recommendation]) throws -> [String] {
    guard ways.contains(.mainstream) else {
      guard services.isEmpty else {
        throw Problem(
          "service-unasked", .usage, "--service goes with \(named: Triage.Way.mainstream.rawValue)",
          cure: "Decide that too: --decide \"mainstream service\".")
      }
      return []
    }
    let names = services.isEmpty ? recommended.flatMap(\.services) : services
    guard !names.isEmpty else {
      throw Problem(
        "service-missing", .usage, "no mainstream service is named",
        cure: "Say which with --service; the settings name one for each topic.")
    }
    return names
  }

  /// Dates the wait for each assessment decided on, and says where a list is closed.
  private func wait(
    _ triage: inout Triage, _ file: CaseFile, _ writer: Writer, _ service: Service, _ today: Day
  ) throws -> [String] {
    var said: [String] = []
    for listed in Triage.listed where ways.contains(listed.way) {
      let from = file.waitStarts(listed.form, of: child, for: nil, requested: nil, on: today)
      let due = service.due(listed.due, after: from)
      triage.waitsFrom = min(triage.waitsFrom ?? from, from)
      if listed.form == .needs { triage.needsDue = due } else { triage.transitionDue = due }
      said.append(
        "The \(listed.way.rawValue) is due \(due.spoken): \(service.text(listed.due)) from \(from.written)."
      )
      guard let closing = try writer.reader.closing(listed.form) else { continue }
      triage.closedLists.append(listed.form.rawValue)
      said.append(WaitingWords.closed(closing))
    }
    return said
  }

  /// A signpost for each service, where the child was not pointed there already.
  private func point(
    _ triage: Triage, _ file: CaseFile, _ writer: Writer, _ service: Service, _ today: Day
  ) throws -> [String] {
    let due = service.due(.targetSignpost, after: today)
    let open = file.all(Signpost.self).filter {
      $0.person.map(file.today) == file.today(child) && !$0.state.isOver
    }.map(\.service)
    for name in triage.services where !open.contains(name) {
      var signpost = Signpost()
      signpost.header = try writer.header(about: child)
      signpost.about = triage.header.id
      signpost.person = child
      signpost.service = name
      signpost.due = due
      try writer.append(.signpost(signpost))
    }
    return triage.services.isEmpty
      ? []
      : [
        "Pointed to \(triage.services.joined(separator: ", ")); look how it went by \(due.spoken)."
      ]
  }
}
