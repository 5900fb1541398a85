import YoungCarers

/// What is missing before a conference, grouped, for a worker.
struct ReadyText {
  private let readiness: Readiness
  private let width: Int
  private let style: Style

  init(_ readiness: Readiness, _ session: Session) {
    self.readiness = readiness
    width = min(session.world.width, 100)
    style = session.style
  }

  var text: String {
    let open = readiness.open
    let parts = ConferenceRule.Part.allCases.flatMap { part -> [String] in
      let gaps = open.filter { $0.rule.part == part }
      return gaps.isEmpty ? [] : [part.rawValue] + gaps.map { line($0, "[\($0.rule.source)]") }
    }
    let overridden =
      readiness.gaps.compactMap { gap in
        readiness.decision(on: gap).map { line(gap, told($0)) }
      } + readiness.settled.map { line("\($0.rule ?? ""): no longer missing. \(told($0))") }
    let verdict =
      open.isEmpty
      ? "Ready."
      : "Not ready: \(open.count) \(open.count == 1 ? "thing is" : "things are") missing."
    return
      ([heading, style.bold(verdict)] + parts
      + (overridden.isEmpty ? [] : ["Overridden"] + overridden) + preparation)
      .joined(separator: "\n") + "\n"
  }

  private var heading: String {
    let conference = readiness.conference
    return Visible.line(
      "\(conference.name), \(conference.spoken)" + (conference.place.map { ", \($0)" } ?? ""))
  }

  private func told(_ decision: ManagersDecision) -> String {
    "Overridden by \(decision.decider): \(decision.because ?? "no reason")"
  }

  private func line(_ gap: Gap, _ more: String) -> String {
    line("\(gap.rule.rawValue): \(gap.words) \(more)")
  }

  private func line(_ words: String) -> String {
    Visible.wrapped(Visible.line(words), to: max(40, width - 4)).enumerated().map {
      ($0.offset == 0 ? "  " : "    ") + $0.element
    }.joined(separator: "\n")
  }

  /// Who was prepared otherwise than by a visit (practice P29).
  private var preparation: [String] {
    let others = readiness.invitees.compactMap { invitee -> String? in
      guard let how = invitee.preparedHow, how != "visit", invitee.needsPreparation else {
        return nil
      }
      return "\(invitee.name) (\(how))"
    }
    return others.isEmpty
      ? [] : [Visible.line("Prepared without a visit: \(others.joined(separator: ", ")).")]
  }
}
