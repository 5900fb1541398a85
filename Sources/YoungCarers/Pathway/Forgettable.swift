extension CaseFile {
  /// Nothing is forgotten of a family that somebody works with or waits for, nor while an alarm is
  /// unanswered: an erasure cannot be taken back (practice P1).
  public func requireForgettable() throws {
    let flags = openFlags
    if !flags.isEmpty {
      throw refused(
        "flag-open",
        "\(named: flags.count == 1 ? "a safeguarding flag is" : "safeguarding flags are") open: \(ID(flags.map(\.header.id.text).joined(separator: ", ")))",
        cure: "carers flag answer, when somebody has acted.")
    }
    if involvement.isOpen {
      throw refused(
        "case-open", "the work with it goes on", cure: "carers review close \(family) ends it.")
    }
    for form in [Assessment.Form.needs, .transition] {
      let waiting = listStays(form).filter { $0.value.contains { $0.left == nil } }.keys.sorted()
      guard let child = waiting.first else { continue }
      throw refused(
        "case-waits", "\(child) waits for a \(named: form.rawValue) assessment",
        cure: "carers assess finish \(child) writes down how that ended.")
    }
  }

  private func refused(_ code: String, _ says: Sentence, cure: Sentence) -> Problem {
    Problem(code, .notAllowed, "\(family) is not forgotten: \(says)", cure: cure)
  }
}
