import Foundation
import Storage
import Synchronization
import YoungCarers

/// The outside world as one value, handed to every command: the streams, the clock, chance and who
/// is asking. Nothing else in the program looks for them, so that a test can be the world.
struct World: Sendable {
  var stdin: Descriptor
  var stdout: Descriptor
  var stderr: Descriptor
  var environment: [String: String]
  /// UTC in microseconds, later at every reading.
  var clock: @Sendable () -> Instant
  /// Microseconds since any moment: how long something takes, never when.
  var stopwatch: @Sendable () -> Int64
  var generator: any RandomNumberGenerator & Sendable
  var user: User
  /// What relative paths start from; nil for the process's own folder.
  var directory: String?
  /// The terminal's columns.
  var width: Int
  /// Keeps what the process need not close: it ends sooner than a store is closed.
  var keep: @Sendable (Store) -> Void = { _ in }

  /// A path as somebody gave it, made ready to be opened.
  func path(_ given: String) -> String {
    guard let directory, !given.hasPrefix("/") else { return given }
    return directory + "/" + given
  }
}

/// One of the three streams.
struct Descriptor: Sendable {
  var number: Int32
  var isTerminal: Bool

  init(_ number: Int32, isTerminal: Bool? = nil) {
    self.number = number
    self.isTerminal = isTerminal ?? (isatty(number) == 1)
  }
}

/// The system's user: behind `sudo`, the one who called. The uid is what counts; `account` is its
/// name, for people.
struct User: Sendable, Equatable {
  var uid: UInt32
  var account: String
  var host: String

  static func system(_ environment: [String: String]) -> User {
    let uid = environment["SUDO_UID"].flatMap { UInt32($0) } ?? getuid()
    return User(uid: uid, account: accountName(uid) ?? "uid \(uid)", host: hostName())
  }

  private static func accountName(_ uid: UInt32) -> String? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(uid, &entry, &buffer, buffer.count, &found) == 0,
      let name = found?.pointee.pw_name as UnsafeMutablePointer<CChar>?
    else { return nil }
    return String(cString: name)
  }

  private static func hostName() -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "unknown" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

extension World {
  static func system() -> World {
    let environment = ProcessInfo.processInfo.environment
    return World(
      stdin: Descriptor(0), stdout: Descriptor(1), stderr: Descriptor(2),
      environment: environment, clock: rising(), stopwatch: { read(CLOCK_MONOTONIC) },
      generator: EntropyPool(), user: .system(environment), directory: nil,
      width: terminalWidth(environment), keep: { _ = Unmanaged.passRetained($0) })
  }

  /// The time of day, and a microsecond more than last time where the clock stood still or was put
  /// back.
  private static func rising() -> @Sendable () -> Instant {
    let last = Ticker()
    return { last.next(read(CLOCK_REALTIME)) }
  }

  private final class Ticker: Sendable {
    private let last = Mutex<Int64>(.min)

    func next(_ now: Int64) -> Instant {
      last.withLock { last in
        last = now > last ? now : last + 1
        return Instant(microseconds: last)
      }
    }
  }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
  }

  private static func terminalWidth(_ environment: [String: String]) -> Int {
    var size = winsize()
    for number: Int32 in [1, 2] where ioctl(number, UInt(TIOCGWINSZ), &size) == 0 {
      if size.ws_col > 0 { return Int(size.ws_col) }
    }
    return environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
  }
}

/// The kernel's randomness, 256 bytes at a time, the most that `getentropy` gives: a call for each
/// number would cost an import a tenth.
struct EntropyPool: RandomNumberGenerator, Sendable {
  private var words: [UInt64] = []

  mutating func next() -> UInt64 {
    if words.isEmpty { words = EntropyPool.fresh() }
    return words.removeLast()
  }

  private static func fresh() -> [UInt64] {
    var words = [UInt64](repeating: 0, count: 32)
    let code = words.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { getentropy($0, bytes.count) } ?? -1
    }
    var system = SystemRandomNumberGenerator()
    return code == 0 ? words : [system.next()]
  }
}
