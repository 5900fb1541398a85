import Foundation
import Testing

/// A transcript on disk. With `CARERS_RECORD=1` it is written anew, to be reviewed as a diff.
struct TranscriptFile: Sendable, CustomTestStringConvertible {
  let path: String

  var testDescription: String { (path as NSString).lastPathComponent }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// `Tests/carersTests/Transcripts/` and `Examples/`, and all below them.
  static var all: [TranscriptFile] {
    ["Tests/carersTests/Transcripts", "Examples"].flatMap { folder in
      (FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.allObjects ?? [])
        .compactMap { $0 as? String }.filter { $0.hasSuffix(".test") }.sorted()
        .map { TranscriptFile(path: "\(root)/\(folder)/\($0)") }
    }
  }

  /// Nil where the session goes as it is written.
  func failure(
    _ main: @escaping CarersMain,
    records: Bool = ProcessInfo.processInfo.environment["CARERS_RECORD"] == "1"
  ) throws -> String? {
    let written = try String(contentsOfFile: path, encoding: .utf8)
    let session = try TranscriptSession(
      beside: (path as NSString).deletingLastPathComponent, main)
    let actual = try session.play(written)
    guard session.leftovers.isEmpty else { return "left behind: \(session.leftovers)" }
    if actual == written { return nil }
    if records {
      try actual.write(toFile: path, atomically: true, encoding: .utf8)
      return nil
    }
    return "\(path)\n" + difference(written, actual)
  }
}
