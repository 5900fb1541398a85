import Foundation
import YoungCarers

/// Several files changed as one. Each is written and synced under `.staged`; then `commit.json`, which
/// names them, is renamed in: that is the commit. Then each is renamed into its place. Files that go are
/// named too, behind a `-`.
struct Staging {
  let folder: String

  init(_ folder: String) { self.folder = folder }

  static let name = ".staged"

  private var staged: String { "\(folder)/\(Self.name)" }
  private var manifest: String { "\(folder)/commit.json" }

  func commit(_ files: [(name: String, bytes: [UInt8])], removing gone: [String] = []) throws {
    try discard()
    guard mkdir(staged, 0o700) == 0 else { throw failure(staged) }
    for file in files { try Self.write(file.bytes, to: "\(staged)/\(file.name)") }
    let names = (files.map(\.name) + gone.map { "-" + $0 }).map { "\"\($0)\"" }
      .joined(separator: ",")
    try Self.write(Array("[\(names)]\n".utf8), to: "\(staged)/commit.json")
    try Self.sync(staged)
    guard rename("\(staged)/commit.json", manifest) == 0 else { throw failure(manifest) }
    do {
      try Self.sync(folder)
      try complete()
    } catch {
      throw Problem(
        "folder-unfinished", .inputOutput, at: Place(file: folder),
        "what was written is kept, but could not be put in its place",
        cure: "The next command on the folder does that first.")
    }
  }

  /// Finishes a commit that was cut off, or throws away one that never was.
  func complete() throws {
    guard let data = FileManager.default.contents(atPath: manifest) else { return try discard() }
    guard let names = try? JSONDecoder().decode([String].self, from: data),
      names.allSatisfy({ !$0.contains("/") })
    else {
      throw Problem(
        "folder-manifest", .data, at: Place(file: manifest), "names no files that were staged",
        cure: "Nothing was changed. Keep the folder for study, and restore a backup.")
    }
    for name in names where name.hasPrefix("-") {
      let path = "\(folder)/\(name.dropFirst())"
      guard unlink(path) == 0 || errno == ENOENT else { throw failure(path) }
    }
    for name in names where access("\(staged)/\(name)", F_OK) == 0 {
      guard rename("\(staged)/\(name)", "\(folder)/\(name)") == 0 else { throw failure(name) }
    }
    try Self.sync(folder)
    guard unlink(manifest) == 0 else { throw failure(manifest) }
    try discard()
    try Self.sync(folder)
  }

  private func discard() throws {
    guard access(staged, F_OK) == 0 else { return }
    for name in try FileManager.default.contentsOfDirectory(atPath: staged) {
      guard unlink("\(staged)/\(name)") == 0 else { throw failure(name) }
    }
    guard rmdir(staged) == 0 else { throw failure(staged) }
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    try put(bytes, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC)
  }

  static func append(_ bytes: [UInt8], to path: String) throws {
    try put(bytes, path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC)
  }

  private static func put(_ bytes: [UInt8], _ path: String, _ flags: Int32) throws {
    let file = open(path, flags, 0o600)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      done += count
    }
    guard fsync(file) == 0 else { throw failure(path) }
  }

  static func sync(_ path: String) throws {
    let file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure(path) }
  }

  private func failure(_ path: String) -> Problem { Self.failure(path) }

  private static func failure(_ path: String) -> Problem {
    let code = errno
    let full = code == ENOSPC || code == EDQUOT
    return Problem(
      full ? "disk-full" : "folder-write",
      [EACCES, EPERM, EROFS].contains(code) ? .cannotCreate : .inputOutput, at: Place(file: path),
      full
        ? "the disk is full: nothing was kept"
        : "cannot be written (system error \(Int(code))): nothing was kept")
  }
}
