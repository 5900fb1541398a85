import YoungCarers

/// What is told when a joining is taken back.
enum Parting {
  /// Entries stay where they were filed, so a person must look at these.
  static func sentences(filedMeanwhile people: [ID]) -> [String] {
    guard !people.isEmpty else { return [] }
    let shown = people.prefix(5).map(\.text).joined(separator: ", ")
    let more = people.count > 5 ? " and \(people.count - 5) more" : ""
    return [
      "Filed while the two were one: \(shown)\(more). Look whether their case is the right one."
    ]
  }
}
