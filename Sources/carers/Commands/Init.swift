import ArgumentParser
import Storage
import YoungCarers

/// Makes a store. Nothing else does.
struct Init: Command {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a store: a SQLite file, or a folder of JSON files.",
    discussion: """
      Examples:
        carers init leeds.sqlite --profile leeds
        carers init cases/

      A name that ends in / makes a folder. No other command makes a store, so that a mistyped path \
      cannot become an empty one.
      """)

  @Argument(help: ArgumentHelp("Where to make it.", valueName: "store"), completion: .file())
  var path: String

  @Option(help: ArgumentHelp("leeds, bolton or plain: whose order of steps.", valueName: "profile"))
  var profile: ServiceProfile = .plain

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    try Store.create(
      session.world.path(path), profile: profile.profile, source: session.world.source)
    try session.say("Made \(path): \(profile.rawValue), \(profile.profile.about).")
    try session.say("Next: carers refer import FILE.csv --store \(path)")
  }

  enum ServiceProfile: String, ExpressibleByArgument, CaseIterable {
    case plain, leeds, bolton

    var profile: Profile {
      switch self {
      case .plain: .plain
      case .leeds: .leeds
      case .bolton: .bolton
      }
    }
  }
}
