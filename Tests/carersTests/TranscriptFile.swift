import Foundation
import TestSupport
import Testing

/// A transcript on disk. With `CARERS_RECORD=1` it is written anew, to be reviewed as a diff.
struct TranscriptFile: Sendable, CustomTestStringConvertible {
  let path: String
  /// Played with a folder wherever it says `NAME.sqlite`, and expected to go the same.
  var inFolder = false

  var testDescription: String {
    (path as NSString).lastPathComponent + (inFolder ? " in a folder" : "")
  }

  private static let root = Checkout.root.path

  /// `Tests/carersTests/Transcripts/` and `Examples/`, and all below them, each in SQLite and, where
  /// it does not begin with `# SQLite only`, in a folder; and the README.
  static var all: [TranscriptFile] {
    let paths = ["Tests/carersTests/Transcripts", "Examples"].flatMap { folder in
      (FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.allObjects ?? [])
        .compactMap { $0 as? String }.filter { $0.hasSuffix(".test") }.sorted()
        .map { "\(root)/\(folder)/\($0)" }
    }
    let both = paths.filter {
      let text = (try? String(contentsOfFile: $0, encoding: .utf8)) ?? ""
      return text.contains(".sqlite") && !text.hasPrefix("# SQLite only")
    }
    let all =
      (paths + ["\(root)/README.md"]).map { TranscriptFile(path: $0) }
      + both.map { TranscriptFile(path: $0, inFolder: true) }
    let only = ProcessInfo.processInfo.environment["CARERS_SESSION"]
    return only.map { name in all.filter { $0.testDescription.hasPrefix(name) } } ?? all
  }

  /// The README tells of the first day, so it has that day's files.
  private var source: String {
    isMarkdown
      ? "\(Self.root)/Examples/first-day" : (path as NSString).deletingLastPathComponent
  }

  private var isMarkdown: Bool { path.hasSuffix(".md") }

  /// `leeds/` is played where `leeds.sqlite` is written.
  private func inFolders(_ text: String, _ play: (String) throws -> String) rethrows -> String {
    let names = Set(text.matches(of: /[a-z-]+\.sqlite/).map { String($0.output) })
    let folders = names.map { ($0, $0.dropLast(7) + "/") }
    let played = try play(folders.reduce(text) { $0.replacing($1.0, with: $1.1) })
    return folders.reduce(played) { $0.replacing($1.1, with: $1.0) }
  }

  /// Nil where the session goes as it is written.
  func failure(
    _ main: @escaping CarersMain,
    records: Bool = ProcessInfo.processInfo.environment["CARERS_RECORD"] == "1"
  ) throws -> String? {
    let written = try String(contentsOfFile: path, encoding: .utf8)
    let session = try TranscriptSession(beside: source, main)
    let actual =
      if isMarkdown {
        try session.play(readme: written)
      } else if inFolder {
        try inFolders(written) { try session.play($0) }
      } else {
        try session.play(written)
      }
    guard session.leftovers.isEmpty else { return "left behind: \(session.leftovers)" }
    if actual == written { return nil }
    if records, !inFolder {
      try actual.write(toFile: path, atomically: true, encoding: .utf8)
      return nil
    }
    if TranscriptIDs.numbered(actual) == TranscriptIDs.numbered(written) { return nil }
    return "\(path)\n" + difference(written, actual)
  }
}
