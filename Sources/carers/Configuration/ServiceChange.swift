import Storage
import YoungCarers

/// A setting of `[service]` that a configuration file changes, and where it says so.
struct ServiceChange: Equatable {
  var name: Service.Name
  var text: String
  /// What the file names as the source of the value.
  var source: String?
  var origin: String

  /// The changes of one file. Throws where it names no setting, or a value is of the wrong type.
  static func all(in nodes: [String: ServiceNode], origin: String) throws -> [ServiceChange] {
    do {
      return try found(in: nodes, below: "").map { path, text, source in
        guard let name = Service.Name(rawValue: path) else {
          throw Problem(
            "setting-unknown", .configuration, "[service] has no setting \"\(named: path)\"",
            cure: Nearest.cure(path, among: Service.Name.allCases.map(\.rawValue)))
        }
        var proof = Service(.plain)
        try proof.change(name, to: text, source: source)
        return ServiceChange(name: name, text: text, source: source, origin: origin)
      }
    } catch var problem as Problem {
      problem.place = Place(file: origin)
      throw problem
    }
  }

  private static func found(in nodes: [String: ServiceNode], below path: String) -> [(
    String, String, String?
  )] {
    nodes.sorted { $0.key < $1.key }.flatMap { key, node in
      let name = path.isEmpty ? key : "\(path).\(key)"
      return switch node {
      case .value(let text): [(name, text, nil as String?)]
      case .table(let nodes):
        if case .value(let text)? = nodes["value"] {
          [(name, text, nodes["source"]?.text)]
        } else {
          found(in: nodes, below: name)
        }
      }
    }
  }
}

/// What stands below `[service]`: a value, or a table of more; a table with `value` is a value and
/// its `source`.
enum ServiceNode: Decodable {
  case value(String)
  case table([String: ServiceNode])

  var text: String? { if case .value(let text) = self { text } else { nil } }

  init(from decoder: any Decoder) throws {
    if let table = try? decoder.container(keyedBy: Key.self), !table.allKeys.isEmpty {
      var nodes: [String: ServiceNode] = [:]
      for key in table.allKeys {
        nodes[key.stringValue] = try table.decode(ServiceNode.self, forKey: key)
      }
      self = .table(nodes)
      return
    }
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self = .value(text)
    } else if let number = try? value.decode(Int.self) {
      self = .value(String(number))
    } else {
      self = .value(try value.decode([String].self).joined(separator: "; "))
    }
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

extension Session {
  /// What the service has settled, where a command needs no entries: of the store that is named, or of
  /// none.
  func settled() throws -> Service {
    if let path = storePath, path != "-" { return try service(open(path)) }
    return try service(Store.pipe())
  }

  /// What the service of a store has settled: its profile's values, and the configuration's.
  func service(_ store: Store) throws -> Service {
    var profile = store.settings.profile
    if store.settings.areNone, let name = configuration["profile"] {
      guard let known = Profile(rawValue: name) else {
        throw Problem(
          "profile-unknown", .configuration, "there is no profile \"\(named: name)\"",
          cure: Nearest.cure(name, among: Profile.allCases.map(\.rawValue)))
      }
      profile = known
    }
    var service = Service(profile)
    for change in configuration.changes {
      try service.change(change.name, to: change.text, source: change.source)
    }
    return service
  }
}
