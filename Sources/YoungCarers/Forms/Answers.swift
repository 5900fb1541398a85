/// Answers to a form's items, as they stand in an assessment: `item=value`, each item once.
public struct Answers: Sendable, Equatable {
  private var values: [String: String] = [:]
  /// In the order in which they were given.
  public private(set) var codes: [String] = []

  public init() {}

  /// From an assessment that stands in a store: taken as it is.
  public init(_ lines: [String]) {
    for line in lines {
      guard let (code, value) = Answers.parted(line) else { continue }
      self[code] = value
    }
  }

  /// The answer, or nil where nobody answered: which is not a no, and not a zero.
  public subscript(code: String) -> String? {
    get { values[code] }
    set {
      if values[code] == nil, newValue != nil { codes.append(code) }
      if newValue == nil { codes.removeAll { $0 == code } }
      values[code] = newValue
    }
  }

  public var isEmpty: Bool { values.isEmpty }

  /// The values of a list, or of several choices.
  public func list(_ code: String) -> [String] { values[code].map(Item.split) ?? [] }

  /// A number, or the place on a scale.
  public func number(_ code: String) -> Int? { values[code].flatMap { Int($0) } }

  /// Yes is true, no false; not known and unanswered nil.
  public func truth(_ code: String) -> Bool? {
    switch values[code] {
    case "yes": true
    case "no": false
    default: nil
    }
  }

  /// `item=value`, as an assessment keeps them.
  public var lines: [String] { codes.compactMap { code in values[code].map { "\(code)=\($0)" } } }

  /// These answers, and over them the newer.
  public func updated(with newer: Answers) -> Answers {
    var updated = self
    for code in newer.codes { updated[code] = newer[code] }
    return updated
  }

  /// Nil without a `=`.
  public static func parted(_ line: String) -> (code: String, value: String)? {
    guard let equals = line.firstIndex(of: "="), equals > line.startIndex else { return nil }
    return (String(line[..<equals]), String(line[line.index(after: equals)...]))
  }
}

extension AssessmentForm {
  /// Takes one answer. Throws where the form has no such item, the value is none of its answers, or
  /// the item was answered before; an empty value is no answer.
  public func take(_ given: String, for code: String, into answers: inout Answers, today: Day)
    throws
  {
    guard let item = item(code) else {
      throw Problem(
        "item-unknown", .data,
        "a \(named: form.rawValue) assessment has no item \"\(named: code)\"",
        cure: Nearest.cure(code, among: items.map(\.code).filter { !$0.contains(".") }))
    }
    guard !given.isEmpty else { return }
    guard answers[code] == nil else {
      throw Problem(
        "item-twice", .data, "item \(named: code) is answered twice", cure: "Say it once.")
    }
    guard Text.forbidden(in: given) == nil else {
      throw Problem("text-forbidden", .data, "item \(named: code) holds a control character")
    }
    guard let value = item.reading(Text.composed(given), today: today) else {
      throw Problem(
        "item-scale", .data, "\(.value) is no answer to item \(named: code)",
        cure: "It takes \(named: item.allowed).")
    }
    answers[code] = value
  }
}
