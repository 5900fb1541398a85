import GRDB
import Interchange
import YoungCarers

/// What a stream holds of whom was forgotten here, by its ids alone: the very entries that were
/// forgotten are set aside, and nobody comes back by them. Whatever else the stream says of the
/// forgotten nobody here has read, so it is refused, and never set aside.
struct Buried {
  /// The entries that were forgotten here.
  private(set) var forgotten: Set<ID> = []
  /// Entries of cases that stay, which name one that is set aside.
  private(set) var naming: Set<ID> = []
  private let here: TombstoneSearch
  private let keys: SourceKey
  private let reader: Reader
  /// Ids that were asked about: a case is named by every entry of it.
  private var known: [ID: Bool] = [:]

  /// Nil where nobody was forgotten. Throws where the stream says something new of the forgotten.
  init?(_ writer: Writer, stream: StreamReader) throws {
    guard let here = try TombstoneSearch(writer.db) else { return nil }
    self.here = here
    keys = SourceKey(try Settings(reading: writer.db))
    reader = writer.reader
    var stream = stream
    var new = News()
    while case .entry(let entry, _)? = try stream.next() { try sort(entry, &new) }
    if new.count > 0 { throw new.refused }
  }

  /// Whether an entry is set aside.
  func takes(_ entry: Entry) -> Bool { forgotten.contains(entry.id) || naming.contains(entry.id) }

  private mutating func sort(_ entry: Entry, _ new: inout News) throws {
    if try isGone(entry.id) {
      forgotten.insert(entry.id)
      return
    }
    guard let one = try goneSubject(of: entry) else {
      let names = entry.naming
      guard !names.isEmpty, try isNaming(names), try !reader.exists(entry.id) else { return }
      // What says of somebody who stays that they are in danger is not set aside for one name in it.
      if Self.isAlarm(entry) {
        let gone = try names.sorted().first { try isGone($0) }
        new.add(entry, of: gone ?? entry.subject.family ?? entry.id)
      } else {
        naming.insert(entry.id)
      }
      return
    }
    guard try !reader.exists(entry.id) else { return }
    new.add(entry, of: one)
  }

  /// The case, or else the person or entry, that was forgotten and that the entry is about.
  private mutating func goneSubject(of entry: Entry) throws -> ID? {
    let (family, person) = entry.subject
    if let family, try isGone(family) { return family }
    if let person, try isGone(person) { return family ?? person }
    switch entry {
    case .samePerson, .differentPeople, .sameFamily, .differentFamilies:
      return try entry.naming.sorted().first { try isGone($0) }
    case .withdrawal(let withdrawal):
      let ids = withdrawal.entries.map { ID($0) }
      return try !ids.isEmpty && ids.allSatisfy { try isGone($0) } ? ids.first : nil
    default:
      return family == nil ? try entry.naming.sorted().first { try isGone($0) } : nil
    }
  }

  private mutating func isNaming(_ names: Set<ID>) throws -> Bool {
    if !names.isDisjoint(with: naming) { return true }
    return try names.contains { try isGone($0) }
  }

  /// Whether it was forgotten, and nobody brought it back.
  private mutating func isGone(_ id: ID) throws -> Bool {
    if let answer = known[id] { return answer }
    let isGone = try here.has(keys.tombstone(of: id)) && !reader.exists(id)
    if id.shape != nil || isGone { known[id] = isGone }
    return isGone
  }

  private static func isAlarm(_ entry: Entry) -> Bool {
    if case .flag(let flag) = entry { flag.isAlarm } else { false }
  }
}

extension Buried {
  /// What a stream says of the forgotten that was not forgotten here.
  private struct News {
    private(set) var count = 0
    private var cases: Set<ID> = []
    private var hasAlarm = false

    mutating func add(_ entry: Entry, of one: ID) {
      count += 1
      cases.insert(one)
      hasAlarm = hasAlarm || Buried.isAlarm(entry)
    }

    var refused: Problem {
      let shown = cases.sorted().prefix(10).map(\.text).joined(separator: ", ")
      let more = cases.count > 10 ? " and \(cases.count - 10) more" : ""
      let entries = count == 1 ? "1 entry" : "\(count) entries"
      let alarm = hasAlarm ? ", a safeguarding flag among them" : ""
      return Problem(
        "load-forgotten", .notAllowed,
        "\(ID(shown))\(named: more): forgotten here, and the stream has \(named: entries) of it that nobody here has seen\(named: alarm): nothing was kept",
        cure:
          "--again takes in all of it, and what was forgotten with it: the case is back then."
      )
    }
  }
}
