import YoungCarers

/// Like errors: one code, one file, one column. Of 400 bad dates three are shown and all are counted.
struct ProblemGroup {
  struct Key: Hashable {
    var code: String
    var file: String?
    var column: String?

    init(_ problem: Problem) {
      code = problem.code
      file = problem.place?.file
      column = problem.place?.column
    }
  }

  private(set) var examples: [Problem] = []
  private(set) var count = 0
  private var last: Int?

  mutating func add(_ problem: Problem) {
    count += 1
    last = problem.place?.line
    if examples.count < 3 { examples.append(problem) }
  }

  /// `400 like this: lines 118, 119, 204 … 9120`; nil for one alone.
  var summary: String? {
    guard count > 1 else { return nil }
    let lines = examples.compactMap { $0.place?.line }.map(String.init)
    guard lines.count == examples.count, let last else { return "\(count) like this" }
    let listed =
      count > 3
      ? lines.joined(separator: ", ") + (count > 4 ? " … " : " and ") + String(last)
      : lines.dropLast().joined(separator: ", ") + " and " + String(last)
    return "\(count) like this: lines \(listed)"
  }

  /// The cure, where all examples have the same.
  var cure: Sentence? {
    examples.dropFirst().allSatisfy { $0.cure == examples.first?.cure } ? examples.first?.cure : nil
  }
}
