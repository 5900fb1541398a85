/// The instruments that are known, each by its code.
public struct Instruments: Sendable {
  public private(set) var all: [Instrument]

  /// A later one takes the place of an earlier one with its code.
  public init(_ instruments: [Instrument]) {
    all = []
    for instrument in instruments {
      if let place = all.firstIndex(where: { $0.code == instrument.code }) {
        all[place] = instrument
      } else {
        all.append(instrument)
      }
    }
  }

  public func place(of code: String) -> Int? { all.firstIndex { $0.code == code } }

  /// The instrument with this code. Throws a `Problem` of status 65 that names the nearest.
  public func named(_ code: String) throws -> Instrument {
    guard let place = place(of: code) else { throw unknown(code) }
    return all[place]
  }

  /// The code itself is not told: it is what somebody wrote, and may be anything.
  public func unknown(_ code: String) -> Problem {
    Problem(
      "instrument-unknown", .data, "no instrument has this code",
      cure: Nearest.cure(code, among: all.map(\.code)))
  }
}
