import Storage
import YoungCarers

/// Whom one screen is about, each with the referral or assessment that is screened.
struct ScreeningTurns {
  typealias Turn = (child: ID, about: ID?)

  private let entries: Entries
  private let reader: Reader

  init(_ entries: Entries, _ reader: Reader) {
    self.entries = entries
    self.reader = reader
  }

  /// A child, screened now whatever was before; of a case, all its children who wait.
  func of(_ subject: ID, about: ID?) throws -> [Turn] {
    let file = try reader.caseFile(subject)
    if let about {
      guard let entry = file.standing.first(where: { $0.id == about }) else {
        throw Problem(
          "about-elsewhere", .noInput, "\(about) is no entry of \(file.family) that stands",
          cure: "carers show \(file.family) --format jsonl lists its entries.")
      }
      return [(entry.subject.person ?? subject, about)]
    }
    guard subject.shape == .family else {
      let child = file.today(subject)
      let referral = file.toScreen.first { $0.person.map(file.today) == child }
      return [(referral?.person ?? subject, referral?.header.id)]
    }
    let waiting = file.toScreen
    guard !waiting.isEmpty else {
      throw Problem(
        "screen-done", .usage, "nobody in \(file.family) waits for the screen",
        cure: "To screen a child again, give the child's own id (YP-…).")
    }
    return waiting.map { ($0.person ?? file.family, $0.header.id) }
  }

  /// The children who wait among those that references named, or in the stream. Where `sparing`, those
  /// with an alarm that nobody has answered are left out, and counted: nobody clears them in a row
  /// with others (practice P1).
  func named(sparing: Bool) throws -> (turns: [Turn], spared: Int) {
    var spared = 0
    let turns = try waiting().flatMap { file, turns in
      let alarmed = file.openFlags.map { $0.person.map(file.today) }
      let left = turns.filter { turn in
        sparing && alarmed.contains { $0 == nil || $0 == file.today(turn.child) }
      }
      spared += left.count
      return turns.filter { turn in !left.contains { $0 == turn } }
    }
    return (turns, spared)
  }

  private func waiting() throws -> [(CaseFile, [Turn])] {
    let asked = Set(entries.references.map(\.id))
    let families = try entries.selected?.sorted() ?? reader.allFamilies()
    return try families.map { family in
      let file = try reader.caseFile(family)
      let isWhole = entries.selected == nil || asked.contains(family)
      let unscreened = file.unscreened
      let named = file.toScreen.filter { last in
        isWhole
          || unscreened.contains {
            $0.person.map(file.today) == last.person.map(file.today)
              && (asked.contains($0.header.id) || ($0.person.map(asked.contains) ?? false))
          }
      }
      return (file, named.map { ($0.person ?? file.family, $0.header.id) })
    }
  }
}
