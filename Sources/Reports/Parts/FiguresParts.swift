import Foundation
import YoungCarers

/// Parts of a report's figures being read and added up, in whatever order they come. Throws a
/// `Problem` of status 65, with the line, where a part is damaged or belongs to something else.
public struct FiguresParts {
  /// What was added up so far; nil before the first part.
  public private(set) var sum: FiguresPart?
  /// How many they were.
  public private(set) var count = 0
  private let spans: Spans
  private let settings: String
  private var met: Set<UInt64> = []

  public init(_ spans: Spans, settings: String) {
    (self.spans, self.settings) = (spans, settings)
  }

  /// Throws a `Problem` of status 65 where others than so many parts have come.
  public func prove(count expected: Int) throws {
    guard count != expected else { return }
    throw Problem(
      "part-missing", .data,
      "\(count == 1 ? "1 part has" : "\(count) parts have") come, and there are to be \(expected)",
      cure: "Give all of them; a sum of some would be a report of a part of the children.")
  }

  /// Whether these bytes begin as a part does.
  public static func isPart(_ bytes: [UInt8]) -> Bool {
    let first = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1).first ?? []
    return (try? JSONDecoder().decode(PartLine.self, from: Data(first)))?.record == PartLine.head
  }

  /// One file: parts, one after another.
  public mutating func read(_ bytes: [UInt8], file: String) throws {
    var number = 0
    var open: (part: FiguresPart, lines: Int)?
    var rest = bytes[...]
    while !rest.isEmpty {
      number += 1
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      let line = rest[..<(end ?? rest.endIndex)]
      rest = rest[(end.map { $0 + 1 } ?? rest.endIndex)...]
      do {
        guard end != nil else { throw Self.cut }
        try take(try Self.line(Array(line)), &open)
      } catch var problem as Problem {
        problem.place = Place(file: file, line: number)
        throw problem
      }
    }
    guard open == nil, number > 0 else {
      var problem = Self.cut
      problem.place = Place(file: file, line: max(number, 1))
      throw problem
    }
  }

  private static func line(_ bytes: [UInt8]) throws -> PartLine {
    guard let line = try? JSONDecoder().decode(PartLine.self, from: Data(bytes)) else {
      throw damaged
    }
    return line
  }

  private mutating func take(_ line: PartLine, _ open: inout (part: FiguresPart, lines: Int)?)
    throws
  {
    switch line.record {
    case PartLine.head:
      guard open == nil else { throw Self.cut }
      open = (try head(line), 0)
    case PartLine.end:
      guard let whole = open, line.count == whole.lines else { throw Self.cut }
      open = nil
      add(whole.part)
    case nil:
      guard var part = open?.part, let lines = open?.lines else { throw Self.damaged }
      if let known = line.known {
        try meet(known)
      } else if !add(line, to: &part.figures) {
        throw Self.damaged
      }
      open = (part, lines + 1)
    default: throw Self.damaged
    }
  }

  /// A case, or an entry that names none, is in one part.
  private mutating func meet(_ known: String) throws {
    guard let number = UInt64(known, radix: 16) else { throw Self.damaged }
    guard met.insert(number).inserted else {
      throw Problem(
        "part-twice", .data, "what this part counts is counted in another too",
        cure: "Give each part once, and put all that is filed under a case into one part.")
    }
  }

  private func head(_ line: PartLine) throws -> FiguresPart {
    guard let version = line.version, let period = line.period, let settings = line.settings,
      let ground = line.ground
    else { throw Self.damaged }
    guard version == PartLine.version else {
      throw Problem(
        "part-version", .data, "this part was made by another version of carers",
        cure: "Make all parts, and add them up, with the same version.")
    }
    guard period == spans.period.code else {
      throw Problem(
        "part-period", .data, "this part is of another period",
        cure: "Add it to the others of its period, or make it anew for this one.")
    }
    guard settings == self.settings else {
      throw Problem(
        "part-settings", .data, "this part was made with other settings than are in force here",
        cure:
          "Make all parts, and add them up, with the same version of carers and the same configuration: a store's profile is CARERS_PROFILE here."
      )
    }
    var part = FiguresPart(
      PeriodFigures(spans), asAt: line.asAt.flatMap { Instant($0) }, settings: settings,
      ground: ground)
    for (form, shut) in [
      (Assessment.Form.needs, line.needsShut), (.transition, line.transitionShut),
    ] {
      guard let shut, shut.count == spans.all.count else { throw Self.damaged }
      part.figures.shut[form] = shut
    }
    part.figures.schools.heardFrom = Array(repeating: [], count: spans.all.count)
    if let sum {
      guard sum.ground == ground, sum.asAt == part.asAt, sum.figures.shut == part.figures.shut
      else {
        throw Problem(
          "part-ground", .data, "this part and the first do not go together",
          cure:
            "Give every part the entries about agencies and waiting lists, and the same --areas and --as-at."
        )
      }
    }
    return part
  }

  private mutating func add(_ part: FiguresPart) {
    count += 1
    guard var sum else {
      sum = part
      return
    }
    sum.figures.add(part.figures)
    sum.figures.meet(part.figures)
    self.sum = sum
  }

  /// False where the line tells nothing that is known here.
  private func add(_ line: PartLine, to figures: inout PeriodFigures) -> Bool {
    if let school = line.school, let heard = line.heard {
      figures.schools.known.insert(school)
      for name in heard {
        guard let slot = slot(name) else { return false }
        figures.schools.heardFrom[slot].insert(school)
      }
      return true
    }
    if let agency = line.agency {
      figures.agencies.insert(agency)
      return true
    }
    if line.flow != nil { return addFlow(line, to: &figures) }
    guard let measure = line.measure.flatMap({ Measure(rawValue: $0) }),
      let slot = line.span.flatMap(slot)
    else { return false }
    var key = Tally.Key(measure, slot)
    if let by = line.by {
      guard let dimension = Dimension(rawValue: by), let value = line.value else { return false }
      key = Tally.Key(measure, slot, dimension, value)
    }
    if let count = line.count, line.numbers == nil, count > 0, Self.numbers.contains(count) {
      figures.tally.add(count, to: key)
      return true
    }
    return line.numbers.map { addNumbers($0, key, to: &figures) } ?? false
  }

  private func slot(_ name: String) -> Int? {
    Spans.names.firstIndex(of: name).flatMap { spans.all.indices.contains($0) ? $0 : nil }
  }

  private func addNumbers(_ numbers: [[Int]], _ key: Tally.Key, to figures: inout PeriodFigures)
    -> Bool
  {
    for pair in numbers {
      guard pair.count == 2, pair[1] > 0, pair.allSatisfy(Self.numbers.contains) else {
        return false
      }
      figures.tally.note(pair[0], times: pair[1], at: key)
    }
    return true
  }

  private func addFlow(_ line: PartLine, to figures: inout PeriodFigures) -> Bool {
    guard let parted = line.parted, let joined = line.joined, let late = line.writtenLate,
      let back = line.takenBack, let gone = line.forgotten, let out = line.carriedOut,
      [parted, joined, late, back, gone, out].allSatisfy(Self.numbers.contains)
    else { return false }
    var past = Flow.Corrections()
    (past.parted, past.joined, past.writtenLate) = (parted, joined, late)
    (past.takenBack, past.forgotten) = (back, gone)
    switch line.flow {
    case "families": (figures.past.families, figures.carriedOut.families) = (past, out)
    case "children": (figures.past.children, figures.carriedOut.children) = (past, out)
    default: return false
    }
    return true
  }

  /// More than anybody counts, and of which any number of parts can be added up.
  private static let numbers = 0..<(1 << 32)

  private static let damaged = Problem(
    "part-damaged", .data, "this is no line of a part that carers report made",
    cure: "Make the part anew; what was added up is nothing without it.")

  private static let cut = Problem(
    "part-cut", .data, "the part has lost lines: it has no end, or another number of them",
    cure: "The stage before died: make the part anew.")
}
