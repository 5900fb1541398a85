import YoungCarers

extension Reader {
  /// The reports that left, in the order in which they did.
  public func publications() throws -> [Publication] {
    try listed(Publication.self, in: "publications").map(\.entry).asWritten
  }

  /// What was forgotten, in the order in which it was.
  public func forgettings() throws -> [Forgetting] {
    try listed(Forgetting.self, in: "forgettings").map(\.entry).asWritten
  }
}
