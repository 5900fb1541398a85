import ArgumentParser
import Storage
import YoungCarers

/// Shows the configuration.
struct Config: Command {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show each setting, and where it came from.",
    discussion: """
      Examples:
        carers config
        carers config --all
        CARERS_STORE=leeds.sqlite carers config

      Options win over CARERS_* variables, those over ./carers.toml, that over the user's and the \
      system's. See carers-config(5).
      """)

  @Flag(help: "Show also what the service's profile settles, with the source of each value.")
  var all = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    var rows: [[String?]] = []
    let options = [
      ("store", common.store), ("wait", common.wait.map(String.init)), ("today", common.today),
      ("user", common.claim),
    ]
    for name in Configuration.names {
      if let given = options.first(where: { $0.0 == name })?.1 {
        rows.append([name, given, "--\(name == "user" ? "as" : name)"])
      } else if let setting = session.configuration.settings.first(where: { $0.name == name }) {
        rows.append([name, setting.value, setting.origin])
      }
    }
    for setting in session.configuration.settings where setting.name == "instruments" {
      rows.append([setting.name, setting.value, setting.origin])
    }
    rows.append(["actor", session.actor.account, "the system's user"])
    let path = session.storePath.flatMap { $0 == "-" ? nil : $0 }
    let store = try path.flatMap { try? session.open($0) } ?? Store.pipe()
    if let path, store.home != .pipe {
      rows.append(["profile", store.settings.profile.rawValue, path])
    }
    let service = try session.service(store)
    for name in Service.Name.allCases where all || service.isChanged(name) {
      let change = session.configuration.changes.first { $0.name == name }
      let origin = change?.origin ?? "the \(service.profile.rawValue) profile"
      let value = service[name]
      rows.append(["service.\(name.rawValue)", value.text, origin, value.source])
    }
    let listing = Listing(
      columns: [
        .init(name: "setting", title: "Setting", minimum: 8), .init(name: "value", title: "Value"),
        .init(name: "origin", title: "From"), .init(name: "source", title: "Source"),
      ], rows: rows.map { $0.count == 3 ? $0 + [nil] : $0 })
    try session.write(session.given(listing), output, empty: "Nothing is set.")
  }
}
