import Foundation
import TestSupport
import YoungCarers

@testable import carers

/// A world whose streams are files in a scratch folder.
extension Scratch {
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  func bytes(_ name: String) -> [UInt8] {
    FileManager.default.contents(atPath: "\(path)/\(name)").map { [UInt8]($0) } ?? []
  }

  func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

  func put(_ text: String, in name: String) {
    _ = FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(text.utf8))
  }

  /// What was written is read back with `text("out")` and `text("err")`.
  func world(input: String = "", terminal: Bool = false, width: Int = 80) -> World {
    put(input, in: "in")
    func stream(_ name: String, _ flags: Int32) -> Descriptor {
      Descriptor(open("\(path)/\(name)", flags, 0o600), isTerminal: terminal)
    }
    return World(
      stdin: stream("in", O_RDONLY), stdout: stream("out", O_WRONLY | O_CREAT | O_TRUNC),
      stderr: stream("err", O_WRONLY | O_CREAT | O_TRUNC), environment: ["TMPDIR": path],
      clock: { Instant(microseconds: 0) }, stopwatch: { 0 },
      generator: SystemRandomNumberGenerator(),
      user: User(uid: 1000, account: "test", host: "host"), directory: path, width: width)
  }
}

/// Both ends of a pipe.
func makePipe() -> (reading: Int32, writing: Int32) {
  var ends: [Int32] = [0, 0]
  _ = pipe(&ends)
  return (ends[0], ends[1])
}
