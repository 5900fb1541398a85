import ArgumentParser
import YoungCarers

/// What is typed: the names that lead to a command, and what it is given.
struct CommandWords {
  let all: [String]
  /// The names, without what follows them.
  private(set) var path: [String] = []
  private var command: any ParsableCommand.Type = Carers.self
  private var rest: ArraySlice<String>

  init(_ words: [String]) {
    all = words
    rest = words[...]
    while let word = rest.first, let next = following(word) {
      command = next
      path.append(word)
      rest.removeFirst()
    }
  }

  /// `refer import`
  var name: String { path.joined(separator: " ") }

  private func following(_ word: String) -> (any ParsableCommand.Type)? {
    path.isEmpty
      ? Self.first(word) : command.configuration.subcommands.first { $0._commandName == word }
  }

  /// What they ask. Of the whole tree the parser reflects on every command, which takes as long as
  /// finding a family; so the command that is named reads what it is given by itself, and the whole tree
  /// is asked only where something else comes of it: help, versions and errors speak of the whole program.
  func parsed() throws -> any ParsableCommand {
    if !path.isEmpty, let parsed = try? command.parseAsRoot(Array(rest)),
      type(of: parsed) == command
    {
      return parsed
    }
    return try Carers.parseAsRoot(all)
  }

  /// A word that is no subcommand, and the one it is near to: the parser itself looks only at options.
  var slip: String? {
    let names = command.configuration.subcommands.map { $0._commandName }
    guard let word = rest.first, !word.hasPrefix("-"), !names.isEmpty else { return nil }
    let cure = Nearest.cure(word, among: names).text(value: "")
    let of = path.isEmpty ? "" : " of \(name)"
    return "\"\(Visible.line(word))\" is no command\(of)\n  \(cure)"
  }
}

extension CommandWords {
  /// The first words as the help groups them.
  static let firstWords = [
    ("Pathway", ["refer", "assess", "signpost"]),
    ("Work with a family", ["conference", "plan", "review"]),
    (
      "Safety and contact",
      ["flag", "alert", "consent", "decide", "agency", "contact", "practitioner", "offer"]
    ),
    ("Cases", ["find", "show", "next", "note", "allocate", "undo", "forget"]),
    ("Reports", ["report"]),
    ("Stores", ["init", "export", "load", "check", "log", "schema", "config"]),
  ]

  static let groups = firstWords.map { title, words in
    CommandGroup(name: title, subcommands: words.compactMap(first))
  }

  /// The command of a first word. It is chosen by the word, and not looked for in a list: every type in
  /// a list is made ready for use, and a fifteenth of what `log` takes went into commands nobody asked for.
  private static func first(_ word: String) -> (any ParsableCommand.Type)? {
    switch word {
    case "refer": Refer.self
    case "assess": Assess.self
    case "signpost": SignpostCommand.self
    case "conference": ConferenceCommand.self
    case "plan": PlanCommand.self
    case "review": ReviewCommand.self
    case "flag": FlagCommand.self
    case "alert": AlertCommand.self
    case "consent": ConsentCommand.self
    case "decide": Decide.self
    case "agency": AgencyCommand.self
    case "contact": ContactCommand.self
    case "practitioner": PractitionerCommand.self
    case "offer": OfferCommand.self
    case "find": Find.self
    case "show": Show.self
    case "next": Next.self
    case "note": NoteCommand.self
    case "allocate": Allocate.self
    case "undo": Undo.self
    case "forget": Forget.self
    case "report": ReportCommand.self
    case "init": Init.self
    case "export": Export.self
    case "load": Load.self
    case "check": Check.self
    case "log": Log.self
    case "schema": Schema.self
    case "config": Config.self
    default: nil
    }
  }
}
