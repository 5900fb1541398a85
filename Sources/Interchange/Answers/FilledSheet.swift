import YoungCarers

/// One form that somebody filled in, as a line or a row says it: made once and filled again for each.
public struct FilledSheet {
  /// The instrument's place among those that are known; nil where it could not be found out.
  public var instrument: Int?
  /// What could be read, also where the sheet is refused: an alarm among it stands on its own (P1).
  public var answers = AnswerSheet(items: 0)
  /// What the sheet calls itself, or the id of the assessment it is part of.
  public var id: String?
  /// The line of results up to where they begin: an object with the sheet's own keys, still open.
  public var opening: [UInt8] = []
  public var place = Place(file: "")
  /// Why it is refused.
  public var problem: Problem?
  /// The items that were answered with something that could not be put down.
  public var unread: [Int] = []

  public init() {}

  /// The first problem is the one that is told.
  mutating func refuse(_ problem: Problem, at place: Place) {
    guard self.problem == nil else { return }
    var problem = problem
    problem.place = place
    self.problem = problem
  }
}

extension FilledSheet {
  /// Puts down an answer that came as `text`; the sheet is refused where it cannot be. `place` makes the
  /// place of the answer from that of the sheet.
  mutating func put(
    _ text: some Collection<UInt8>, for item: Int, of instrument: Instrument,
    at place: (Place) -> Place
  ) {
    guard let answer = wholeNumber(text) else {
      unread.append(item)
      return refuse(.answerNotNumber(item, instrument), at: place(self.place))
    }
    put(answer, for: item, of: instrument, at: place)
  }

  /// Puts down an answer, or that there was none.
  mutating func put(
    _ answer: Int?, for item: Int, of instrument: Instrument, at place: (Place) -> Place
  ) {
    do {
      try answers.put(answer, for: item, of: instrument)
    } catch let problem as Problem {
      unread.append(item)
      refuse(problem, at: place(self.place))
    } catch {}
  }
}

/// Where filled forms come from, one after another.
public protocol FilledSheets {
  /// How many answers belonged to forms that are no instrument's.
  var passedBy: Int { get }
  /// What was forgiven because the stream may be partial.
  var forgiven: Problem? { get }
  /// Fills the sheet with the next; false at the end. Throws where the input as a whole is unusable.
  mutating func next(_ sheet: inout FilledSheet) throws -> Bool
}

/// A whole number of a few digits as it must stand: no sign but a minus, no zero in front.
func wholeNumber(_ digits: some Collection<UInt8>) -> Int? {
  guard let first = digits.first, digits.count <= 6 else { return nil }
  if digits.count == 1 { return 0x30...0x39 ~= first ? Int(first - 0x30) : nil }
  let isNegative = first == UInt8(ascii: "-")
  let rest = isNegative ? digits.dropFirst() : digits[...]
  guard rest.first != 0x30, !rest.isEmpty else { return nil }
  var number = 0
  for byte in rest {
    guard byte >= 0x30, byte <= 0x39 else { return nil }
    number = number * 10 + Int(byte - 0x30)
  }
  return isNegative ? -number : number
}

extension Problem {
  static func answerNotNumber(_ item: Int, _ instrument: Instrument) -> Problem {
    Problem(
      "answer-number", .data,
      "the answer to item \(item) of \(named: instrument.code) is not a whole number",
      cure: "An item without an answer is null or left out.")
  }

  static let itemNotNumber = Problem(
    "item-number", .data, "an answer does not say which item it is of",
    cure: "Items are numbered from 1, as the instrument numbers them.")

  static let instrumentUnsaid = Problem(
    "instrument-missing", .data, "nothing says which instrument these are answers to",
    cure: "Name it in \"instrument\", or for all that do not with --code MACA-YC18.")
}
