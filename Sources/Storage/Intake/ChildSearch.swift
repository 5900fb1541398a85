import GRDB
import Interchange
import Matching
import YoungCarers

/// Finds the child that a row of a sheet is about, as an import would, and adds nobody.
public final class ChildSearch {
  public enum Found: Sendable, Equatable {
    case one(ID)
    /// A person must say which, or whether it is any of them.
    case doubt([ID], because: [String])
    /// The id and the names in the row are of two people.
    case otherName(ID)
    case nobody
  }

  private let reader: Reader
  private let known: KnownPeople
  private let keys: SourceKey
  private let bySource: Prepared
  private let names: Prepared

  /// Throws where the store cannot be read.
  public init(_ writer: Writer, _ settings: Settings) throws {
    reader = writer.reader
    let db = writer.db
    try MatchKeys(db: db).catchUp()
    known = try KnownPeople(db)
    keys = SourceKey(settings)
    bySource = try Prepared(
      db,
      """
      SELECT person FROM referral
      WHERE source = ? AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = referral.id)
      """)
    names = try Prepared(
      db,
      """
      SELECT given, preferred, surname, former, born FROM people WHERE id = ?1
      UNION ALL SELECT given, preferred, surname, former, born FROM identity
        JOIN people ON people.id = identity.id WHERE identity.person = ?1
      """)
  }

  /// `agency` is whose row it is; `id` the child's, where the row gives it.
  public func find(_ row: SheetRow, agency: String?, id: ID?) throws -> Found {
    if let id {
      guard id.shape == .person, try reader.exists(id) else { return .nobody }
      let today = try reader.today(id).person ?? id
      return try agrees(row, with: today, wholly: false) ? .one(today) : .otherName(today)
    }
    if let numbered = try numbered(row, agency) { return .one(numbered) }
    let child = Filing.described(row)
    try known.fetch(for: child)
    switch decide(child, among: known.recogniser.candidates(for: child)) {
    case .new: return .nobody
    case .same(let candidate, _): return .one(candidate.identity)
    case .undecided(let candidates, let because, _):
      let ids = candidates.map(\.identity).reduce(into: [ID]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      return .doubt(ids, because: because)
    }
  }

  /// The items that somebody answered for the child in the year before: not to be asked again.
  public func answered(_ child: ID, on day: Day) throws -> Set<String> {
    try reader.caseFile(child).answeredItems(of: child, on: day)
  }

  /// The child of the referral that the sender gave this number; believed where the names agree.
  private func numbered(_ row: SheetRow, _ agency: String?) throws -> ID? {
    guard let agency, let number = row[.rowID] else { return nil }
    bySource.bind(1, agency + "#" + number)
    guard try bySource.step(), let person = bySource.text(0) else { return nil }
    bySource.reset()
    let today = try reader.today(ID(person)).person ?? ID(person)
    return try agrees(row, with: today, wholly: true) ? today : nil
  }

  /// Whether a name of the row is one of theirs, where it gives any; `wholly`, that no name and no
  /// birth date is another's.
  private func agrees(_ row: SheetRow, with person: ID, wholly: Bool) throws -> Bool {
    var theirs: Set<String> = []
    var born: Set<String> = []
    names.bind(1, person.text)
    while try names.step() {
      theirs.formUnion((0..<4).compactMap { names.text($0).map { Text.folded($0) } })
      if let day = names.text(4) { born.insert(day) }
    }
    let said = [row[.given], row[.preferred], row[.surname]].compactMap { $0 }.map(Text.folded)
    if said.isEmpty { return true }
    guard wholly else { return said.contains(where: theirs.contains) }
    let isBorn = row.born.map { born.isEmpty || born.contains($0.description) } ?? true
    return isBorn && said.allSatisfy(theirs.contains)
  }
}

/// What filled-in forms are known by, so that twice is once, as `SourceKey` knows referrals.
public struct FormSource {
  private let keys: SourceKey
  private let here: Prepared
  private let buried: TombstoneSearch?
  private var seen: Set<String> = []

  public init(_ writer: Writer, _ settings: Settings) throws {
    keys = SourceKey(settings)
    here = try Prepared(
      writer.db,
      """
      SELECT 1 FROM assessment WHERE source IN (?, ?)
        AND NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.id = assessment.id)
      """)
    buried = try TombstoneSearch(writer.db)
  }

  /// The setting, its own number for it, and a digest of everything that was said.
  public func source(_ said: [UInt8], setting: String?, number: String?) -> String {
    keys.source(of: said, agency: setting, id: number)
  }

  /// Whether it was taken in before, in the store, in a pipe, or a line above.
  public mutating func isHere(_ said: [UInt8], setting: String?, number: String?) throws -> Bool {
    let source = source(said, setting: setting, number: number)
    here.bind(1, source)
    here.bind(2, keys.unkeyed(said, agency: setting, id: number))
    if try here.step() {
      here.reset()
      return true
    }
    return !seen.insert(source).inserted
  }

  /// Whether this very form was forgotten on request: last month's file does not bring it back. By its
  /// own source alone, which has a digest of all that it says: what is new of the child is taken in.
  public func isForgotten(_ source: String) throws -> Bool {
    try buried?.has(keys.tombstone(form: source)) ?? false
  }
}
