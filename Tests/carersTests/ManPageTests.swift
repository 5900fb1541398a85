import ArgumentParser
import Foundation
import Testing
import YoungCarers

@testable import Interchange
@testable import Storage
@testable import carers

@Suite("Manual")
struct ManPageTests {
  @Test("The parser describes its commands, and the pages are there")
  func found() {
    #expect(DescribedCommand.all.count > 15)
    #expect(ManPage.all.count > 15)
    #expect(DescribedCommand.common.isSuperset(of: ["store", "today", "help", "version"]))
    #expect(!DescribedCommand.common.contains("format"))
  }

  @Test("A command has its page, or its section in a page", arguments: DescribedCommand.all)
  func documented(command: DescribedCommand) throws {
    let text = try #require(command.documentation, "no page tells of \(command.words)")
    let isDocumented = command.documented.union(DescribedCommand.common).union(command.shared)
    let missing = command.options.subtracting(isDocumented).sorted()
    #expect(missing.isEmpty, "not documented: \(missing)")
    guard command.isLeaf else { return }
    let others = command.documented.subtracting(command.options).sorted()
    #expect(others.isEmpty, "\(command.words) has no \(others)")
    #expect(text.contains { !$0.hasPrefix(".") && $0.count > 20 })
  }

  @Test("carers(1) documents the options that all commands share, the variables and the statuses")
  func overview() throws {
    let page = try #require(ManPage.named("carers.1"))
    let common = ManPage.options(
      in: page.section(".Ss Common options").filter { $0.hasPrefix(".It") })
    #expect(common == DescribedCommand.common)
    let told = page.section(".Sh ENVIRONMENT")
    for name in Configuration.names {
      #expect(told.contains(".It Ev CARERS_\(name.uppercased())"))
    }
    let statuses = page.section(".Sh EXIT STATUS").filter { $0.hasPrefix(".It") }
    for status in (Int32(1)...255).compactMap(Problem.Status.init) {
      #expect(statuses.contains { $0.split(separator: " ").contains("\(status.rawValue)") })
    }
    for command in DescribedCommand.all where command.path.count == 1 {
      #expect(
        page.section(".Ss Commands").contains { $0 == ".It Cm \(command.path[0])" })
      #expect(page.lines.contains { $0.hasPrefix(".Xr carers-\(command.path[0]) 1") })
    }
  }

  @Test("A page names no option, page or id that is not", arguments: ManPage.all)
  func invented(page: ManPage) throws {
    let options = ManPage.options(in: page.lines).subtracting(DescribedCommand.everyOption)
    #expect(options.isEmpty, "no command has \(options.sorted())")
    for reference in page.text.matches(of: /\.Xr (carers[a-z-]*) ([0-9])/) {
      #expect(ManPage.named("\(reference.1).\(reference.2)") != nil, "\(reference.0)")
    }
    try expectIDs(in: page.text)
    #expect(page.text.utf8.allSatisfy { $0 < 128 })
    #expect(page.text.hasPrefix(".Dd November 22, 2026\n.Dt "))
    let parts = [".Sh NAME", ".Sh DESCRIPTION", ".Sh EXAMPLES", ".Sh SEE ALSO"]
    let command = [".Sh SYNOPSIS", ".Sh EXIT STATUS"]
    for part in parts + (page.name.hasSuffix(".1") ? command : []) {
      #expect(page.lines.contains(Substring(part)))
    }
  }

  @Test("mandoc finds nothing wrong", .enabled(if: isInstalled("mandoc")), arguments: ManPage.all)
  func lint(page: ManPage) throws {
    let file = ManPage.folder.appendingPathComponent(page.name).path
    let (status, said) = try runs("mandoc", ["-T", "lint", "-W", "warning", file])
    #expect(status == 0, "\(said)")
  }

  @Test("The examples of a page parse", arguments: ManPage.all)
  func examples(page: ManPage) throws {
    if page.name.hasSuffix(".1") { #expect(!page.examples.isEmpty) }
    for example in page.examples { #expect(try misuse(example) == nil) }
  }

  @Test(
    "Help begins with two to four examples that parse and fit a terminal",
    arguments: DescribedCommand.all)
  func help(command: DescribedCommand) throws {
    let lines = command.discussion.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "Examples:")
    let examples = lines.dropFirst().prefix { $0.hasPrefix("  ") }
    #expect((2...4).contains(examples.count))
    for example in examples {
      #expect(example.contains("carers") && example.count <= 80)
      #expect(try misuse([String(example)]) == nil)
    }
    #expect(!lines.dropFirst(examples.count + 1).contains { $0.hasPrefix(" ") })
    try expectIDs(in: command.discussion)
  }

  private func expectIDs(in text: String) throws {
    for found in text.matches(of: /\bY[CP]-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/) {
      #expect(ID.typed(String(found.0)) == .whole(ID(String(found.0))))
    }
  }

  @Test("carers-entries(5) documents every key of every kind", arguments: Kind.allCases)
  func entries(kind: Kind) throws {
    let page = try #require(ManPage.named("carers-entries.5"))
    let own = page.section(".Ss \(kind)").joined(separator: "\n")
    let every = page.section(".Ss Every entry").joined(separator: "\n")
    #expect(own.replacing("\n", with: " ").contains(kind.about))
    for field in kind.layout.fields {
      let item = ".It Cm \(field.name) Pq \(field.type.words)"
      let told = item + (field.isRequired ? " , required" : "") + "\n\(field.about)"
      #expect(every.contains(told) || own.contains(told), "\(told)")
    }
    let names = kind.layout.fields.map(\.name)
    for item in own.matches(of: /\.It Cm ([A-Za-z]+)/) {
      #expect(names.contains(String(item.1)), "\(kind) has no \(item.1)")
    }
  }

  @Test("carers-config(5) documents every setting of a service, its value and its source")
  func settings() throws {
    let page = try #require(ManPage.named("carers-config.5"))
    let told = page.section(".Ss Settings of the service").joined(separator: "\n")
    #expect(ManPageParts.settings.joined().contains(told) && !told.isEmpty)
  }

  @Test("carers-report(1) documents every measure")
  func measures() throws {
    let page = try #require(ManPage.named("carers-report.1"))
    let told = page.section(".Sh MEASURES").joined(separator: "\n")
    #expect(ManPageParts.measures.joined().contains(told) && !told.isEmpty)
  }

  @Test("carers-entries(5) documents the views")
  func views() throws {
    let page = try #require(ManPage.named("carers-entries.5"))
    let told = page.section(".Sh SQLITE").joined(separator: "\n")
    for view in Views.all { #expect(told.contains(".It Cm \(view.name)\n\(view.about)\n")) }
  }

  @Test("carers-conference(1) documents every rule, and its source")
  func rules() throws {
    let page = try #require(ManPage.named("carers-conference.1"))
    let told = page.section(".Sh RULES").joined(separator: "\n")
    for rule in ConferenceRule.allCases {
      #expect(
        told.contains(".It Cm \(rule.rawValue)\n\(rule.asks)\n.br\nSource: \(rule.source)."))
    }
  }

  @Test("carers-report(1) documents what may be missing, and what goes wrong without it")
  func wanted() throws {
    let page = try #require(ManPage.named("carers-report.1"))
    let told = page.section(".Ss carers report gaps").joined(separator: "\n")
    for wanted in Wanted.allCases {
      #expect(
        told.contains(".It Cm \(wanted.rawValue)\n\(wanted.words); without it \(wanted.harm).\n"))
    }
  }

  @Test("carers-csv(5) documents every field of a sheet, and its headers")
  func fields() throws {
    let page = try #require(ManPage.named("carers-csv.5"))
    let told = page.section(".Sh FIELDS").joined(separator: " ")
    for field in SheetField.allCases {
      let headers = field.aliases.joined(separator: ", ")
      let item = ".It Cm \(field.rawValue) \(field.about) .br Headers: \(headers). ."
      #expect(told.contains(item), "\(item)")
    }
    #expect(told.matches(of: /\.It Cm/).count == SheetField.allCases.count)
    let encodings = page.section(".Ss Encodings").joined(separator: " ")
    for encoding in TextEncoding.allCases { #expect(encodings.contains(encoding.rawValue)) }
  }

  @Test(
    "Each shell gets a completion script that names every command",
    arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    var script = ""
    #expect(throws: (any Error).self) {
      do {
        _ = try Carers.parseAsRoot(["--generate-completion-script", shell])
      } catch {
        script = Carers.fullMessage(for: error)
        throw error
      }
    }
    for word in DescribedCommand.all.flatMap(\.path) + ["windows-1252", "jsonl", "bolton"] {
      #expect(script.contains(word))
    }
    guard isInstalled(shell) else { return }
    let (status, said) = try runs(shell, ["-n"], input: script)
    #expect(status == 0, "\(said)")
  }

  @Test("Help that is asked for is the command's own and goes to standard output")
  func asked() throws {
    let text = """
      $ carers log --help | head -1
      OVERVIEW: Show who did what: one line a command, nothing about anybody.
      $ carers help refer same | head -1
      OVERVIEW: Decide that two people, or two cases, are one.
      $ carers refer 2>/dev/null
      ? 64
      $ carers refer quue
      ! carers: "quue" is no command of refer
      !   Did you mean queue?
      ! See carers refer --help
      ? 64
      $ carers quue 2>&1 | head -3
      carers: "quue" is no command
        Known are: refer, assess, signpost, conference, plan, review, flag, alert, consent, decide, \
      agency, contact, practitioner, offer, find, show, next, note, allocate, undo, forget, report, \
      init, export, load, check, log, schema, config.
      See carers --help

      """
    let session = try TranscriptSession(beside: nil) { Carers.run($0, $1) }
    let actual = try session.play(text)
    if actual != text { Issue.record("\(difference(text, actual))") }
  }
}

extension FieldType {
  /// What carers-entries(5) calls it.
  var words: String {
    switch self {
    case .text, .id, .day: rawValue
    case .instant: "time"
    case .integer: "whole number"
    case .truth: "true or false"
    case .list: "list of texts"
    }
  }
}
