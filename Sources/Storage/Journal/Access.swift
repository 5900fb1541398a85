import GRDB
import YoungCarers

/// Who looked at whom, when and why: kept apart from the journal, so that looking changes no digest.
struct Access {
  var actor: Actor
  var purpose: Purpose
  var at: Instant
  var seen: Set<ID>

  func log(_ db: GRDB.Database, _ folder: Folder?) throws {
    let family = seen.count == 1 ? seen.first?.text : nil
    if let folder {
      try folder.logAccess(
        AccessLine(
          actor: actor.account, at: at.text, claim: actor.claim, families: seen.count,
          family: family, purpose: purpose.rawValue))
      return
    }
    try db.execute(
      sql: "INSERT INTO access(at, actor, claim, purpose, family, families) VALUES (?,?,?,?,?,?)",
      arguments: [at.text, actor.account, actor.claim, purpose.rawValue, family, seen.count])
  }
}

/// The line in a folder's `access.jsonl`.
struct AccessLine: Codable {
  var actor: String
  var at: String
  var claim: String?
  var families: Int
  var family: String?
  var purpose: String
}
