import Foundation
import TestSupport
import YoungCarers

@testable import carers

/// The program's entry point: arguments without the program's name, and the world it runs in.
typealias CarersMain = @Sendable ([String], inout World) -> Int32

/// One transcript being played: a folder of its own, a fixed clock, seeded chance. The process's own
/// folder and environment are never touched, so that transcripts play side by side.
final class TranscriptSession {
  var world: World
  var status: Int32 = 0
  private let scratch: Scratch
  let folder: String
  /// `terminal 80` sits somebody at a terminal; what is neither piped nor redirected is theirs.
  var atTerminal = false
  /// What is written looks as on a screen, without marks and statuses: for the README.
  private var isPlain = false
  private let main: CarersMain

  /// Takes copies of the files beside the transcript.
  init(beside source: String?, _ main: @escaping CarersMain) throws {
    self.main = main
    scratch = Scratch()
    folder = scratch.path
    let files = FileManager.default
    for name in ["home", "tmp"] {
      try files.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: false)
    }
    if let source {
      for name in try files.contentsOfDirectory(atPath: source) where !name.hasSuffix(".test") {
        try files.copyItem(atPath: "\(source)/\(name)", toPath: "\(folder)/home/\(name)")
      }
    }
    world = .fixed(home: "\(folder)/home", temporary: "\(folder)/tmp")
  }

  /// The same text, with what really came out below each command.
  func play(_ text: String) throws -> String {
    var transcript = Transcript(text)
    try play(&transcript)
    return transcript.text
  }

  /// The ```` ```console ```` blocks of a text, at a terminal without colour.
  func play(readme text: String) throws -> String {
    (isPlain, atTerminal, world.width) = (true, true, 100)
    world.environment["NO_COLOR"] = "1"
    var transcript = Transcript(text, isMarkdown: true)
    try play(&transcript)
    return transcript.text
  }

  private func play(_ transcript: inout Transcript) throws {
    var drawn: [String: String] = [:]
    transcript.parts = try transcript.parts.map { part in
      guard case .command(let written, let expected, let blanks) = part else { return part }
      let lines = written.map { TranscriptIDs.renamed($0, drawn) }
      let output = try run(lines)
      let old = TranscriptIDs.all(in: expected.joined(separator: "\n"))
      let new = TranscriptIDs.all(in: output.joined(separator: "\n"))
      if old.count == new.count { drawn.merge(zip(old, new)) { first, _ in first } }
      return .command(lines, output: output, blanks: blanks)
    }
  }

  /// Names of temporary files that nobody took away.
  var leftovers: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/tmp")) ?? []).sorted()
  }

  private func run(_ lines: [String]) throws -> [String] {
    let out = try File.temporary(folder)
    let streams = (out: out, errors: isPlain ? out : try File.temporary(folder))
    for pipeline in try ShellLine(lines).pipelines {
      if pipeline.join == .and && status != 0 || pipeline.join == .or && status == 0 { continue }
      var input: File?
      for (index, stage) in pipeline.stages.enumerated() {
        let isLast = index == pipeline.stages.count - 1
        let output = isLast ? streams.out : try File.temporary(folder)
        try run(stage, input, output, streams.errors, outIsFree: isLast)
        input = isLast ? nil : output
      }
    }
    defer { status = 0 }
    return isPlain
      ? Transcript.screen(bare(out.bytes))
      : Transcript.output(bare(out.bytes), bare(streams.errors.bytes), status)
  }

  private func run(
    _ stage: ShellLine.Stage, _ piped: File?, _ out: File, _ errors: File, outIsFree: Bool
  ) throws {
    var streams = (input: piped, out: out, errors: errors)
    var typed = piped == nil
    for redirection in stage.redirections {
      switch redirection {
      case .input(let word):
        streams.input = try File(world.path(expanded(word)), O_RDONLY)
        typed = false
      case .output(let word, let appends):
        let flags = O_WRONLY | O_CREAT | (appends ? O_APPEND : O_TRUNC)
        streams.out = try File(world.path(expanded(word)), flags)
      case .errors(let word):
        streams.errors = try File(world.path(expanded(word)), O_WRONLY | O_CREAT | O_TRUNC)
      case .errorsToOutput: streams.errors = streams.out
      case .typed(let text): streams.input = try File.temporary(folder, holding: Array(text.utf8))
      }
    }
    let input = try streams.input ?? File.temporary(folder)
    input.rewind()
    let words = stage.words.map(expanded)
    let settings = Array(words.prefix { $0.wholeMatch(of: /[A-Z_]+=(?s:.*)/) != nil })
    let command = Array(words.dropFirst(settings.count))
    let before = world.environment
    set(settings)
    guard let name = command.first else {
      status = 0
      return
    }
    defer { if !settings.isEmpty { world.environment = before } }
    if name == "carers" {
      world.stdin = Descriptor(input.number, isTerminal: atTerminal && typed)
      world.stdout = Descriptor(
        streams.out.number, isTerminal: atTerminal && outIsFree && streams.out === out)
      world.stderr = Descriptor(
        streams.errors.number, isTerminal: atTerminal && streams.errors === errors)
      status = main(Array(command.dropFirst()), &world)
    } else {
      let written = try builtIn(name, Array(command.dropFirst()), input.bytes)
      try streams.out.write(written.out)
      try streams.errors.write(Array(written.errors.utf8))
      status = written.status
    }
  }

  func set(_ settings: [String]) {
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      world.environment[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
    }
  }

  private func expanded(_ word: ShellLine.Word) -> String {
    word.map { piece in
      switch piece {
      case .text(let text): text
      case .variable("?"): String(status)
      case .variable(let name): world.environment[name] ?? ""
      }
    }.joined()
  }

  /// The session's folder is called `~`: it has another name each time.
  private func bare(_ bytes: [UInt8]) -> [UInt8] {
    guard let text = String(validating: bytes, as: UTF8.self) else { return bytes }
    return Array(text.replacingOccurrences(of: "\(folder)/home", with: "~").utf8)
  }
}
