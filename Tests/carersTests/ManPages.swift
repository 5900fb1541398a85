import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import carers

/// A page of the manual as its source.
struct ManPage: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String

  static let folder = Checkout.root.appending(path: "man")

  static let all: [ManPage] = {
    ManPageParts.recorded
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      return text.map { ManPage(name: name, text: $0) }
    }
  }()

  static func named(_ name: String) -> ManPage? { all.first { $0.name == name } }

  var testDescription: String { name }
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// What stands below a heading, up to the next of its rank or above.
  func section(_ heading: String) -> [Substring] {
    let below = lines.drop { $0 != heading }.dropFirst()
    let ends = heading.hasPrefix(".Sh") ? [".Sh"] : [".Sh", ".Ss"]
    return Array(below.prefix { line in !ends.contains { line.hasPrefix($0) } })
  }

  /// The commands of EXAMPLES, each with the lines that continue it.
  var examples: [[String]] {
    var examples: [[String]] = []
    var isLiteral = false
    var continues = false
    for line in section(".Sh EXAMPLES") {
      if line.hasPrefix(".Bd -literal") { isLiteral = true }
      if line == ".Ed" { isLiteral = false }
      guard isLiteral, !line.hasPrefix(".") else { continue }
      let text = String(line).replacing("\\e", with: "\\")
      if continues { examples[examples.count - 1].append(text) } else { examples.append([text]) }
      continues = text.hasSuffix("\\")
    }
    return examples.filter { $0[0].contains("carers ") }
  }

  static func options(in lines: some Sequence<Substring>) -> Set<String> {
    Set(lines.flatMap { $0.matches(of: /Fl (?:Fl )?([a-z][a-z-]*)/).map { String($0.1) } })
  }
}

/// A command as the parser itself describes it.
struct DescribedCommand: CustomTestStringConvertible, Sendable {
  let path: [String]
  let options: Set<String>
  let discussion: String
  let isLeaf: Bool

  var words: String { (["carers"] + path).joined(separator: " ") }
  var testDescription: String { words }

  /// The page of its own, or its section in the page of a command above it.
  var documentation: [Substring]? {
    if let page = ManPage.named((["carers"] + path).joined(separator: "-") + ".1") {
      return page.lines
    }
    let above = (1..<max(path.count, 1)).reversed().lazy.compactMap { count in
      ManPage.named((["carers"] + path.prefix(count)).joined(separator: "-") + ".1")
    }
    return above.first?.section(".Ss \(words)").nilIfEmpty
  }

  /// The options documented as its own.
  var documented: Set<String> {
    ManPage.options(in: (documentation ?? []).filter { $0.hasPrefix(".It") })
  }

  /// Those that its page documents once, below OPTIONS and FORMS, for several of its commands.
  var shared: Set<String> {
    let page = ManPage.named("carers-\(path.first ?? "").1")
    let sections = [".Sh OPTIONS", ".Sh FORMS"].flatMap { page?.section($0) ?? [] }
    return ManPage.options(in: sections.filter { $0.hasPrefix(".It") })
  }

  private struct Dump: Decodable {
    struct Command: Decodable {
      struct Argument: Decodable {
        struct Name: Decodable { var name: String }
        var names: [Name]?
      }
      var commandName: String
      var discussion: String?
      var arguments: [Argument]?
      var subcommands: [Command]?
    }
    var command: Command
  }

  /// Every command but the parser's own `help`, the root first.
  static let all: [DescribedCommand] = {
    do {
      _ = try Carers.parseAsRoot(["--experimental-dump-help"])
      return []
    } catch {
      let json = Data(Carers.fullMessage(for: error).utf8)
      guard let dump = try? JSONDecoder().decode(Dump.self, from: json) else { return [] }
      return commands(dump.command, path: [])
    }
  }()

  private static func commands(_ dump: Dump.Command, path: [String]) -> [DescribedCommand] {
    let names = (dump.arguments ?? []).flatMap { ($0.names ?? []).map(\.name) }
    let below = (dump.subcommands ?? []).filter { $0.commandName != "help" }
    let command = DescribedCommand(
      path: path, options: Set(names), discussion: dump.discussion ?? "", isLeaf: below.isEmpty)
    return [command] + below.flatMap { commands($0, path: path + [$0.commandName]) }
  }

  /// What every command takes; documented once, in carers(1).
  static let common = all.filter(\.isLeaf).map(\.options)
    .reduce(all.last?.options ?? []) { $0.intersection($1) }

  static let everyOption =
    all.map(\.options).reduce(into: Set<String>()) { $0.formUnion($1) }
    .union(["generate-completion-script"])
}

extension Array {
  fileprivate var nilIfEmpty: Self? { isEmpty ? nil : self }
}

/// Why a line of an example is wrong use; nil where every `carers` in it parses.
func misuse(_ lines: [String]) throws -> String? {
  for stage in try ShellLine(lines).pipelines.flatMap(\.stages) {
    let words = stage.words.map { word in
      word.map { piece in
        switch piece {
        case .text(let text): text
        case .variable(let name): name
        }
      }.joined()
    }.drop { $0.contains("=") }
    guard words.first == "carers" else { continue }
    do {
      let moved = CommonOptions.movingLeading(Array(words.dropFirst()))
      let parsed = try Carers.parseAsRoot(moved)
      if !(parsed is any Command) { return "\(words.joined(separator: " ")): no command" }
    } catch  where Carers.exitCode(for: error) != .success {
      return "\(words.joined(separator: " ")): \(Carers.message(for: error))"
    } catch {}
  }
  return nil
}

/// Runs a program of the system; its status, and what it said.
func runs(_ program: String, _ arguments: [String], input: String = "") throws -> (Int32, String) {
  let process = Process()
  let (into, out) = (Pipe(), Pipe())
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.standardInput = into
  process.standardOutput = out
  process.standardError = out
  try process.run()
  try into.fileHandleForWriting.write(contentsOf: Data(input.utf8))
  try into.fileHandleForWriting.close()
  let said = out.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: said, as: UTF8.self))
}

func isInstalled(_ program: String) -> Bool {
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { access("\($0)/\(program)", X_OK) == 0 }
}
