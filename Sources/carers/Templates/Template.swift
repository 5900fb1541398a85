import Mustache
import YoungCarers

/// A letter or page with places for words: the one that comes with the program, or the service's
/// own file. Only what is named in `{{…}}` is filled in, and each name must be one that is known: a
/// slip of the pen would otherwise send out a letter with a hole where the time should be.
struct Template {
  struct Name: Sendable {
    /// The setting that names the service's own file in its place, where there is one.
    var setting: Service.Name?
    /// What comes with the program.
    var shipped: [UInt8]
    /// A page is HTML, and all that is filled in is escaped. A letter is text as it stands.
    var isPage: Bool
    /// What may stand in `{{…}}`.
    var fields: [String]
  }

  private let mustache: MustacheTemplate

  /// Throws a `Problem` of status 78 with the file, line and column of what is wrong in it.
  init(_ name: Name, _ service: Service, _ world: World) throws {
    let own = name.setting.map { service.text($0) } ?? ""
    try self.init(
      name, own.isEmpty ? String(decoding: name.shipped, as: UTF8.self) : Self.read(own, world),
      file: own.isEmpty ? name.setting?.rawValue ?? "template" : own)
  }

  init(_ name: Name, _ text: String, file: String) throws {
    let lines = text.replacing("\r\n", with: "\n")
    try Self.prove(lines, name, file)
    do {
      mustache = try MustacheTemplate(string: (name.isPage ? "" : Self.plain) + lines)
    } catch let error as MustacheTemplate.ParserError {
      let line = error.context.lineNumber - (name.isPage ? 0 : 1)
      throw Self.wrong(
        Self.says(error.error), Place(file: file, line: line), error.context.columnNumber)
    }
  }

  /// The letter or page. `data` holds texts, truths, and lists of the same: leave out what is not
  /// there, because a text that is empty counts as there.
  func text(_ data: [String: Any]) -> String { mustache.render(data) }

  /// Makes the engine leave apostrophes as they are.
  private static let plain = "{{%CONTENT_TYPE:TEXT}}\n"

  private static func read(_ path: String, _ world: World) throws -> String {
    do {
      let spool = try Spool(opening: path, world)
      let bytes = try spool.bytes(0..<spool.size)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Problem(
          "template", .configuration, at: Place(file: path), "this template is not UTF-8",
          cure: "Save it again as UTF-8.")
      }
      return text
    } catch var problem as Problem {
      problem.status = .configuration
      throw problem
    }
  }

  private static let unfinished: Sentence = "this {{…}} has no end, or holds more than a name"

  private static func says(_ error: any Error) -> Sentence {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "this {{/…}} does not end what began last"
    case .expectedSectionEnd: "a {{#…}} or {{^…}} has no end"
    case .unfinishedName, nil: unfinished
    default: "this {{…}} is not understood"
    }
  }

  private static func wrong(
    _ says: Sentence, _ place: Place, _ column: Int, cure: Sentence? = nil
  ) -> Problem {
    var place = place
    place.column = String(column)
    return Problem(
      "template", .configuration, at: place, says,
      cure: cure ?? "A template has {{name}}, {{#name}}…{{/name}}, {{^name}}…{{/name}}.")
  }

  /// Each tag against the names that are known.
  private static func prove(_ text: String, _ name: Name, _ file: String) throws {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      for open in line.ranges(of: "{{") where open.upperBound < line.endIndex {
        let rest = line[open.upperBound...]
        let column = line.distance(from: line.startIndex, to: open.lowerBound) + 1
        let place = Place(file: file, line: number + 1)
        let kind = rest.first ?? " "
        if kind == "!" { continue }
        guard !"{&=><$%".contains(kind) else {
          throw wrong("no template of ours has {{\(named: String(kind))", place, column)
        }
        guard let end = rest.range(of: "}}") else { throw wrong(unfinished, place, column) }
        let field = rest[..<end.lowerBound].drop { "#^/ ".contains($0) }.prefix { $0 != " " }
        guard field == "." || name.fields.contains(String(field)) else {
          throw wrong(
            "nothing is called {{\(named: String(field))}} here", place, column,
            cure: Nearest.cure(String(field), among: name.fields))
        }
      }
    }
  }
}
