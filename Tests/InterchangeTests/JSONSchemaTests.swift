import Foundation
import Testing
import YoungCarers

@testable import Interchange

struct JSONSchemaTests {
  static func object(_ text: String) throws -> [String: Any] {
    #expect(JSONScannerTests.problem(Array(text.utf8)) == nil)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(object as? [String: Any])
  }

  @Test("The schema of a kind names its fields, and what it must have", arguments: Kind.allCases)
  func schema(kind: Kind) throws {
    let text = JSONSchema.text(for: kind)
    let schema = try Self.object(text)
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    #expect(Set(properties.keys) == Set(kind.layout.fields.map(\.name) + ["record"]))
    #expect(properties["record"]?["const"] as? String == kind.rawValue)
    #expect(properties["day"]?["format"] as? String == "date")
    #expect(properties["recorded"]?["format"] as? String == "date-time")
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["additionalProperties"] as? Bool == true)
    #expect(schema["description"] as? String == kind.about)
    let required = try #require(schema["required"] as? [String])
    #expect(Set(required).isSuperset(of: ["day", "id", "record", "recorded"]))
    #expect(required == required.sorted())
    #expect(JSONSchema.text(for: kind) == text)
  }

  @Test("What the schema requires, the reader requires", arguments: Kind.allCases)
  func required(kind: Kind) throws {
    var random = JSONEntries(seed: 11)
    let entry = try random.entry(kind)
    let schema = try Self.object(JSONSchema.text(for: kind))
    let required = try #require(schema["required"] as? [String])
    let line = JSONEntryLineTests.line(entry)
    var object = try Self.object(String(decoding: line, as: UTF8.self))
    for name in object.keys.sorted() {
      let value = object.removeValue(forKey: name)
      let bytes = Array(try JSONSerialization.data(withJSONObject: object))
      let problem = JSONEntryLineTests.problem(String(decoding: bytes, as: UTF8.self))
      #expect((problem != nil) == required.contains(name), "\(name)")
      object[name] = value
    }
  }

  @Test(
    "The table schema of a kind has its fields in the order of a line", arguments: Kind.allCases)
  func frictionless(kind: Kind) throws {
    let schema = try Self.object(FrictionlessSchema.text(for: kind))
    let fields = try #require(schema["fields"] as? [[String: Any]])
    let names = fields.compactMap { $0["name"] as? String }
    #expect(names == kind.layout.fields.map(\.name).sorted())
    let types = Set(fields.compactMap { $0["type"] as? String })
    #expect(types.isSubset(of: ["string", "date", "datetime", "integer", "boolean", "array"]))
    let id = try #require(fields.first { $0["name"] as? String == "id" })
    #expect((id["constraints"] as? [String: Bool]) == ["required": true, "unique": true])
  }

  @Test("A schema is laid out for people")
  func layout() {
    let text = JSONSchema.text(for: .note)
    #expect(text.hasPrefix("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"))
    #expect(text.contains("\n    \"day\": {\n      \"description\": \"When it happened.\",\n"))
    #expect(text.hasSuffix("  \"type\": \"object\"\n}\n"))
  }
}
