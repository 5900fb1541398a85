import YoungCarers

/// Decisions about identity, by people. Each is an entry; parting withdraws what joined, and nothing
/// is rewritten.
public struct Deciding {
  private let writer: Writer
  private let because: [String]

  public init(_ writer: Writer, because: [String]) {
    self.writer = writer
    self.because = because
  }

  /// What a decision took out of force.
  public struct Outcome {
    /// How many earlier decisions.
    public var withdrawn = 0
    /// Who was filed while they stood: see `Reader.filedMeanwhile`.
    public var meanwhile: [ID] = []
  }

  @discardableResult
  public func decide(_ one: ID, _ other: ID, same: Bool) throws -> Outcome {
    guard let shape = one.shape, shape == other.shape else {
      throw Problem(
        "pair-shape", .usage, "one of these is a person and the other a case",
        cure: "Compare two people (YP-…) or two cases (YC-…).")
    }
    let today = (try writer.reader.today(one), try writer.reader.today(other))
    let joined =
      shape == .person ? today.0.person == today.1.person : today.0.family == today.1.family
    if joined == same, same {
      throw Problem("pair-joined", .usage, "\(one) and \(other) are one already")
    }
    let outcome = try joined ? part(one, other, shape) : withdrawOpposite(one, other, same)
    switch (shape, same) {
    case (.person, true): try append(SamePerson(), one, other)
    case (.person, false): try append(DifferentPeople(), one, other)
    case (.family, true): try append(SameFamily(), one, other)
    case (.family, false): try append(DifferentFamilies(), one, other)
    }
    if !same, shape == .family { try proveParted(one, other) }
    return outcome
  }

  /// Cases are also one through a person of both, and would stay so whatever was decided of them.
  private func proveParted(_ one: ID, _ other: ID) throws {
    try writer.settle()
    let reader = writer.reader
    guard try reader.today(one).family == reader.today(other).family else { return }
    let pair = try reader.personJoins(between: one, other).first
    throw Problem(
      "pair-through-people", .usage,
      pair.map { "\(one) and \(other) would stay one: \($0.one) and \($0.other) are one person" }
        ?? "\(one) and \(other) would stay one: their people are joined",
      cure: pair.map { "Decide about them first: carers refer different \($0.one) \($0.other)" })
  }

  private func append(_ blank: some IdentityDecision, _ one: ID, _ other: ID) throws {
    var decision = blank
    decision.header = try writer.header(about: one)
    decision.one = one
    decision.other = other
    decision.because = because
    try writer.append(decision.entry)
  }

  /// Withdraws the decisions that join the two: of each way from one to the other the last, so that
  /// whoever was joined with the other stays with them.
  private func part(_ one: ID, _ other: ID, _ shape: ID.Shape) throws -> Outcome {
    var edges = try writer.reader.joins(
      around: one, shape == .person ? .samePerson : .sameFamily)
    var withdrawn: [ID] = []
    while let last = Self.lastStep(from: one, to: other, edges) {
      withdrawn.append(last.decision)
      edges.removeAll { $0 == last }
    }
    // Cases may be one through their people alone: see `proveParted`.
    guard !withdrawn.isEmpty || shape == .family && one != other else {
      throw Problem(
        "pair-filed", .usage, "\(one) and \(other) were never joined by a decision",
        cure: "They are of one case because they were filed together.")
    }
    if withdrawn.isEmpty { return Outcome() }
    let meanwhile = try writer.reader.filedMeanwhile(withdrawn)
    try withdraw(withdrawn)
    return Outcome(withdrawn: withdrawn.count, meanwhile: meanwhile)
  }

  /// The join by which a shortest way arrives; nil where there is no way.
  private static func lastStep(from one: ID, to other: ID, _ edges: [Join]) -> Join? {
    var reached: Set<ID> = [one]
    var ring = reached
    while !ring.isEmpty {
      var next: Set<ID> = []
      for edge in edges where ring.contains(edge.one) || ring.contains(edge.other) {
        if edge.one == other || edge.other == other { return edge }
        next.formUnion([edge.one, edge.other])
      }
      ring = next.subtracting(reached)
      reached.formUnion(next)
    }
    return nil
  }

  private func withdrawOpposite(_ one: ID, _ other: ID, _ same: Bool) throws -> Outcome {
    guard same else { return Outcome() }
    let standing = try writer.reader.differences(one, other)
    if !standing.isEmpty { try withdraw(standing) }
    return Outcome(withdrawn: standing.count)
  }

  private func withdraw(_ decisions: [ID]) throws {
    var withdrawal = Withdrawal()
    withdrawal.header = writer.header(family: nil)
    withdrawal.entries = decisions.map(\.text)
    withdrawal.because = because.first ?? "decided otherwise"
    try writer.append(.withdrawal(withdrawal))
  }
}
