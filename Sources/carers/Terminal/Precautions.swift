import Foundation
import Synchronization

/// What a program that holds children's records does before anything else.
enum Precautions {
  static func take() {
    umask(0o077)
    keepMemoryPrivate()
    holdStandardStreams()
    // A reader that goes away is told by `write(2)`, also where the parent ignored the signal.
    signal(SIGPIPE, SIG_IGN)
    // A thread of libdispatch asks for a priority that only root is given, and tells the system's log of
    // it: who runs reports by the clock would be told where all is well.
    setenv("LIBDISPATCH_LOG", "NO", 0)
    Leftovers.removeWhenInterrupted()
  }

  /// No core dump and no debugger: both hold names.
  private static func keepMemoryPrivate() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(coreLimit, &none)
    #if os(Linux)
      // `prctl` is variadic, so Swift does not import it.
      typealias Control = @convention(c) (CInt, CUnsignedLong) -> CInt
      if let found = dlsym(nil, "prctl") {
        _ = unsafeBitCast(found, to: Control.self)(setDumpable, 0)
      }
    #endif
  }

  #if os(Linux)
    private static let coreLimit = __rlimit_resource_t(RLIMIT_CORE.rawValue)
    /// `PR_SET_DUMPABLE`.
    private static let setDumpable: CInt = 4
  #else
    private static let coreLimit = RLIMIT_CORE
  #endif

  /// A stream that came closed would be the next file opened, and data would be written into that.
  /// It is held open the wrong way round, so that using it still fails.
  private static func holdStandardStreams() {
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) == -1 {
      let held = open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY)
      if held != number, held >= 0 { close(held) }
    }
  }
}

/// Files that are not finished: an interrupted program takes them away before it ends as the signal
/// says (130, 143). Only `kill -9` and a power cut leave one, with mode 0600.
enum Leftovers {
  private static let count = 64
  /// Read by the signal handler, so plain memory; its strings are never freed.
  nonisolated(unsafe) private static let paths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> =
    {
      let slots = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: count)
      slots.initialize(repeating: nil, count: count)
      return slots
    }()
  private static let lock = Mutex(())

  /// The slot to give back to `forget`; nil where there are too many to watch.
  static func watch(_ path: String) -> Int? {
    lock.withLock { _ in
      guard let slot = (0..<count).first(where: { paths[$0] == nil }) else { return nil }
      paths[slot] = strdup(path)
      return slot
    }
  }

  static func forget(_ slot: Int?) {
    guard let slot else { return }
    lock.withLock { _ in paths[slot] = nil }
  }

  /// A signal that the parent ignores (`nohup`) stays ignored.
  static func removeWhenInterrupted() {
    _ = paths
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let before = signal(number) { number in
        Leftovers.unlinkAll()
        signal(number, SIG_DFL)
        raise(number)
      }
      if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }

  private static func unlinkAll() {
    for slot in 0..<count {
      if let path = paths[slot] { unlink(path) }
    }
  }
}
