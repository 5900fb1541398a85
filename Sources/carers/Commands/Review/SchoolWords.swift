import YoungCarers

/// What was said of school, first and last, in words for anybody (practice P22, P44).
struct SchoolWords {
  let lines: [String]

  init(_ school: Schooling) {
    lines = [
      Self.line("Attendance", school.attendance) { "\($0)%" },
      Self.line("Suspensions", school.suspensions) { String($0) },
      Self.line("Learning", school.attainment) { $0 },
    ].compactMap { $0 }
  }

  private static func line<Value>(
    _ title: String, _ pair: Schooling.Pair<Value>?, _ words: (Value) -> String
  ) -> String? {
    guard let pair else { return nil }
    func told(_ said: Schooling.Said<Value>, _ when: String) -> String {
      words(said.value) + when + about(said)
    }
    guard let last = pair.last else { return "\(title): \(told(pair.first, ""))" }
    return "\(title): \(told(pair.first, " at first")); \(told(last, " last"))"
  }

  /// ` (1 September 2025 to 19 December 2025, Vale High)`
  private static func about<Value>(_ said: Schooling.Said<Value>) -> String {
    let span = [said.starts, said.ends].compactMap { $0?.written }.joined(separator: " to ")
    let parts = [span, said.source ?? ""].filter { !$0.isEmpty }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }
}
