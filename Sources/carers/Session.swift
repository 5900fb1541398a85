import Foundation
import Interchange
import Storage
import YoungCarers

/// What every command works with: the world, who is asking, and where the entries are.
final class Session {
  let world: World
  let options: CommonOptions
  let configuration: Configuration
  let presenter: Presenter
  let style: Style
  let asking: Asking
  let today: Day
  let actor: Actor
  /// Seconds for a busy store.
  let wait: TimeInterval
  /// A day, in seconds: SQLite counts milliseconds in 32 bits.
  private static let longest = 86_400
  /// The command's words without their values.
  let command: String
  /// The store, or the pipe, that the command works on.
  var opened: Store?
  /// Of a report of several services, each with its store; else empty.
  var several: [KeptService] = []
  /// Nothing counts that was written down later; nil where everything does.
  var knownUntil: Instant?
  /// 1 where something was done and something should be looked at.
  var status: Int32 = 0

  init(_ world: World, _ options: CommonOptions, command: String) throws {
    self.world = world
    self.options = options
    self.command = command
    presenter = Presenter(
      world,
      Presenter.Options(
        errors: options.errors, colour: options.color, showValues: options.showValues,
        quiet: options.quiet))
    style = Style(options.color, on: world.stdout, world.environment)
    asking = Asking(world, noInput: options.noInput, yes: options.yes)
    configuration = try Configuration(
      environment: world.environment, folder: world.directory ?? ".")
    let real = Day(inLondonAt: world.clock())
    today =
      try (options.today ?? configuration["today"]).map {
        try Self.day($0, options.today == nil ? "CARERS_TODAY" : "--today", today: real)
      } ?? real
    wait = try TimeInterval(min(max(options.wait ?? configuration.wait ?? 30, 0), Self.longest))
    let account =
      configuration.workers[world.user.account]
      ?? configuration.workers[String(world.user.uid)] ?? world.user.account
    actor = Actor(
      account: account, claim: options.claim ?? configuration["user"], host: world.user.host)
  }

  var act: Act {
    Act(
      actor: actor, command: command, today: today, clock: world.clock, source: world.source)
  }

  /// A day as somebody wrote it; an error names the option.
  func day(_ text: String, _ option: String) throws -> Day {
    try Self.day(text, option, today: today)
  }

  private static func day(_ text: String, _ option: String, today: Day) throws -> Day {
    do {
      return try Day.reading(text, today: today)
    } catch var problem as Problem {
      problem.place = Place(file: option)
      throw problem
    }
  }

  /// Something to tell people, on standard error.
  func say(_ text: String) throws {
    if !options.quiet { try insist(text) }
  }

  /// Something that is told even with `--quiet`.
  func insist(_ text: String) throws {
    let output = Output(world.stderr, name: "standard error")
    try output.write(
      options.errors == .json ? JSONLine(nil).string("says", text).text : text + "\n")
    try output.flush()
  }
}

extension World {
  /// Chance, as the stores take it.
  var source: RandomSource {
    var generator = generator
    return RandomSource { generator.next() }
  }
}
