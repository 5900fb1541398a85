import YoungCarers

/// The heads and ends of streams, and what is counted between them.
struct StreamFrame {
  /// What was forgiven because the stream may be partial: to be told, not to stop at.
  private(set) var forgiven: Problem?
  let file: String
  let partial: Bool
  /// The items since the head; nil where no head is open.
  private var count: Int?

  init(file: String, partial: Bool) {
    self.file = file
    self.partial = partial
  }

  var isOpen: Bool { count != nil }

  mutating func open(version: Int64?, line: Int) throws {
    if isOpen { try forgive(.withoutEnd, line: line) }
    guard let version, version > 0 else { throw Problem.withoutVersion }
    guard version <= StreamReader.version else { throw Problem.later(version) }
    count = 0
  }

  mutating func close(said: Int64?) throws {
    guard let count else { throw Problem.withoutHead }
    guard let said else { throw Problem.uncounted }
    guard said == Int64(count) else { throw Problem.miscounted(said, count) }
    self.count = nil
  }

  mutating func admit() { count? += 1 }

  /// The input ends after so many lines.
  mutating func finish(line: Int) throws {
    guard isOpen else { return }
    count = nil
    try forgive(.withoutEnd, line: line)
  }

  mutating func forgive(_ problem: Problem, line: Int) throws {
    var problem = problem
    problem.place = Place(file: file, line: max(line, 1))
    guard partial else { throw problem }
    forgiven = forgiven ?? problem
  }
}
