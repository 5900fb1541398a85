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

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return path.hasSuffix("/") || (stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR)
  }

  static func create(_ given: String, _ settings: Settings) throws {
    let path = trimmed(given)
    guard mkdir(path, 0o700) == 0 else { throw Store.creationProblem(path, errno) }
    let folder = Folder(path: path, lock: try FolderLock(path, wait: 0))
    try folder.stage([
      (settingsName, try FolderFile(settings.values).bytes),
      (serviceName, try EntryFile.bytes(of: [])), (journalName, []), (sealsName, []),
      (accessName, []),
    ])
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
    let folder = Folder(path: path, lock: try FolderLock(path, wait: wait))
    try Staging(path).complete()
    let settings = Settings(try FolderFile(reading: folder.bytes(settingsName)).values)
    let queue = try Opening.queue(path: "", wait: 0)
    try queue.writeWithoutTransaction { db in
      try Schema.create(db)
      try db.inTransaction(.deferred) {
        try folder.load(db)
        return .commit
      }
    }
    return Store(home: .folder(given), queue: queue, folder: folder, settings: settings)
  }

  private func load(_ db: GRDB.Database) throws {
    let act = Act(
      actor: Actor(account: "", claim: nil, host: ""), command: "", today: Day(number: 0),
      clock: { Instant(microseconds: 0) }, source: RandomSource { 0 })
    let writer = Writer(db, act: act, sealed: false, after: 0)
    let seals = try SealLine.read(bytes(Self.sealsName), path: path)
    var next = (seals.values.map(\.seq).max() ?? 0) + 1
    for name in try entryFiles() {
      try EntryFile.read(bytes(name), named: "\(path)/\(name)") { entry in
        let seal = seals[entry.id.text]
        try writer.restore(
          Stored(seq: seal?.seq ?? next, entry: entry, seal: seal.map { Hex.bytes($0.seal) }))
        if seal == nil { next += 1 }
      }
    }
    for line in try JournalFileLine.read(bytes(Self.journalName), path: path) {
      try Journal.insert(line, db)
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

  /// Writes the files of the families that the command touched, and the journal's.
  func commit(_ db: GRDB.Database, _ written: ClosedRange<Int64>) throws {
    let touched = Set(try Reader(db).stored(in: written).map { file(of: $0.entry) })
    var files: [(String, [UInt8])] = []
    for name in touched.sorted() {
      files.append((name, try EntryFile.bytes(of: entries(db, in: name))))
    }
    files.append((Self.sealsName, try SealLine.bytes(db)))
    files.append((Self.journalName, try JournalFileLine.bytes(Journal.all(db))))
    try stage(files)
  }

  /// Only an id of ours names a file: anything else stands in the service's.
  private func file(of entry: Entry) -> String {
    guard let family = entry.header.family, case .whole(let id) = ID.typed(family.text),
      id == family
    else { return Self.serviceName }
    return "\(family.text).jsonl"
  }

  private func entries(_ db: GRDB.Database, in name: String) throws -> [Entry] {
    let reader = Reader(db)
    let found =
      name == Self.serviceName
      ? try reader.stored().map(\.entry) : try reader.filed(under: ID(String(name.dropLast(6))))
    return found.filter { file(of: $0) == name }.sorted(by: Entry.precedes)
  }

  private func stage(_ files: [(String, [UInt8])]) throws { try Staging(path).commit(files) }

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
    file = Glibc.open("\(path)/.lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Store.creationProblem(path, errno) }
    let step = 0.02
    for _ in 0...Int(wait / step) {
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return }
      usleep(UInt32(step * 1_000_000))
    }
    close(file)
    throw Problem(
      "store-busy", .busy, at: Place(file: path), "somebody else is using the folder",
      cure: "Try again, or give a longer --wait.")
  }

  deinit { close(file) }
}
