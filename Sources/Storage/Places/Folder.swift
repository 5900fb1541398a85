import Foundation
import GRDB
import Interchange
import YoungCarers

/// A store as a folder of JSON files, a file a family, held locked for the whole command. It is read
/// into SQLite whole, and what a command changed is staged, synced, and renamed in under a manifest:
/// the manifest's own rename is the commit, and the next open completes what was cut off.
final class Folder {
  let path: String
  private let lock: FolderLock

  private init(path: String, lock: FolderLock) {
    self.path = path
    self.lock = lock
  }

  static let settingsName = "store.json"
  static let serviceName = "service.jsonl"
  static let journalName = "journal.jsonl"
  static let sealsName = "seals.jsonl"
  static let accessName = "access.jsonl"
  static let tombstonesName = "tombstones.jsonl"
  fileprivate static let lockName = ".lock"

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return path.hasSuffix("/") || (stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR)
  }

  static func create(_ given: String, _ settings: Settings) throws {
    let path = trimmed(given)
    if mkdir(path, 0o700) != 0 {
      let code = errno
      guard code == EEXIST, try isEmpty(path), chmod(path, 0o700) == 0 else {
        throw Store.creationProblem(path, code)
      }
    }
    let folder = Folder(path: path, lock: try FolderLock(path, wait: 0))
    // Somebody else may have made it meanwhile.
    guard try isEmpty(path) else { throw Store.creationProblem(path, EEXIST) }
    try folder.stage([
      (settingsName, try FolderFile(settings.values).bytes),
      (serviceName, try EntryFile.bytes(of: [])), (journalName, []), (sealsName, []),
      (accessName, []),
    ])
  }

  /// A folder with nothing in it but what an attempt leaves that was killed.
  private static func isEmpty(_ path: String) throws -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return false }
    return try FileManager.default.contentsOfDirectory(atPath: path)
      .allSatisfy { [lockName, Staging.name].contains($0) }
  }

  /// Refused before anything in it is read: a link, or a folder that others can look into.
  private static func inspect(_ path: String, as given: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Problem(
        "store-not-a-file", .data, at: Place(file: given),
        "is not a folder, and links are not followed", cure: "Nothing was changed.")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Problem(
        "store-exposed", .notAllowed, at: Place(file: given), "can be read by others",
        cure: "chmod 700 puts it right.")
    }
  }

  private static func trimmed(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? trimmed(String(path.dropLast())) : path
  }

  static func open(_ given: String, wait: TimeInterval) throws -> Store {
    let path = trimmed(given)
    guard access("\(path)/\(settingsName)", F_OK) == 0 || access("\(path)/commit.json", F_OK) == 0
    else {
      throw Problem(
        "store-missing", .noInput, at: Place(file: given), "there is no store in this folder",
        cure: "carers init \(named: given) makes one in a new folder.")
    }
    try inspect(path, as: given)
    let folder = Folder(path: path, lock: try FolderLock(path, wait: wait))
    return try Store.catching(given) { try folder.open(as: given) }
  }

  private func open(as given: String) throws -> Store {
    try Staging(path).complete()
    let settings = Settings(try FolderFile(reading: bytes(Self.settingsName), path: path).values)
    let queue = try Opening.queue(path: "", wait: 0)
    try queue.writeWithoutTransaction { db in
      try Schema.create(db)
      try settings.write(db)
      try db.inTransaction(.deferred) {
        try load(db)
        return .commit
      }
    }
    return Store(home: .folder(given), queue: queue, folder: self, settings: settings)
  }

  private func load(_ db: GRDB.Database) throws {
    let writer = Writer(db, act: .nobody, sealed: false, after: 0)
    let seals = try SealLine.read(bytes(Self.sealsName), path: path)
    var next = (seals.values.map(\.seq).max() ?? 0) + 1
    for name in try entryFiles() {
      try EntryFile.read(bytes(name), named: "\(path)/\(name)") { read, line in
        let seal = seals[read.id.text]
        let bytes = seal.map { Hex.bytes($0.seal) }
        let entry = Recast.entry(read, of: line, under: bytes)
        try writer.restore(Stored(seq: seal?.seq ?? next, entry: entry, seal: bytes))
        if seal == nil { next += 1 }
      }
    }
    for line in try JournalFileLine.read(bytes(Self.journalName), path: path) {
      try Journal.insert(line, db)
    }
    // Written when somebody is forgotten for the first time.
    if access("\(path)/\(Self.tombstonesName)", F_OK) == 0 {
      let tombstones = try Tombstones(db)
      let file = "\(path)/\(Self.tombstonesName)"
      try TombstoneLine.read(bytes(Self.tombstonesName), file).forEach(tombstones.add)
    }
    try Derived(db).rebuild()
  }

  private func entryFiles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0 == Self.serviceName || ($0.hasSuffix(".jsonl") && $0.hasPrefix("YC-")) }
      .sorted()
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else {
      throw Problem(
        "folder-file", .inputOutput, at: Place(file: "\(path)/\(name)"), "cannot be read")
    }
    return [UInt8](data)
  }

  /// Writes the files of the families that the command touched, and the journal's; the file of a case
  /// of which nothing is left goes.
  func commit(_ db: GRDB.Database, _ written: ClosedRange<Int64>, erased: Set<ID?>) throws {
    var touched: [String: [Entry]] = [:]
    for home in erased { touched[file(of: home)] = [] }
    try Reader(db).forEachStored(in: written) { touched[file(of: $0.entry.header.family)] = [] }
    try Reader(db).forEachStored { touched[file(of: $0.entry.header.family)]?.append($0.entry) }
    let gone = touched.filter { $0.value.isEmpty && $0.key != Self.serviceName }.keys.sorted()
    var files: [(String, [UInt8])] = []
    for (name, entries) in touched.sorted(by: { $0.key < $1.key }) where !gone.contains(name) {
      files.append((name, try EntryFile.bytes(of: Entry.chronology(entries))))
    }
    files.append((Self.sealsName, try SealLine.bytes(db)))
    files.append((Self.journalName, try JournalFileLine.bytes(Journal.all(db))))
    if !erased.isEmpty {
      files.append((Self.tombstonesName, try TombstoneLine.bytes(Tombstones.lines(db))))
    }
    try stage(files, removing: gone)
  }

  /// Only an id of ours names a file: anything else stands in the service's.
  private func file(of home: ID?) -> String {
    guard let home, case .whole(let id) = ID.typed(home.text), id == home else {
      return Self.serviceName
    }
    return "\(home.text).jsonl"
  }

  private func stage(_ files: [(String, [UInt8])], removing gone: [String] = []) throws {
    try Staging(path).commit(files, removing: gone)
  }

  func logAccess(_ line: AccessLine) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try Staging.append([UInt8](try encoder.encode(line)) + [10], to: "\(path)/\(Self.accessName)")
  }
}

/// Held from opening to the end of the command.
private final class FolderLock {
  private let file: Int32

  init(_ path: String, wait: TimeInterval) throws {
    file = Glibc.open(
      "\(path)/\(Folder.lockName)", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Store.creationProblem(path, errno) }
    let step = 0.02
    var waited = 0.0
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard waited < wait else { throw busy(path) }
      usleep(UInt32(step * 1_000_000))
      waited += step
    }
  }

  private func busy(_ path: String) -> Problem {
    Problem(
      "store-busy", .busy, at: Place(file: path), "somebody else is using the folder",
      cure: "Try again, or give a longer --wait.")
  }

  deinit { close(file) }
}
