import Crypto
import Interchange
import YoungCarers

/// What a row is known by, so that twice is once: the agency and its own row id; where there is no
/// such id, or nobody said whose it is, a digest of the row, digested again under the service's key.
struct SourceKey {
  private let key: SymmetricKey?

  init(_ settings: Settings) { key = settings.key.isEmpty ? nil : SymmetricKey(data: settings.key) }

  func source(of row: SheetRow, agency: String?) -> String {
    guard let agency, let id = row[.rowID] else { return digested(row, agency) }
    return agency + "#" + id
  }

  /// For a sender who numbers every list from 1: the id, and what the row says.
  func distinct(_ row: SheetRow, agency: String?) -> String {
    digested(row, agency, id: row[.rowID] ?? "")
  }

  /// What a pipe, which has no key, would have written: looked for besides.
  func unkeyed(_ row: SheetRow, agency: String?) -> String? {
    guard key != nil, agency == nil || row[.rowID] == nil else { return nil }
    return "\(agency ?? "")#~\(Self.plain(row))"
  }

  /// What this service would have written in place of a source that came down a pipe; nil where it
  /// would have written the same.
  func keyed(_ source: String) -> String? {
    guard key != nil, let mark = source.lastIndex(of: "~") else { return nil }
    return source[...mark] + keyed(digest: source[source.index(after: mark)...])
  }

  private func digested(_ row: SheetRow, _ agency: String?, id: String = "") -> String {
    "\(agency ?? "")#\(id)~\(keyed(digest: Self.plain(row)[...]))"
  }

  private static func plain(_ row: SheetRow) -> String { plain(row.childDigestInput) }

  private static func plain(_ said: [UInt8]) -> String {
    Hex.text(SHA256.hash(data: said).prefix(16))
  }

  /// The same for anything else that was said: there is always a digest in it, since a number alone
  /// would lose what changed.
  func source(of said: [UInt8], agency: String?, id: String?) -> String {
    "\(agency ?? "")#\(id ?? "")~\(keyed(digest: Self.plain(said)[...]))"
  }

  func unkeyed(_ said: [UInt8], agency: String?, id: String?) -> String? {
    key == nil ? nil : "\(agency ?? "")#\(id ?? "")~\(Self.plain(said))"
  }

  private func keyed(digest: Substring) -> String {
    key == nil ? String(digest) : Hex.text(self.digest(Array(digest.utf8)).prefix(16))
  }

  func keyedDigest(_ text: String) -> [UInt8] { digest(Array(text.utf8)) }

  private func digest(_ bytes: [UInt8]) -> [UInt8] {
    guard let key else { return Array(SHA256.hash(data: bytes)) }
    return Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
  }

  /// What a tombstone holds: enough to know a source and the child again, nothing to read. The child
  /// too, because a sender may give the same row id to another one.
  func tombstone(_ source: String, given: String?, surname: String?, born: Day?) -> [UInt8] {
    let child = [given, surname].map { Text.folded($0 ?? "") } + [born?.description ?? ""]
    return digest(Array(([source] + child).joined(separator: "\u{1F}").utf8))
  }
}
