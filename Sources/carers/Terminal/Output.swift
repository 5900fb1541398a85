import Foundation
import YoungCarers

/// Bytes out, by `write(2)`, each return looked at. Nothing is written by itself at the end: call
/// `finish`, whose error is the command's.
final class Output {
  let descriptor: Descriptor
  private let name: String
  private let isOwned: Bool
  private var buffer: [UInt8] = []
  private static let capacity = 1 << 16

  init(_ descriptor: Descriptor, name: String = "standard output", isOwned: Bool = false) {
    self.descriptor = descriptor
    self.name = name
    self.isOwned = isOwned
  }

  /// A file of mode 0600 that has no name, in a folder.
  static func unnamed(in folder: String) throws -> Output {
    let (number, path) = try temporary(in: folder, for: folder)
    unlink(path)
    return Output(Descriptor(number, isTerminal: false), name: folder, isOwned: true)
  }

  /// A new file of mode 0600, and where it is; `name` is what an error is about.
  static func temporary(in folder: String, for name: String) throws -> (Int32, String) {
    var path = Array("\(folder)/.carers-XXXXXX".utf8CString)
    let number = mkstemp(&path)
    guard number >= 0 else { throw Problem.system(errno, .creating, name) }
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    return (number, String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  deinit { if isOwned { close(descriptor.number) } }

  func write(_ text: String) throws { try write(text.utf8) }

  func write(_ bytes: some Sequence<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Output.capacity { try flush() }
  }

  /// Where it fails, what was waiting is let go: it is not tried again.
  func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    try buffer.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let slice = UnsafeRawBufferPointer(rebasing: rest)
        let count = Foundation.write(descriptor.number, slice.baseAddress, slice.count)
        if count < 0 {
          try Wait.orThrow(errno, descriptor.number, for: POLLOUT, .writing, name)
        } else {
          rest = rest.dropFirst(count)
        }
      }
    }
  }

  /// Writes what waits, and hears what a network's file system only says on closing.
  func finish() throws {
    try flush()
    let copy = dup(descriptor.number)
    guard copy >= 0, close(copy) == 0 else { throw Problem.system(errno, .writing, name) }
  }

  /// Has the disk keep it.
  func synchronise() throws {
    try flush()
    while fsync(descriptor.number) != 0 {
      guard errno == EINTR else { throw Problem.system(errno, .writing, name) }
    }
  }
}
