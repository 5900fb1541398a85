import YoungCarers

/// A scored sheet as people read it.
struct ScoreRow {
  static let columns: [Listing.Column] = [
    .init(name: "sheet", title: "Sheet", minimum: 8, priority: 5),
    .init(name: "instrument", title: "Instrument", minimum: 10, priority: 3),
    .init(name: "scores", title: "Scores", minimum: 14, priority: 4),
    .init(name: "bands", title: "Bands", minimum: 10, priority: 2),
    .init(name: "missing", title: "Missing", minimum: 7, priority: 1),
    .init(name: "flags", title: "Flags", minimum: 32, priority: 6),
  ]

  let cells: [String?]

  init(_ id: String?, _ instrument: Instrument, _ scores: Scores, _ flags: [String]) {
    let sums = Array(zip(instrument.sums, scores.sums))
    func named(_ texts: [(String, String)]) -> String {
      texts.map { sums.count == 1 ? $0.1 : "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
    cells = [
      id, instrument.code,
      named(sums.map { ($0.name, Self.number($1)) }),
      named(
        sums.filter { !$1.bands.isEmpty }.map { sum, score in
          (sum.name, sum.bands[score.bands].map(\.name).joined(separator: " or "))
        }),
      scores.missing.map(String.init).joined(separator: ", "),
      flags.joined(separator: "; "),
    ]
  }

  /// `14`, `12 to 16` where items are missing, and `not scoreable`.
  private static func number(_ score: Scores.Sum) -> String {
    switch score.standing {
    case .whole: String(score.range.lowerBound)
    case .partial: "\(score.range.lowerBound) to \(score.range.upperBound)"
    case .notScoreable: "not scoreable"
    }
  }
}
