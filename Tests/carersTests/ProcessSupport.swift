import Foundation
import TestSupport
import Testing

/// The built program, as a process of its own: only for what needs one.
enum Built {
  /// Beside the tests, or where `CARERS_BINARY` says.
  static let path: String? = {
    let named = ProcessInfo.processInfo.environment["CARERS_BINARY"]
    let beside = [CommandLine.arguments[0], Bundle.main.executablePath ?? ""].map {
      URL(filePath: $0).deletingLastPathComponent().appending(path: "carers").path
    }
    return ([named].compactMap { $0 } + beside).first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }()

  static let isThere = path != nil
  /// `CARERS_FAULTS=long` plays more rounds.
  static let isLong = ProcessInfo.processInfo.environment["CARERS_FAULTS"] == "long"
  static let isRoot = geteuid() == 0

  static func has(_ tool: String) -> Bool {
    ["/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + tool)
    }
  }

  /// Mounts a disk of a mebibyte where the next word says.
  static let mount = "mount -t tmpfs -o size=2m,mode=700 none"
  static let canMount = isRoot && does("mkdir d && \(mount) d && umount d")
  static let canTrace = has("strace") && does("strace -f -o trace -e trace=write true")

  private static func does(_ script: String) -> Bool {
    isThere && (try? Bench().status(script)) == 0
  }
}

struct Ended: Equatable {
  /// 128 and the signal's number where a signal ended it.
  var status: Int32
  var out: String
  var err: String
}

/// A folder in which shell scripts run the program as `$carers`, with next to no environment.
final class Bench {
  let scratch = Scratch()
  var folder: String { scratch.path }

  init() throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/tmp", withIntermediateDirectories: true)
  }

  /// With no signal blocked or ignored, whatever the tests' own process does with them.
  func start(_ script: String) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    let words = ["/bin/sh", "-c", "cd '\(folder)'; exec >.out 2>.err </dev/null\n" + script]
    let settings = [
      "PATH=/usr/bin:/bin:/usr/sbin:/sbin", "HOME=\(folder)", "TMPDIR=\(folder)/tmp",
      "carers=\(Built.path ?? "")",
    ]
    let arguments = words.map { strdup($0) } + [nil]
    let environment = settings.map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var child = pid_t()
    let failure = posix_spawn(&child, "/bin/sh", nil, &attributes, arguments, environment)
    guard failure == 0 else { throw POSIXError(.init(rawValue: failure) ?? .EAGAIN) }
    return child
  }

  func ended(_ child: pid_t) -> Ended {
    var state: Int32 = 0
    while waitpid(child, &state, 0) < 0, errno == EINTR {}
    let signal = state & 0x7F
    return Ended(
      status: signal == 0 ? state >> 8 & 0xFF : 128 + signal, out: scratch.text(".out"),
      err: scratch.text(".err"))
  }

  @discardableResult
  func run(_ script: String) throws -> Ended { ended(try start(script)) }

  func status(_ script: String) throws -> Int32 { try run(script).status }

  /// A school's sheet: children who are nobody else, each in a house of their own.
  func sheet(_ name: String, rows: Int) {
    var generator = Seeded(7)
    func word() -> String {
      (0..<4).map { _ in
        let letters = (Array("bdfgklmnprst"), Array("aeiou"))
        return String(letters.0.randomElement(using: &generator) ?? "b")
          + String(letters.1.randomElement(using: &generator) ?? "a")
      }.joined().capitalized
    }
    var text = "referral_id,first_name,last_name,dob,address,postcode\n"
    for row in 0..<rows {
      let letter = Unicode.Scalar(UInt8(65 + row % 26))
      text += "\(row),\(word()),\(word()),\(13 + row % 15)/0\(1 + row % 9)/20\(10 + row % 7),"
      text += "\(row) Oak Road,LS\(1 + row / 26 % 90) \(row % 10)A\(letter)\n"
    }
    scratch.put(text, in: name)
  }

  /// How many referrals the store has.
  func referrals(_ store: String = "s.sqlite") throws -> Int {
    let counted = try run(
      "\"$carers\" export --store \(store) | grep -c '\"record\":\"referral\"'")
    return Int(counted.out.trimmingCharacters(in: .whitespacesAndNewlines)) ?? -1
  }

  /// What the folder holds beside what a script's own streams leave.
  var left: [String] { scratch.names.filter { ![".out", ".err", "tmp"].contains($0) } }
}
