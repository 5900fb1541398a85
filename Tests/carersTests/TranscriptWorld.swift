import Foundation
import Synchronization
import TestSupport
import YoungCarers

@testable import carers

extension World {
  /// 2026-11-22T09:00:00Z and a microsecond more at each reading, chance from a seed, somebody with
  /// uid 1000.
  static func fixed(home: String, temporary: String) -> World {
    let clock = FixedClock()
    let closed = Descriptor(-1, isTerminal: false)
    return World(
      stdin: closed, stdout: closed, stderr: closed,
      environment: ["HOME": home, "TMPDIR": temporary, "TERM": "xterm"],
      clock: { clock.next() }, stopwatch: { 0 }, generator: SharedGenerator(seed: 1),
      user: User(uid: 1000, account: "test", host: "host"), directory: home, width: 80)
  }
}

/// The session's day, a microsecond more at each reading.
final class FixedClock: Sendable {
  private let now = Mutex(Instant("2026-11-22T09:00:00Z")?.microseconds ?? 0)

  func next() -> Instant {
    now.withLock {
      $0 += 1
      return Instant(microseconds: $0 - 1)
    }
  }
}

/// Copies of it draw from one row of numbers, so that no two commands of a session draw the same.
final class SharedGenerator: RandomNumberGenerator, Sendable {
  private let generator: Mutex<Seeded>

  init(seed: UInt64) { generator = Mutex(Seeded(seed)) }

  func next() -> UInt64 { generator.withLock { $0.next() } }
}

/// An open file of a session.
final class File {
  let number: Int32

  init(_ path: String, _ flags: Int32) throws {
    number = open(path, flags | O_CLOEXEC, 0o644)
    guard number >= 0 else { throw Problem.system(errno, .opening, path) }
  }

  private init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// Without a name, for reading and writing.
  static func temporary(_ folder: String, holding bytes: [UInt8] = []) throws -> File {
    let (number, path) = try Output.temporary(in: folder, for: folder)
    unlink(path)
    let file = File(number)
    try file.write(bytes)
    return file
  }

  func rewind() { lseek(number, 0, SEEK_SET) }

  func write(_ bytes: [UInt8]) throws {
    let output = Output(Descriptor(number, isTerminal: false), name: "a stream")
    try output.write(bytes)
    try output.finish()
  }

  /// All of it, from the beginning; none where it is only written to.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = pread(number, &chunk, chunk.count, off_t(bytes.count)), count > 0 {
      bytes += chunk.prefix(count)
    }
    return bytes
  }
}
