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

  /// What a tombstone holds of a referral: all by which a row is known to have been here, and nothing
  /// to read. Whatever else is said under the same number, of another child or of the same, is new.
  func tombstone(_ source: String, _ said: Said) -> [UInt8] {
    let parts: [String?] = [
      source, said.given, said.surname, said.born?.description, said.reason, said.day?.description,
    ]
    // With its length, so that no two rows are written alike.
    let written = parts.map { $0.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined(
      separator: "\u{1F}")
    return keyedDigest("row\u{1F}" + written)
  }

  /// What a tombstone holds of a form: its own source has a digest of all that was said.
  func tombstone(form source: String) -> [UInt8] { keyedDigest("form\u{1F}" + source) }

  /// What a referral says of whom, as far as a row is compared with it.
  struct Said {
    var given: String?
    var surname: String?
    var born: Day?
    var reason: String?
    /// Nil where the sheet gives none, and so says nothing of it.
    var day: Day?
  }
}
