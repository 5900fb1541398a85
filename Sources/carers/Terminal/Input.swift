import Foundation
import YoungCarers

/// Bytes in, by `read(2)`, each return looked at: a read error is never taken for the end.
final class Input {
  /// As people gave it: what errors call it.
  let name: String
  let number: Int32
  private let isOwned: Bool

  init(_ descriptor: Descriptor, name: String = "standard input") {
    self.name = name
    number = descriptor.number
    isOwned = false
  }

  /// Opens what a command was given; `-` is standard input. Throws 66, or 65 for a folder.
  init(opening operand: String, _ world: World) throws {
    isOwned = operand != "-"
    name = isOwned ? operand : "standard input"
    number = isOwned ? open(world.path(operand), O_RDONLY | O_CLOEXEC) : world.stdin.number
    guard number >= 0 else { throw Problem.system(errno, .opening, operand) }
  }

  deinit { if isOwned { close(number) } }

  /// Zero at the end, and only there.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try checked { Foundation.read(number, buffer.baseAddress, buffer.count) }
  }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try checked { pread(number, buffer.baseAddress, buffer.count, off_t(offset)) }
  }

  /// A line without its end, read byte by byte so that no byte after it is taken; nil at the end.
  func line() throws -> [UInt8]? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while try withUnsafeMutableBytes(of: &byte, read(into:)) == 1 {
      if byte == UInt8(ascii: "\n") { return line }
      line.append(byte)
    }
    return line.isEmpty ? nil : line
  }

  private func checked(_ call: () -> Int) throws -> Int {
    while true {
      let count = call()
      if count >= 0 { return count }
      try Wait.orThrow(errno, number, for: POLLIN, .reading, name)
    }
  }
}

/// What a failed `read(2)` or `write(2)` may still be mended by: trying again, or waiting.
enum Wait {
  static func orThrow(
    _ code: Int32, _ number: Int32, for event: Int32, _ act: Problem.Act, _ name: String
  ) throws {
    switch code {
    case EINTR: return
    case EAGAIN:
      var waiting = pollfd(fd: number, events: Int16(event), revents: 0)
      poll(&waiting, 1, -1)
    case EPIPE where act == .writing: throw ReaderGone()
    default: throw Problem.system(code, act, name)
    }
  }
}
