import YoungCarers

/// Postcodes with their wards and how deprived the neighbourhood is, as the user's own file has them
/// (the National Statistics Postcode Lookup, or a council's). None is shipped: they change every
/// quarter.
public struct AreaLookup: Sendable {
  public struct Area: Sendable, Equatable {
    public var ward: String?
    /// The decile of the Index of Multiple Deprivation, or as the file says.
    public var deprivation: String?

    public init(ward: String?, deprivation: String?) {
      self.ward = ward
      self.deprivation = deprivation
    }
  }

  private var areas: [String: Area] = [:]

  public init() {}

  public var isEmpty: Bool { areas.isEmpty }

  public mutating func add(_ postcode: String, _ area: Area) { areas[Self.key(postcode)] = area }

  subscript(postcode: String) -> Area? { areas[Self.key(postcode)] }

  /// All that it says, in one order.
  var words: [String?] {
    areas.sorted { $0.key < $1.key }.flatMap { [$0, $1.ward, $1.deprivation] }
  }

  /// However it is spaced, in any case.
  private static func key(_ postcode: String) -> String {
    String(postcode.uppercased().filter { $0.isLetter || $0.isNumber })
  }
}
