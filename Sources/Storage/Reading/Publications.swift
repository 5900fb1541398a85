import YoungCarers

extension Reader {
  /// The reports that left, in the order in which they did.
  public func publications() throws -> [Publication] {
    try listed(Publication.self, in: "publications").map(\.entry)
      .sorted { ($0.header.recorded, $0.header.id) < ($1.header.recorded, $1.header.id) }
  }
}
