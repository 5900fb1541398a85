/// How much caring was reduced for many children (practice P36).
public struct CaringTotals: Sendable {
  /// Children whose tasks were told at first; those who were asked again among them.
  public private(set) var childrenTold = 0
  public private(set) var childrenTwice = 0
  /// Tasks told at first, by what became of each: they add up to all of them.
  public private(set) var fates: [CaringReduced.Fate: Int] = [:]
  /// Tasks that ended and that nobody had told at first, claimed or not; and tasks that are new.
  public private(set) var untold = 0
  public private(set) var added = 0
  /// Children for whom any task is claimed as stopped or shared.
  public private(set) var childrenRelieved = 0
  /// Bands of hours a week: first and closing.
  public private(set) var hours: [Hours: Int] = [:]
  /// Children asked both times what is too much, and those with anything at first and at closing.
  public private(set) var tooMuchAsked = 0
  public private(set) var tooMuchFirst = 0
  public private(set) var tooMuchLast = 0
  public private(set) var macaFirst = Spread()
  public private(set) var macaLast = Spread()
  /// Children whose total fell, stayed and rose: lower is less caring.
  public private(set) var macaMoves: [Distance.Move: Int] = [:]

  public struct Hours: Hashable, Sendable {
    public var first: String
    public var last: String
  }

  public var tasks: Int { fates.values.reduce(0, +) }
  public var claimed: Int { fates.reduce(0) { $0 + ($1.key.isClaimed ? $1.value : 0) } }

  public mutating func add(_ caring: CaringReduced) {
    let told = caring.tasks.filter(\.wasTold)
    if !told.isEmpty { childrenTold += 1 }
    if caring.added != nil { childrenTwice += 1 }
    for task in told { fates[task.fate, default: 0] += 1 }
    untold += caring.tasks.count - told.count
    added += caring.added?.count ?? 0
    if caring.claimed > 0 { childrenRelieved += 1 }
    if let band = caring.hours {
      hours[Hours(first: band.first, last: band.last), default: 0] += 1
    }
    if let tooMuch = caring.tooMuch {
      tooMuchAsked += 1
      tooMuchFirst += tooMuch.first.isEmpty ? 0 : 1
      tooMuchLast += tooMuch.last.isEmpty ? 0 : 1
    }
    if let maca = caring.maca {
      macaFirst.add(maca.first)
      macaLast.add(maca.last)
      let move: Distance.Move =
        maca.first == maca.last ? .same : maca.last > maca.first ? .up : .down
      macaMoves[move, default: 0] += 1
    }
  }
}
