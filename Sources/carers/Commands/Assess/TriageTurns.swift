import Storage
import YoungCarers

/// Takes the rules' recommendation for many children at once, in a named person's name. A child with a
/// concern is never decided so: somebody looks (practice P1, P17).
struct TriageTurns {
  private let entries: Entries
  private let decider: String
  private let because: String?

  init(_ entries: Entries, decider: String, because: String?) {
    self.entries = entries
    self.decider = decider
    self.because = because
  }

  private enum Outcome: String, CaseIterable {
    case decided
    case unscreened = "not screened yet"
    case concern = "left to be decided one by one: a concern"
    case nothing = "left to be decided one by one: the rules recommend nothing"
  }

  /// Writes a triage for each, and says how many went which way.
  func write(_ writer: Writer, _ service: Service, _ session: Session) throws -> [String] {
    let asked = Set(entries.references.map(\.id))
    let waiting = try writer.reader.untriaged(families: entries.selected).filter { brief, child in
      guard entries.selected != nil else { return true }
      let family = try writer.reader.today(child).family
      return asked.contains(brief) || asked.contains(child) || asked.contains(family)
    }
    var counts: [Outcome: Int] = [:]
    var ways: [Triage.Way: Int] = [:]
    for (brief, child) in waiting {
      let (outcome, taken) = try write(child, brief, writer, service, session)
      counts[outcome, default: 0] += 1
      for way in taken { ways[way, default: 0] += 1 }
    }
    if counts[.decided] != waiting.count || waiting.isEmpty { session.status = 1 }
    let decided = counts[.decided] ?? 0
    let each = Triage.Way.known.compactMap { way in ways[way].map { "\($0) \(way.rawValue)" } }
    let left = Outcome.allCases.dropFirst().compactMap { outcome in
      counts[outcome].map { "\($0) \(outcome.rawValue)." }
    }
    guard !waiting.isEmpty else { return ["Nobody there waits for triage."] }
    let children = decided == 1 ? "1 child" : "\(decided) children"
    return [
      "Decided for \(children) as the rules recommend"
        + (each.isEmpty ? "." : ": \(each.joined(separator: ", ")).")
    ] + left
  }

  private func write(
    _ child: ID, _ brief: ID, _ writer: Writer, _ service: Service, _ session: Session
  ) throws -> (Outcome, [Triage.Way]) {
    let file = try writer.reader.caseFile(child)
    guard (try? file.requireScreened(child, before: "a triage")) != nil else {
      return (.unscreened, [])
    }
    let facts = file.triageFacts(
      of: child, on: session.today, instruments: try session.instruments([]))
    let recommended = TriageRule.recommendations(facts, service).map(\.way)
    let ways = Triage.Way.known.filter(recommended.contains)
    if ways.isEmpty { return (.nothing, []) }
    if ways.contains(.socialCare) || facts.openFlags > 0 { return (.concern, []) }
    let triaging = Triaging(
      child: child, ways: ways, because: because, decider: decider, about: brief)
    _ = try triaging.write(writer, service, session)
    return (.decided, ways)
  }
}
