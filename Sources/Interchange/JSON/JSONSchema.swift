import YoungCarers

/// A JSON document to be read by people too: keys sorted, two spaces a level.
indirect enum JSONDocument {
  case truth(Bool)
  case integer(Int)
  case text(String)
  case list([JSONDocument])
  case object([String: JSONDocument])

  var text: String {
    var out: [UInt8] = []
    write(into: &out, indent: "\n")
    return String(decoding: out, as: UTF8.self) + "\n"
  }

  private func write(into out: inout [UInt8], indent: String) {
    switch self {
    case .truth(let truth): out.append(contentsOf: (truth ? "true" : "false").utf8)
    case .integer(let number): out.append(contentsOf: String(number).utf8)
    case .text(let text): JSONEscape.write(text, into: &out)
    case .list(let values):
      Self.write(values, between: "[]", into: &out, indent: indent) { value, out, indent in
        value.write(into: &out, indent: indent)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      Self.write(sorted, between: "{}", into: &out, indent: indent) { member, out, indent in
        JSONEscape.write(member.key, into: &out)
        out.append(contentsOf: ": ".utf8)
        member.value.write(into: &out, indent: indent)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], between brackets: String, into out: inout [UInt8], indent: String,
    _ write: (Element, inout [UInt8], String) -> Void
  ) {
    out.append(contentsOf: brackets.utf8.prefix(1))
    for (place, element) in elements.enumerated() {
      out.append(contentsOf: ((place == 0 ? "" : ",") + indent + "  ").utf8)
      write(element, &out, indent + "  ")
    }
    if !elements.isEmpty { out.append(contentsOf: indent.utf8) }
    out.append(contentsOf: brackets.utf8.suffix(1))
  }
}

/// The lines of one kind, after JSON Schema 2020-12.
public enum JSONSchema {
  public static func text(for kind: Kind) -> String {
    let fields = kind.layout.fields
    var properties = ["record": JSONDocument.object(["const": .text(kind.rawValue)])]
    for field in fields { properties[field.name] = property(field) }
    let required = (fields.filter(\.isRequired).map(\.name) + ["record"]).sorted()
    return JSONDocument.object([
      "$schema": .text("https://json-schema.org/draft/2020-12/schema"),
      "additionalProperties": .truth(true),
      "description": .text(kind.about),
      "properties": .object(properties),
      "required": .list(required.map(JSONDocument.text)),
      "title": .text(kind.rawValue),
      "type": .text("object"),
    ]).text
  }

  private static func property(_ field: Layout.Field) -> JSONDocument {
    var property = ["description": JSONDocument.text(field.about)]
    switch field.type {
    case .text, .id: property["type"] = .text("string")
    case .day:
      property["type"] = .text("string")
      property["format"] = .text("date")
    case .instant:
      property["type"] = .text("string")
      property["format"] = .text("date-time")
    case .integer: property["type"] = .text("integer")
    case .truth: property["type"] = .text("boolean")
    case .list:
      property["type"] = .text("array")
      property["items"] = .object(["type": .text("string")])
    }
    let isText = field.type == .text || field.type == .id
    if field.isRequired && isText { property["minLength"] = .integer(1) }
    return .object(property)
  }
}

/// The fields of one kind as a table of CSV, after Frictionless Table Schema.
public enum FrictionlessSchema {
  public static func text(for kind: Kind) -> String {
    let layout = kind.layout
    let fields = layout.sorted.filter { $0 < layout.fields.count }.map { layout.fields[$0] }
    return JSONDocument.object([
      "description": .text(kind.about),
      "fields": .list(fields.map(description)),
      "missingValues": .list([.text("")]),
      "name": .text(kind.rawValue),
      "primaryKey": .text("id"),
    ]).text
  }

  private static func description(of field: Layout.Field) -> JSONDocument {
    let type =
      switch field.type {
      case .text, .id: "string"
      case .day: "date"
      case .instant: "datetime"
      case .integer: "integer"
      case .truth: "boolean"
      case .list: "array"
      }
    var constraints: [String: JSONDocument] = [:]
    if field.isRequired { constraints["required"] = .truth(true) }
    if field.name == "id" { constraints["unique"] = .truth(true) }
    var said: [String: JSONDocument] = [
      "description": .text(field.about), "format": .text("default"), "name": .text(field.name),
      "type": .text(type),
    ]
    if !constraints.isEmpty { said["constraints"] = .object(constraints) }
    return .object(said)
  }
}
