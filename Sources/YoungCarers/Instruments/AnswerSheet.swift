/// What was answered, item by item. An item without an answer is missing; it is never taken for the
/// lowest answer.
public struct AnswerSheet: Sendable, Equatable {
  private enum Answer: Sendable, Equatable {
    case none, blank
    case value(Int)
  }

  private var answers: [Answer]

  /// Nothing answered yet.
  public init(items count: Int) { answers = Array(repeating: .none, count: count) }

  /// Nothing answered, in the room that is there.
  public mutating func clear(items count: Int) {
    answers.removeAll(keepingCapacity: true)
    answers.append(contentsOf: repeatElement(.none, count: count))
  }

  public var count: Int { answers.count }

  /// The answer to an item, from 1; nil where it is missing.
  public subscript(item: Int) -> Int? {
    guard answers.indices.contains(item - 1), case .value(let value) = answers[item - 1] else {
      return nil
    }
    return value
  }

  public var isBlank: Bool { !answers.contains { if case .value = $0 { true } else { false } } }

  /// Puts down an answer, or with nil that there was none. Throws a `Problem` of status 65, and puts
  /// nothing down, where the instrument has no such item, the scale no such answer, or the item has
  /// been put down before.
  public mutating func put(_ value: Int?, for item: Int, of instrument: Instrument) throws {
    guard item >= 1, item <= answers.count else {
      throw Problem(
        "item-unknown", .data,
        "\(named: instrument.code) has no item \(item): its items are 1 to \(instrument.count)")
    }
    guard answers[item - 1] == .none else {
      throw Problem(
        "item-twice", .data, "item \(item) of \(named: instrument.code) stands twice",
        cure: "Which of the two was meant? Leave the other out.")
    }
    guard let value else {
      answers[item - 1] = .blank
      return
    }
    guard instrument.scale.contains(value) else {
      throw Problem(
        "answer-scale", .data,
        "item \(item) of \(named: instrument.code) has an answer that is not on its scale",
        cure: """
          Answers are \(instrument.scale.lowerBound) to \(instrument.scale.upperBound); an item \
          without an answer is null or left out.
          """)
    }
    answers[item - 1] = .value(value)
  }
}
