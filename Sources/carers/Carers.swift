import ArgumentParser
import YoungCarers

/// A command: options, and one call that says how it went.
protocol Command: ParsableCommand {
  var common: CommonOptions { get }
  func run(_ session: Session) throws
}

/// A report of one service, or of several: `--store` may be given again.
protocol ReportOfServices: Command {}

/// The program's root.
struct Carers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "carers",
    abstract: "Run a young carers service: referrals, cases, and who is who.",
    discussion: """
      Examples:
        carers init leeds.sqlite --profile leeds
        carers refer import oakfield.csv --store leeds.sqlite
        carers find okafor --store leeds.sqlite
        carers refer import a.csv --store - | carers refer list --format csv -

      The store stands in --store, in CARERS_STORE or in carers.toml; without one, entries come from \
      standard input and go to standard output. See carers(1).
      """,
    version: Version.text,
    groupedSubcommands: [
      CommandGroup(name: "Pathway", subcommands: [Refer.self, Assess.self, SignpostCommand.self]),
      CommandGroup(
        name: "Work with a family",
        subcommands: [ConferenceCommand.self, PlanCommand.self, ReviewCommand.self]),
      CommandGroup(
        name: "Safety and contact",
        subcommands: [
          FlagCommand.self, AlertCommand.self, ConsentCommand.self, Decide.self,
          AgencyCommand.self, ContactCommand.self, PractitionerCommand.self, OfferCommand.self,
        ]),
      CommandGroup(
        name: "Cases",
        subcommands: [Find.self, Show.self, Next.self, NoteCommand.self, Allocate.self, Undo.self]),
      CommandGroup(name: "Reports", subcommands: [ReportCommand.self]),
      CommandGroup(
        name: "Stores",
        subcommands: [
          Init.self, Export.self, Load.self, Check.self, Log.self, Schema.self, Config.self,
        ]),
    ])

  /// What the process does: words in, an exit status out. Every error ends here.
  static func run(_ arguments: [String], _ world: World) -> Int32 {
    let words = CommonOptions.movingLeading(arguments)
    do {
      let parsed = try self.parsed(words)
      if let command = parsed as? any Command { return run(command, world) }
      if !type(of: parsed).configuration.subcommands.isEmpty { return help(for: parsed, world) }
      var asked = parsed
      try asked.run()
      return 0
    } catch {
      return told(error, words, world)
    }
  }

  /// What the words ask. Of the whole tree the parser reflects on every command, which takes as long
  /// as finding a family; so the first word's own command reads the rest, and the whole tree is asked
  /// only where that fails: help, versions and errors speak of the whole program.
  private static func parsed(_ words: [String]) throws -> any ParsableCommand {
    let first = configuration.subcommands.first { $0._commandName == words.first }
    if let first, let parsed = try? first.parseAsRoot(Array(words.dropFirst())) { return parsed }
    return try parseAsRoot(words)
  }

  private static func run(_ command: any Command, _ world: World) -> Int32 {
    var presenter = Presenter(world)
    do {
      let session = try Session(world, command.common, command: name(of: type(of: command)))
      presenter = session.presenter
      guard command.common.stores.count < 2 || command is any ReportOfServices else {
        throw Problem(
          "store-again", .usage, at: Place(file: "--store"),
          "one store at a time: this command takes no second one",
          cure: "The reports of a month, a quarter, a year and of sources take several.")
      }
      try command.run(session)
      session.presenter.finish()
      return session.status
    } catch {
      return presenter.stop(error)
    }
  }

  /// `refer import`, from the tree of commands.
  static func name(of command: any ParsableCommand.Type) -> String {
    func search(_ root: any ParsableCommand.Type, _ path: [String]) -> [String]? {
      if root == command { return path }
      for child in root.configuration.subcommands {
        if let found = search(child, path + [child._commandName]) { return found }
      }
      return nil
    }
    return (search(Carers.self, []) ?? []).joined(separator: " ")
  }

  /// A command that only has subcommands was given none.
  private static func help(for command: any ParsableCommand, _ world: World) -> Int32 {
    let text = helpMessage(for: type(of: command), columns: world.width)
    return write(text + "\n", to: world.stderr, world) ?? Problem.Status.usage.rawValue
  }

  /// Help and versions are asked for and go to standard output; wrong use goes to standard error.
  private static func told(_ error: any Error, _ words: [String], _ world: World) -> Int32 {
    let code = exitCode(for: error).rawValue
    if code == 0 {
      return write(fullMessage(for: error, columns: world.width) + "\n", to: world.stdout, world)
        ?? 0
    }
    let slip = SubcommandSlip(words)
    let command = (["carers"] + slip.path).joined(separator: " ")
    let said = slip.message ?? masked(message(for: error), words, world)
    let text = "carers: \(said)\nSee \(command) --help\n"
    return write(text, to: world.stderr, world) ?? Problem.Status.usage.rawValue
  }

  /// The parser quotes what was typed, which may be a name: not where a stranger may read it.
  private static func masked(_ message: String, _ words: [String], _ world: World) -> String {
    guard !world.stderr.isTerminal else { return Visible.lines(message) }
    return words.filter { !$0.hasPrefix("-") && !$0.isEmpty }.reduce(message) {
      $0.replacing("'\($1)'", with: "•••")
    }
  }

  private static func write(_ text: String, to stream: Descriptor, _ world: World) -> Int32? {
    do {
      let output = Output(stream)
      try output.write(text)
      try output.finish()
      return nil
    } catch {
      return Presenter(world).stop(error)
    }
  }
}

enum Version {
  static let text = "0.1.0"
}

/// A word that is no subcommand, and the one it is near to: the parser itself looks only at options.
private struct SubcommandSlip {
  private(set) var path: [String] = []
  private(set) var message: String?

  init(_ words: [String]) {
    var command: any ParsableCommand.Type = Carers.self
    for word in words {
      let children = command.configuration.subcommands
      if children.isEmpty || word.hasPrefix("-") { return }
      guard let child = children.first(where: { $0._commandName == word }) else {
        if command.configuration.defaultSubcommand != nil { return }
        let names = children.map { $0._commandName }
        let cure = Nearest.cure(word, among: names).text(value: "")
        let of = path.isEmpty ? "" : " of \(path.joined(separator: " "))"
        message = "\"\(Visible.line(word))\" is no command\(of)\n  \(cure)"
        return
      }
      path.append(word)
      command = child
    }
  }
}
