/// The versions of a plan, each as it stood.
extension CaseFile {
  /// An earlier version, and the case as it was when the next one took its place. Throws status 66
  /// where there is no such version.
  public func version(_ number: Int, of plan: FamilyPlan) throws -> (FamilyPlan, CaseFile) {
    // What was taken back is no version; what was replaced is one.
    let all = entries.compactMap { $0.of(FamilyPlan.self) }.filter { $0.key == plan.key }
    let counts = Set(self.all(FamilyPlan.self).map(\.header.id) + all.compactMap(\.header.replaces))
    let written = all.filter { counts.contains($0.header.id) }.asWritten
    guard let one = written.last(where: { $0.version == number }) else {
      throw Problem(
        "plan-version", .noInput, "the plan of \(family) has no version \(number)",
        cure: "The latest is \(plan.version).")
    }
    guard let next = written.first(where: { $0.version > number }) else { return (one, self) }
    return (one, before(next.header.recorded))
  }

  /// The case as it was known before an instant.
  func before(_ instant: Instant) -> CaseFile {
    let known = entries.filter { $0.header.recorded < instant }
    let causes = known.sorted { ($0.header.recorded, $0.id) < ($1.header.recorded, $1.id) }
      .compactMap(Standing.Cause.init)
    let alarms = known.compactMap { entry -> ID? in
      guard case .flag(let flag) = entry, flag.isAlarm else { return nil }
      return entry.id
    }
    // What was taken back later was a mistake then too: no withdrawal is filed under a case.
    let replaced = Set(entries.compactMap(\.header.replaces))
    let stand = Set(standing.map(\.id)).union(replaced)
    let withdrawn = known.map(\.id).filter { !stand.contains($0) }
    return CaseFile(
      family: family, entries: known, aliases: Array(aliases.values),
      fallen: Set(Standing.fallen(causes, alarms: Set(alarms)).keys).union(withdrawn))
  }
}
