extension CaseFile {
  /// Nothing is forgotten of a family that somebody works with or waits for, nor while an alarm, a
  /// referral or a complaint is unanswered: an erasure cannot be taken back (practice P1).
  public func requireForgettable() throws {
    let flags = openFlags
    if !flags.isEmpty {
      throw refused(
        "flag-open",
        "\(named: flags.count == 1 ? "a safeguarding flag is" : "safeguarding flags are") open: \(ID(flags.map(\.header.id.text).joined(separator: ", ")))",
        cure: "carers flag answer, when somebody has acted.")
    }
    // It may carry a danger that nobody has read (practice P2).
    if let referral = unscreened.first {
      throw refused(
        "case-unscreened", "nobody has screened \(referral.header.id)",
        cure: "carers refer screen \(family) writes down what the screen said.")
    }
    if let complaint = all(Complaint.self).first(where: { $0.answered == nil }) {
      throw refused(
        "case-complains", "nobody has answered \(complaint.header.id), a complaint",
        cure: "carers review complaint \(family) writes down what was answered.")
    }
    if let one = all(Conference.self).first(where: { $0.held == nil && $0.cancelled == nil }) {
      throw refused(
        "case-booked", "a conference is booked: \(one.key)",
        cure: "carers conference held or carers conference cancel says what became of it.")
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
