import ArgumentParser
import YoungCarers

/// Which store, as whom, and on which day. Every command has them; they may also stand before the
/// command's name.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: ArgumentHelp(
      "A SQLite file, a folder, or - for the pipe. Else CARERS_STORE, else the configuration.",
      valueName: "store"), completion: .file())
  var stores: [String] = []

  /// The one store, where one is given.
  var store: String? { stores.first }

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Who you say you are: recorded beside who you are.", valueName: "worker"))
  var claim: String?

  @Option(
    name: .long, help: ArgumentHelp("The day to work on, instead of today.", valueName: "date"))
  var today: String?

  @Option(
    name: .long, help: ArgumentHelp("Seconds to wait for a busy store.", valueName: "seconds"))
  var wait: Int?

  @Flag(name: [.short, .long], help: "Say nothing but flags and failures.")
  var quiet = false

  @Flag(name: .customLong("no-input"), help: "Never ask, even at a terminal.")
  var noInput = false

  @Flag(name: [.short, .long], help: "Answer yes to every question.")
  var yes = false

  @Option(name: .long, help: ArgumentHelp("How errors are written.", valueName: "text|json"))
  var errors: ErrorForm = .text

  @Flag(
    name: .customLong("show-values"),
    help: "Show the values in errors when standard error is not a terminal.")
  var showValues = false

  @Option(name: .long, help: ArgumentHelp("When to use colour.", valueName: "auto|always|never"))
  var color: ColourChoice = .auto

  /// The options that may stand before the command's name, with whether each takes a value.
  static let leading: [String: Bool] = [
    "--store": true, "--as": true, "--today": true, "--wait": true, "--errors": true,
    "--color": true, "--quiet": false, "-q": false, "--no-input": false, "--yes": false,
    "-y": false, "--show-values": false,
  ]

  /// `carers --store x refer list` means `carers refer list --store x`.
  static func movingLeading(_ arguments: [String]) -> [String] {
    var moved: [String] = []
    var rest = arguments[...]
    while let word = rest.first, word.hasPrefix("-") {
      let name = String(word.prefix { $0 != "=" })
      guard let takesValue = leading[name] else { break }
      moved.append(rest.removeFirst())
      if takesValue, !word.contains("="), let value = rest.popFirst() { moved.append(value) }
    }
    guard !rest.isEmpty, !moved.isEmpty else { return arguments }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return Array(rest[..<end]) + moved + Array(rest[end...])
  }
}

extension ErrorForm: Choice {}
extension ColourChoice: Choice {}
