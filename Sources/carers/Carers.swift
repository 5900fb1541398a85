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
    groupedSubcommands: CommandWords.groups)

  /// What the process does: words in, an exit status out. Every error ends here.
  static func run(_ arguments: [String], _ world: World) -> Int32 {
    let words = CommandWords(CommonOptions.movingLeading(arguments))
    // The parser would look through the whole tree of commands before it said it.
    if words.all == ["--version"] {
      return write(Version.text + "\n", to: world.stdout, world) ?? 0
    }
    do {
      let parsed = try words.parsed()
      if let command = parsed as? any Command { return run(command, words, world) }
      if !type(of: parsed).configuration.subcommands.isEmpty { return help(for: parsed, world) }
      var asked = parsed
      try asked.run()
      return 0
    } catch {
      return told(error, words, world)
    }
  }

  private static func run(_ command: any Command, _ words: CommandWords, _ world: World) -> Int32 {
    var presenter = Presenter(world)
    do {
      let session = try Session(world, command.common, command: words.name)
      presenter = session.presenter
      guard command.common.stores.count < 2 || command is any ReportOfServices else {
        throw Problem(
          "store-again", .usage, at: Place(file: "--store"),
          "one store at a time: this command takes no second one",
          cure: "Reports of a period, of sources, waiting, timeliness and outcomes take several.")
      }
      try command.run(session)
      session.presenter.finish()
      return session.status
    } catch {
      return presenter.stop(error)
    }
  }

  /// A command that only has subcommands was given none.
  private static func help(for command: any ParsableCommand, _ world: World) -> Int32 {
    let text = helpMessage(for: type(of: command), columns: world.width)
    return write(text + "\n", to: world.stderr, world) ?? Problem.Status.usage.rawValue
  }

  /// Help and versions are asked for and go to standard output; wrong use goes to standard error.
  private static func told(_ error: any Error, _ words: CommandWords, _ world: World) -> Int32 {
    let code = exitCode(for: error).rawValue
    if code == 0 {
      return write(fullMessage(for: error, columns: world.width) + "\n", to: world.stdout, world)
        ?? 0
    }
    let said = words.slip ?? masked(message(for: error), words.all, world)
    let command = (["carers"] + words.path).joined(separator: " ")
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
