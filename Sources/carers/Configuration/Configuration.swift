import Foundation
import TOMLKit
import YoungCarers

/// What the configuration files may say. Nearer files win: `./carers.toml`, then
/// `$XDG_CONFIG_HOME/carers/carers.toml`, then `/etc/xdg/carers/carers.toml`; options and `CARERS_*`
/// win over all.
struct Configuration {
  struct File: Decodable {
    var store: String?
    var agency: String?
    var wait: Int?
    /// Whose order of steps, where entries come from a pipe: a store has its own.
    var profile: String?
    /// System accounts or user ids, and the names that stand in entries.
    var workers: [String: String]?
    var service: [String: ServiceNode]?
    /// Files of the service's own instruments.
    var instruments: [String]?
  }

  /// A value, and where it came from.
  struct Setting: Equatable {
    var name: String
    var value: String
    var origin: String
  }

  private(set) var settings: [Setting] = []
  private(set) var workers: [String: String] = [:]
  /// What the service settled for itself, the nearest file's first.
  private(set) var changes: [ServiceChange] = []
  /// The files of the service's own instruments, of the nearest configuration that names any.
  private(set) var instruments: [String] = []

  static let names = ["store", "agency", "profile", "wait", "today", "user"]

  /// Reads what is there; a file that is not there says nothing, one that is wrong is status 78.
  init(environment: [String: String], folder: String) throws {
    for name in Self.names {
      if let value = environment["CARERS_\(name.uppercased())"], !value.isEmpty {
        settings.append(Setting(name: name, value: value, origin: "CARERS_\(name.uppercased())"))
      }
    }
    for path in Self.paths(environment, folder) {
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      let file = try Self.read(String(decoding: data, as: UTF8.self), path)
      let said = [
        ("store", file.store), ("agency", file.agency), ("profile", file.profile),
        ("wait", file.wait.map(String.init)),
      ]
      for (name, value) in said {
        guard let value, self[name] == nil else { continue }
        settings.append(Setting(name: name, value: value, origin: path))
      }
      if let named = file.instruments, self["instruments"] == nil {
        instruments = named
        settings.append(
          Setting(name: "instruments", value: named.joined(separator: ", "), origin: path))
      }
      for (account, name) in file.workers ?? [:] where workers[account] == nil {
        workers[account] = name
      }
      for change in try ServiceChange.all(in: file.service ?? [:], origin: path)
      where !changes.contains(where: { $0.name == change.name }) { changes.append(change) }
    }
  }

  subscript(name: String) -> String? { settings.first { $0.name == name }?.value }

  /// Seconds; status 78 where the variable is no number.
  var wait: Int? {
    get throws {
      guard let setting = settings.first(where: { $0.name == "wait" }) else { return nil }
      guard let seconds = Int(setting.value), seconds >= 0 else {
        throw Problem(
          "configuration-value", .configuration, "\(named: setting.origin) is no number of seconds")
      }
      return seconds
    }
  }

  static func paths(_ environment: [String: String], _ folder: String) -> [String] {
    let home = environment["HOME"].map { "\($0)/.config" }
    let user = environment["XDG_CONFIG_HOME"] ?? home
    let system = environment["XDG_CONFIG_DIRS"] ?? "/etc/xdg"
    return ["\(folder)/carers.toml"]
      + (user.map { ["\($0)/carers/carers.toml"] } ?? [])
      + system.split(separator: ":").map { "\($0)/carers/carers.toml" }
  }

  private static func read(_ text: String, _ path: String) throws -> File {
    do {
      return try TOMLDecoder(strictDecoding: true).decode(File.self, from: text)
    } catch let error as TOMLParseError {
      throw Problem(
        "configuration-toml", .configuration,
        at: Place(file: path, line: Int(error.source.begin.line)), "this is not TOML",
        cure: "Values stand in quotes: store = \"leeds.sqlite\".")
    } catch let error as UnexpectedKeysError {
      let keys = error.keys.keys.sorted().joined(separator: ", ")
      throw Problem(
        "configuration-key", .configuration, at: Place(file: path),
        "no setting is called \(named: keys)",
        cure:
          """
          The settings are store, agency, profile, wait, instruments, [workers] and [service]: see \
          carers-config(5).
          """)
    } catch {
      throw Problem(
        "configuration-value", .configuration, at: Place(file: path),
        "a setting has a value of the wrong kind",
        cure: """
          store, agency and profile are texts, wait a whole number, instruments a list of texts: \
          see carers-config(5).
          """)
    }
  }
}
