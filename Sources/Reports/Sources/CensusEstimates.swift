import YoungCarers

/// How many young carers a census leads one to expect at a school, or in a ward, as the user's own file
/// has it. None is shipped: the Census counts every ten years, the school census every year.
public struct CensusEstimates: Sendable {
  public enum Place: Sendable, Hashable {
    case school(urn: String)
    case ward(String)
  }

  public struct Estimate: Sendable, Equatable {
    public var place: Place
    public var name: String?
    public var count: Int
    /// Of which year it is.
    public var year: String?

    public init(_ place: Place, name: String? = nil, count: Int, year: String? = nil) {
      self.place = place
      self.name = name
      self.count = count
      self.year = year
    }
  }

  private(set) var all: [Estimate] = []
  private var places: Set<Place> = []

  public init() {}

  public var hasWards: Bool { all.contains { if case .ward = $0.place { true } else { false } } }

  /// False where the place has one already.
  public mutating func add(_ estimate: Estimate) -> Bool {
    guard places.insert(estimate.place).inserted else { return false }
    all.append(estimate)
    return true
  }
}
