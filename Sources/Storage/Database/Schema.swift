import GRDB
import YoungCarers

/// One STRICT table per kind, made from its layout: columns are the properties, so a new kind or key
/// needs no SQL of its own. Beside them the journal, what is derived, and the views.
enum Schema {
  /// Which tables and columns a file has: raised by a release that has others. `init --upgrade` gives
  /// a file the present ones.
  static let version = 5
  /// "YCAR": what tells a store from any other SQLite file.
  static let applicationID: UInt32 = 0x5943_4152

  static func create(_ db: GRDB.Database) throws {
    for kind in Kind.allCases { try db.execute(sql: table(kind)) }
    try db.execute(sql: fixed)
    for index in indexes { try db.execute(sql: index.create) }
    for view in Views.all { try db.execute(sql: view.sql) }
  }

  /// A table, view or index that is not as the program needs it, though the version says so: a build
  /// between two releases made the store. What somebody added does no harm here.
  static func misfit(_ db: GRDB.Database) throws -> String? {
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    let made = Dictionary(rows.map { ($0[0] as String, $0[1] as String) }) { first, _ in first }
    for kind in Kind.allCases {
      // A column that somebody added stands behind ours.
      guard made[kind.rawValue]?.hasPrefix(head(kind)) == true else { return "table \(kind)" }
    }
    if let view = Views.all.first(where: { made[$0.name] != $0.sql }) { return "view \(view.name)" }
    return indexes.first { made[$0.name] != $0.create }.map { "index \($0.name)" }
  }

  static func columns(of table: String, _ db: GRDB.Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
  }

  /// What the store consists of: tables by name, indexes, views and triggers as they were made.
  static func objects(_ db: GRDB.Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT type || ' ' || name || ' ' || tbl_name || ' '
          || iif(type = 'table', '', coalesce(sql, ''))
        FROM sqlite_schema ORDER BY type, name
        """)
  }

  /// Values kept beside an entry's own: where it stands in the store's one sequence, keys without a
  /// name here, and the seal (16 random bytes, then the digest of them and the entry's line).
  private static func table(_ kind: Kind) -> String { head(kind) + "\n) STRICT" }

  /// The same up to its last column.
  private static func head(_ kind: Kind) -> String {
    var text = "CREATE TABLE \(kind) (\n  seq INTEGER PRIMARY KEY"
    text.reserveCapacity(4096)
    for field in kind.layout.fields {
      text += ",\n  "
      text += field.name
      text += field.type.isNumber ? " INTEGER" : " TEXT"
      if field.isRequired { text += " NOT NULL" }
      if let target = target(of: field.name, in: kind) {
        text += " REFERENCES "
        text += target.rawValue
        text += "(id) DEFERRABLE INITIALLY DEFERRED"
      }
    }
    text += ",\n  extra TEXT"
    if kind == .person { text += ",\n  folded TEXT" }
    return text + ",\n  seal BLOB"
  }

  /// The kind that a field's id belongs to, where it belongs to one.
  private static func target(of field: String, in kind: Kind) -> Kind? {
    switch (kind, field) {
    case (.family, "family"): nil
    case (_, "family"): .family
    case (_, "person"), (.assessment, "caredFor"), (.adultReview, "youngCarer"): .person
    case (.samePerson, "one"), (.samePerson, "other"): .person
    case (.differentPeople, "one"), (.differentPeople, "other"): .person
    case (.sameFamily, "one"), (.sameFamily, "other"): .family
    case (.differentFamilies, "one"), (.differentFamilies, "other"): .family
    case (_, "conference"): .conference
    case (_, "plan"): .plan
    case (_, "action"): .action
    case (_, "replaces"): kind
    default: nil
    }
  }

  private static let fixed = """
    CREATE TABLE unknown (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL, family TEXT, day TEXT NOT NULL,
      recorded TEXT NOT NULL, record TEXT NOT NULL, line TEXT NOT NULL, seal BLOB
    ) STRICT;
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE journal (
      sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, claim TEXT,
      host TEXT NOT NULL, command TEXT NOT NULL, first INTEGER, last INTEGER,
      written TEXT NOT NULL, receipt TEXT, digest BLOB NOT NULL, previous BLOB NOT NULL
    ) STRICT;
    CREATE TABLE access (
      at TEXT NOT NULL, actor TEXT NOT NULL, claim TEXT, purpose TEXT NOT NULL,
      family TEXT, families INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE tombstone (seq INTEGER, digest BLOB, source BLOB) STRICT;
    CREATE TABLE identity (id TEXT PRIMARY KEY, person TEXT, family TEXT NOT NULL)
      STRICT, WITHOUT ROWID;
    CREATE TABLE fallen (id TEXT PRIMARY KEY, cause TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE matchkey (hash INTEGER, person INTEGER, PRIMARY KEY (hash, person))
      STRICT, WITHOUT ROWID;
    CREATE TABLE waited (
      day INTEGER, referral INTEGER, agency INTEGER NOT NULL, year INTEGER NOT NULL,
      assessed INTEGER, PRIMARY KEY (day, referral)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE waitedName (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE waitedUntil (seq INTEGER NOT NULL) STRICT;
    CREATE TABLE stale (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TRIGGER fallen_added AFTER INSERT ON fallen BEGIN
      INSERT OR IGNORE INTO stale VALUES (new.id); END;
    CREATE TRIGGER fallen_gone AFTER DELETE ON fallen BEGIN
      INSERT OR IGNORE INTO stale VALUES (old.id); END;
    CREATE TRIGGER identity_added AFTER INSERT ON identity BEGIN
      INSERT OR IGNORE INTO stale VALUES (new.id); END;
    CREATE TRIGGER identity_gone AFTER DELETE ON identity WHEN old.person IS NOT NULL BEGIN
      INSERT OR IGNORE INTO stale VALUES (old.id), (old.person); END;
    CREATE INDEX identity_person ON identity(person);
    CREATE INDEX identity_family ON identity(family);
    CREATE INDEX tombstone_source ON tombstone(source) WHERE source IS NOT NULL;
    """

  struct Index {
    let name: String
    let create: String

    init(_ table: String, _ column: String, unique: Bool = false, partial: Bool = false) {
      name = "\(table)_\(column)"
      create =
        "CREATE \(unique ? "UNIQUE " : "")INDEX \(name) ON \(table)(\(column))"
        + (partial ? " WHERE \(column) IS NOT NULL" : "")
    }
  }

  static let indexes: [Index] =
    Kind.allCases.map { Index($0.rawValue, "id", unique: true) } + [
      Index("unknown", "id", unique: true), Index("unknown", "family", partial: true),
    ]
    + Kind.allCases.filter { $0 != .family }
    .map { Index($0.rawValue, "family", partial: true) } + [
      Index("referral", "source", unique: true, partial: true),
      Index("referral", "candidates", partial: true),
      Index("assessment", "source", partial: true),
      Index("allocation", "lead"),
      Index("samePerson", "one"), Index("samePerson", "other"),
      Index("sameFamily", "one"), Index("sameFamily", "other"),
    ]

  /// What a load larger than the store builds after its rows, which costs a third: the indexes whose
  /// keys come in no order. The others grow at their end, or hold little.
  static let lateIndexes = indexes.filter {
    ["family_id", "person_id", "person_family", "referral_family", "referral_source"]
      .contains($0.name)
  }
}

extension FieldType {
  var isNumber: Bool { self == .integer || self == .truth }
}
