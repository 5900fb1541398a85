import YoungCarers

/// One JSON object, on a line unless a list says otherwise. Absent values are left out.
struct JSONLine {
  private var members: [String] = []

  /// Begins with where it is.
  init(_ place: Place?) {
    self = string("file", place?.file).number("line", place?.line).string("column", place?.column)
  }

  private init(_ members: [String]) { self.members = members }

  func string(_ name: String, _ value: String?) -> JSONLine {
    value.map { JSONLine(members + ["\"\(name)\":\(JSONLine.quoted($0))"]) } ?? self
  }

  func number(_ name: String, _ value: Int?) -> JSONLine {
    value.map { JSONLine(members + ["\"\(name)\":\($0)"]) } ?? self
  }

  /// True, or nothing.
  func flag(_ name: String, _ value: Bool) -> JSONLine { json(name, value ? "true" : nil) }

  /// What is JSON already.
  func json(_ name: String, _ value: String?) -> JSONLine {
    value.map { JSONLine(members + ["\"\(name)\":\($0)"]) } ?? self
  }

  /// Values that are JSON already.
  func list(_ name: String, _ values: [String], separator: String = ",") -> JSONLine {
    json(name, "[\(values.joined(separator: separator))]")
  }

  var object: String { "{\(members.joined(separator: ","))}" }

  var text: String { object + "\n" }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case _ where Text.isForbidden(scalar) || scalar.value < 32:
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
