import YoungCarers

/// One object of `--errors json`. Absent values are left out.
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

  var text: String { "{\(members.joined(separator: ","))}\n" }

  private static func quoted(_ text: String) -> String {
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
