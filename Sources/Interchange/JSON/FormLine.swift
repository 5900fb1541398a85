import YoungCarers

/// A filled-in form as one line of JSON:
/// `{"person":"YP-…","setting":"…","answers":{"hours":"10-19","school":2}}`.
public struct FormLine: Sendable, Equatable {
  public struct Answer: Sendable, Equatable {
    public var code: String
    /// Numbers as they are written, true and false as yes and no, lists joined by `;`.
    public var text: String
    /// The bytes of the value in the line, for an error.
    public var value: Range<Int>
  }

  /// From 1.
  public let number: Int
  /// The bytes in the input, the line end included.
  public let record: Range<Int>
  public private(set) var answers: [Answer] = []
  /// The child's id.
  public var person: String? { fields["person"] }
  public var setting: String? { fields["setting"] }
  public var settingKind: String? { fields["settingKind"] }
  /// The day of the assessment, as it was written.
  public var day: String? { fields["day"] }
  public var assessor: String? { fields["assessor"] }
  private var fields: [String: String] = [:]

  private static let known = ["person", "setting", "settingKind", "day", "assessor", "answers"]

  /// Throws where the line is no such object.
  init(_ bytes: UnsafeBufferPointer<UInt8>, number: Int, record: Range<Int>) throws {
    self.number = number
    self.record = record
    let object = try JSONObject(bytes)
    for member in object.members {
      let key = bytes.text(member.key)
      guard Self.known.contains(key) else {
        throw Problem(
          "form-key", .partial, at: Place(file: "", value: member.key.range),
          "a filled-in form has no \(.value)", cure: Nearest.cure(key, among: Self.known))
      }
      guard key == "answers" else {
        fields[key] = try Self.text(member.value, in: bytes)
        continue
      }
      guard member.value.shape == .object else { throw Self.misfit(member.value) }
      var scanner = JSONScanner(bytes: bytes, at: member.value.range.lowerBound)
      for answer in try scanner.object() {
        guard let text = try Self.text(answer.value, in: bytes) else { continue }
        answers.append(
          Answer(code: bytes.text(answer.key), text: text, value: answer.value.range))
      }
    }
  }

  /// Nil for null and for an empty text: no answer.
  private static func text(_ token: JSONToken, in bytes: UnsafeBufferPointer<UInt8>) throws
    -> String?
  {
    switch token.shape {
    case .null: return nil
    case .truth: return bytes[token.range.lowerBound] == UInt8(ascii: "t") ? "yes" : "no"
    case .number: return bytes.raw(token.range)
    case .text:
      let text = bytes.text(token)
      return text.isEmpty ? nil : text
    case .list:
      var parts: [String] = []
      var scanner = JSONScanner(bytes: bytes, at: token.range.lowerBound)
      try scanner.list { item in
        guard item.shape == .text || item.shape == .number else { throw misfit(item) }
        if let text = try text(item, in: bytes) { parts.append(text) }
      }
      return parts.isEmpty ? nil : parts.joined(separator: "; ")
    case .object: throw misfit(token)
    }
  }

  private static func misfit(_ token: JSONToken) -> Problem {
    Problem(
      "form-value", .partial, at: Place(file: "", value: token.range),
      "a text, a number, true, false or a list of them should stand here",
      cure: "For example {\"person\":\"YP-Y4D6-MDM9-N\",\"answers\":{\"hours\":\"10-19\"}}.")
  }
}

/// Filled-in forms, a line each.
public struct FormLines {
  private let file: String
  private var lines: LineReader

  public init(file: String, read: @escaping StreamReader.Read) {
    self.file = file
    lines = LineReader(read)
  }

  /// The next line that is not blank, or why it is not believed; nil at the end. Throws where reading
  /// fails.
  public mutating func next() throws -> Result<FormLine, Problem>? {
    while let line = try lines.next() {
      let bytes = lines.buffer[line.bytes]
      if bytes.allSatisfy({ $0 == 32 || $0 == 9 }) { continue }
      do {
        return try bytes.withUnsafeBufferPointer {
          .success(try FormLine($0, number: line.number, record: line.place))
        }
      } catch var problem as Problem {
        let value = problem.place?.value.map { range in
          line.place.lowerBound + range.lowerBound..<line.place.lowerBound + range.upperBound
        }
        problem.status = .partial
        problem.place = Place(file: file, line: line.number, value: value, record: line.place)
        return .failure(problem)
      }
    }
    return nil
  }

  public func place(of line: FormLine) -> Place {
    Place(file: file, line: line.number, record: line.record)
  }

  /// The place of an answer.
  public func place(of answer: FormLine.Answer, in line: FormLine) -> Place {
    let start = line.record.lowerBound
    return Place(
      file: file, line: line.number, column: answer.code,
      value: start + answer.value.lowerBound..<start + answer.value.upperBound, record: line.record)
  }
}
