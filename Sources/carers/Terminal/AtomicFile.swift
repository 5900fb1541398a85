import Foundation
import YoungCarers

/// A file that is there whole or not at all: written beside its place, synced, renamed into it.
/// Without `commit` nothing is left. What is not a regular file (`/dev/null`, a FIFO) and `-` are
/// written straight.
final class AtomicFile {
  let output: Output
  private let name: String
  private let path: String
  private var beside: String?
  private var slot: Int?

  /// Throws 73 where it cannot be made.
  init(_ name: String, mode: mode_t = 0o600, _ world: World) throws {
    self.name = name
    path = world.path(name)
    if name == "-" {
      output = Output(world.stdout)
    } else if let number = try AtomicFile.special(path, name) {
      output = Output(Descriptor(number, isTerminal: false), name: name, isOwned: true)
    } else {
      let (number, temporary) = try Output.temporary(in: AtomicFile.folder(of: path), for: name)
      beside = temporary
      slot = Leftovers.watch(temporary)
      output = Output(Descriptor(number, isTerminal: false), name: name, isOwned: true)
      guard fchmod(number, mode) == 0 else { throw Problem.system(errno, .creating, name) }
    }
  }

  deinit { discard() }

  /// Everything is on the disk, and only the renaming is left: for what is to be in a file before
  /// something else is done. Standard output waits for `commit`.
  func prepare() throws {
    if beside != nil { try output.synchronise() } else if name != "-" { try output.flush() }
  }

  func commit() throws {
    guard let beside else { return try output.finish() }
    try output.synchronise()
    guard rename(beside, path) == 0 else { throw Problem.system(errno, .creating, name) }
    self.beside = nil
    Leftovers.forget(slot)
    try synchroniseFolder()
  }

  func discard() {
    guard let beside else { return }
    unlink(beside)
    self.beside = nil
    Leftovers.forget(slot)
  }

  private func synchroniseFolder() throws {
    let number = open(AtomicFile.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw Problem.system(errno, .writing, name) }
    try Output(Descriptor(number, isTerminal: false), name: name, isOwned: true).synchronise()
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// An open descriptor where something that is not a regular file stands in that place.
  private static func special(_ path: String, _ name: String) throws -> Int32? {
    var state = stat()
    guard stat(path, &state) == 0, state.st_mode & S_IFMT != S_IFREG else { return nil }
    let number = open(path, O_WRONLY | O_CLOEXEC)
    guard number >= 0 else { throw Problem.system(errno, .creating, name) }
    return number
  }
}
