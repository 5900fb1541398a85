/// What was said of a child's school at the beginning of the work and last: "education protects"
/// (practice P22). Each stands with its period and with who said it, so that a winter is not taken for a
/// summer, nor a parent's word for the register; nothing is made of the difference.
public struct Schooling: Sendable, Equatable {
  public struct Pair<Value: Sendable & Equatable>: Sendable, Equatable {
    public var first: Said<Value>
    /// Nil where it was said once only.
    public var last: Said<Value>?
  }

  public struct Said<Value: Sendable & Equatable>: Sendable, Equatable {
    public var value: Value
    public var starts: Day?
    public var ends: Day?
    public var source: String?
  }

  /// Sessions attended, in per cent, as given.
  public let attendance: Pair<String>?
  public let suspensions: Pair<Int>?
  /// As the school puts it.
  public let attainment: Pair<String>?

  /// Of what was said of one child, in any order.
  public init(_ said: [Education]) {
    func pair<Value>(_ path: (Education) -> Value?) -> Pair<Value>? {
      let told = said.filter { path($0) != nil }.inOrder(
        of: { ($0.ends ?? $0.header.day, $0.header.recorded, $0.header.id) }, <)
      func one(_ school: Education?) -> Said<Value>? {
        school.flatMap { school in
          path(school).map {
            Said(value: $0, starts: school.starts, ends: school.ends, source: school.source)
          }
        }
      }
      guard let first = one(told.first) else { return nil }
      return Pair(first: first, last: told.count > 1 ? one(told.last) : nil)
    }
    attendance = pair(\.attendance)
    suspensions = pair(\.suspensions)
    attainment = pair(\.attainment)
  }
}

extension CaseFile {
  /// What was said of a child's school in one involvement with the family, as far as a reader may see.
  /// A parent sees what a worker found out, and of what came with a scoring what they see of that: not
  /// what the child keeps to themselves (practice P7), nor that some setting made an assessment (P5).
  public func schooling(of child: ID, in spell: Spell, for reader: ScoreReader) -> Schooling {
    let said = all(Education.self).filter {
      $0.person.map(today) == today(child) && spell.contains($0.header.day)
    }
    guard case .parent = reader else { return Schooling(said) }
    let isAll = parentMaySee(child).isAll
    let open =
      scored(child, in: spell).filter { $0.scorer == .worker }
      + scored(child, in: spell, for: reader).filter { $0.scorer != .child || isAll }
    let assessments = Set(open.map(\.assessment))
    return Schooling(said.filter { $0.about.map(assessments.contains) ?? false })
  }
}
