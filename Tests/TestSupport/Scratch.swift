import Foundation

/// A folder that goes when it is let go.
public final class Scratch: Sendable {
  public let path: String

  public init() {
    var name = Array("\(NSTemporaryDirectory())/carers-test-XXXXXX".utf8CString)
    path = mkdtemp(&name).map { String(cString: $0) } ?? ""
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
