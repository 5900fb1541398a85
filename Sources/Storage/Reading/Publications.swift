import YoungCarers

extension Reader {
  /// The reports that left, in the order in which they did.
  public func publications() throws -> [Publication] {
    try listed(Publication.self, in: "publications").map(\.entry).asWritten
  }
}
