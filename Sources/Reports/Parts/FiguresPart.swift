import Foundation
import Interchange
import Storage
import YoungCarers

/// Figures of a period over some of a service's cases: added to those of the others they make the
/// report, middles among them. True counts, which no rule of disclosure control has seen.
public struct FiguresPart: Sendable {
  public internal(set) var figures: PeriodFigures
  /// Until when entries count; nil where all do.
  public internal(set) var asAt: Instant?
  var settings: String
  var ground: String
  /// Of which cases, and of which entries that name none, each by its fingerprint.
  var cases: Set<UInt64>

  /// Of all entries that a reader has. `settings` is what they are counted by.
  public init(_ reader: Reader, _ counting: Counting, settings: String, asAt: Instant?) throws {
    figures = try reader.figures(counting)
    self.asAt = asAt
    self.settings = settings
    ground = try reader.ground(counting.areas)
    cases = try reader.whichCases()
  }

  init(
    _ figures: PeriodFigures, asAt: Instant?, settings: String, ground: String,
    cases: Set<UInt64> = []
  ) {
    (self.figures, self.asAt, self.settings) = (figures, asAt, settings)
    (self.ground, self.cases) = (ground, cases)
  }

  /// A head, a line for each thing that was counted, and an end: the same bytes for the same figures.
  public func write(_ write: ([UInt8]) throws -> Void) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = known + counts + spreads + flows + agencies + schools
    var end = PartLine(record: PartLine.end)
    end.count = lines.count
    for line in [head] + lines + [end] {
      try write(try Array(encoder.encode(line)) + [UInt8(ascii: "\n")])
    }
  }

  private var head: PartLine {
    var head = PartLine(record: PartLine.head, version: PartLine.version)
    head.period = figures.spans.period.code
    head.asAt = asAt?.text
    (head.settings, head.ground) = (settings, ground)
    (head.needsShut, head.transitionShut) = (figures.shut[.needs], figures.shut[.transition])
    return head
  }

  private var known: [PartLine] {
    cases.sorted().map { number in
      var line = PartLine()
      line.known = Fingerprint.text(number)
      return line
    }
  }

  private var counts: [PartLine] {
    figures.tally.counts.sorted { $0.key < $1.key }.map { key, count in
      var line = PartLine(key)
      line.count = count
      return line
    }
  }

  private var spreads: [PartLine] {
    figures.tally.spreads.sorted { $0.key < $1.key }.map { key, spread in
      var line = PartLine(key)
      line.numbers = spread.counts.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }
      return line
    }
  }

  private var flows: [PartLine] {
    [
      PartLine("families", figures.past.families, figures.carriedOut.families),
      PartLine("children", figures.past.children, figures.carriedOut.children),
    ]
  }

  private var agencies: [PartLine] {
    figures.agencies.sorted().map { agency in
      var line = PartLine()
      line.agency = agency
      return line
    }
  }

  private var schools: [PartLine] {
    figures.schools.known.sorted().map { school in
      let heard = figures.schools.heardFrom.enumerated().filter { $1.contains(school) }
      var line = PartLine()
      (line.school, line.heard) = (school, heard.map { Spans.names[$0.offset] })
      return line
    }
  }
}

extension PartLine {
  fileprivate init(_ key: Tally.Key) {
    self.init(measure: key.measure.rawValue, span: Spans.names[key.slot])
    if let dimension = key.dimension { (by, value) = (dimension.rawValue, key.value) }
  }

  fileprivate init(_ flow: String, _ past: Flow.Corrections, _ carriedOut: Int) {
    self.init(flow: flow)
    (parted, joined) = (past.parted, past.joined)
    (writtenLate, takenBack, forgotten) = (past.writtenLate, past.takenBack, past.forgotten)
    self.carriedOut = carriedOut
  }
}

extension Tally.Key: Comparable {
  public static func < (a: Self, b: Self) -> Bool {
    if a.measure != b.measure { return a.measure < b.measure }
    if a.slot != b.slot { return a.slot < b.slot }
    return (a.dimension?.rawValue ?? "", a.value) < (b.dimension?.rawValue ?? "", b.value)
  }
}
