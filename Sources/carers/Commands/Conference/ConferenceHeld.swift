import ArgumentParser
import Storage
import YoungCarers

/// Writes down what happened at the conference, and what of the standard was not kept.
struct ConferenceHeld: Command {
  static let configuration = CommandConfiguration(
    commandName: "held", abstract: "Write down what happened; it never refuses what happened.",
    discussion: """
      Examples:
        carers conference held YC-7KQ4-M2DX-J --attended - --plan-agreed < names.txt
        carers conference held YC-7KQ4-M2DX-J --attended "Sam; Mum" --stopped-by Mum

      Whatever was missing before the day, or was not kept on it, is written down as a departure from \
      the standard, with who decided (--by) and why (--because); an override keeps its own. Nothing \
      that was said in private family time is written down.
      """)

  @OptionGroup var about: AboutArguments
  @OptionGroup var what: HeldOptions

  @Option(help: ArgumentHelp("Who decided on departures; you, unless said.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("Why; - is standard input.", valueName: "reason"))
  var because: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let decider = try session.optional(by) ?? session.actor.name
    let reason = try session.optional(because)
    try about.atConference(session) { desk in
      let (held, departures) = try desk.hold(what, by: decider, because: reason)
      return ["\(held.name) held on \(desk.day.spoken)."]
        + (held.reviewDate.map { ["Review on \($0.spoken)."] } ?? [])
        + held.told(departures)
    }
  }
}

extension AtConference {
  /// Writes the conference as held, who came, and each departure from the standard, once.
  func hold(_ what: HeldOptions, by decider: String, because reason: String?) throws -> (
    Conference, [Gap]
  ) {
    let readiness = Readiness(of: conference, in: file, service, today: day, held: day)
    let present = try session.names(what.attended)
    let absent = try session.names(what.absent)
    _ = try session.past(day, "nothing can be held")
    let after = try attendance(present, absent) + unasked(session.names(what.unasked))
    let held = try replace(conference) { try what.take(into: &$0, on: day, session) }
    let departures = Departures(from: readiness, held: held, invitees: after, in: file).all
    try depart(departures, from: readiness, by: decider, because: reason)
    return (held, departures)
  }

  /// Those who came though nobody had asked them: `NAME`, or `NAME=professional`.
  private func unasked(_ given: [String]) throws -> [Invitee] {
    var making = InviteeMaking(self)
    return try given.map { typed in
      let parts = Item.split(typed, at: "=")
      do {
        return try making.writeUnasked(parts.first ?? "", parts.count > 1 ? parts[1] : nil)
      } catch var problem as Problem where problem.code == "invitee-there" {
        problem.cure = "Whoever had been asked goes into --attended."
        throw problem
      }
    }
  }

  /// Writes each departure once: with who decided on an override, else with who is named here.
  func depart(
    _ departures: [Gap], from readiness: Readiness, by decider: String, because reason: String?
  ) throws {
    for gap in departures {
      let override = readiness.decision(on: gap)
      try decide(
        .departure, on: gap, by: override?.decider ?? decider,
        because: override?.because ?? reason)
    }
  }

  /// Those asked, as they are after the day. An advocate who is not asked for themselves came where
  /// they are among those who did.
  private func attendance(_ present: [String], _ absent: [String]) throws -> [Invitee] {
    func isAdvocate(_ name: String, of invitee: Invitee) -> Bool {
      invitee.advocate.map { Text.folded($0) } == Text.folded(name)
    }
    let advocates = (present + absent).filter { name in
      invitees.contains { isAdvocate(name, of: $0) }
        && !invitees.contains { Text.folded($0.name) == Text.folded(name) }
    }
    let came = Set(try present.filter { !advocates.contains($0) }.map { try known($0).key })
    let stayed = Set(try absent.filter { !advocates.contains($0) }.map { try known($0).key })
    if let both = came.intersection(stayed).first {
      throw Problem(
        "came-and-not", .usage, "\(both) came, or did not come",
        cure: "Leave them out of --attended, or of --absent.")
    }
    return try invitees.map { before in
      let isSpokenFor =
        present.contains { isAdvocate($0, of: before) }
        || invitees.contains { came.contains($0.key) && isAdvocate($0.name, of: before) }
      guard came.contains(before.key) || stayed.contains(before.key) || before.advocate != nil
      else { return before }
      return try replace(before) { invitee in
        if came.contains(before.key) { invitee.attended = true }
        if stayed.contains(before.key) { invitee.attended = false }
        if before.advocate != nil { invitee.advocateCame = isSpokenFor }
      }
    }
  }
}

extension AtConference {
  /// One of those asked; an error says how somebody else is written down, who came all the same.
  private func known(_ name: String) throws -> Invitee {
    do {
      return try invitee(name)
    } catch var problem as Problem where problem.code == "invitee-unknown" {
      let cure = problem.cure ?? ""
      problem.cure = "Whoever came and had not been asked goes into --unasked. \(cure)"
      throw problem
    }
  }
}

extension Conference {
  /// How many departures there were, and what they are.
  func told(_ departures: [Gap]) -> [String] {
    guard !departures.isEmpty else {
      return [
        stoppedBy == nil
          ? "It was held as the standard asks."
          : "Until it was stopped it was held as the standard asks."
      ]
    }
    let count = departures.count
    return ["\(count) \(count == 1 ? "departure" : "departures") from the standard:"]
      + departures.map { "  \($0.rule.rawValue): \($0.words)" }
  }
}
