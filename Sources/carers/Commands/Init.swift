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
        carers init --upgrade leeds.sqlite

      A name that ends in / makes a folder. No other command makes a store, so that a mistyped path \
      cannot become an empty one. With --upgrade a store of an earlier version gets the tables of \
      this one; as it was, it is kept beside.
      """)

  @Argument(help: ArgumentHelp("Where to make it.", valueName: "store"), completion: .file())
  var path: String

  @Option(help: ArgumentHelp("leeds, bolton or plain: whose order of steps.", valueName: "profile"))
  var profile: ServiceProfile?

  @Flag(help: "Bring a store that is there up to date.")
  var upgrade = false

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    if upgrade { return try bringUpToDate(session) }
    let profile = profile ?? .plain
    try Store.create(
      session.world.path(path), profile: profile.profile, source: session.world.source)
    try session.say("Made \(path): \(profile.rawValue), \(profile.profile.about).")
    try session.say("Next: carers refer import FILE.csv --store \(path)")
  }

  private func bringUpToDate(_ session: Session) throws {
    guard profile == nil else {
      throw Problem(
        "profile-given", .usage, at: Place(file: "--profile"), "a store keeps the profile it has",
        cure: "Leave --profile out with --upgrade.")
    }
    let file = session.world.path(path)
    guard let upgrade = try Store.upgrade(file, wait: session.wait) else {
      return try session.say("\(path) is up to date already: nothing was changed.")
    }
    try session.say("Brought \(path) up to date: \(upgrade.entries) entries, checked.")
    if upgrade.nowRead > 0 {
      try session.say("Now read, and only kept before: \(upgrade.nowRead).")
    }
    if upgrade.unread > 0 {
      try session.say(
        "Of a known kind, but kept as they are spelled and not read: \(upgrade.unread).")
    }
    let kept = path + upgrade.kept.dropFirst(file.count)
    try session.say("As it was, it is kept as \(kept): the same children's records.")
  }

  enum ServiceProfile: String, Choice {
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
