/// The safeguarding screen as a rule: a brief assessment may come before it; a triage, a waiting list
/// and an allocation may not. In every order of steps (practice P2, P10, P13).
extension CaseFile {
  /// Referrals that nobody has screened: each is screened anew, a known child's too, since it may
  /// carry a new danger (practice P2).
  public var unscreened: [Referral] {
    let screenings = all(Screening.self)
    return referrals.filter { referral in
      !screenings.contains { screening in
        screening.about == referral.header.id
          || screening.person != nil
            && screening.person.map(today) == referral.person.map(today)
            && screening.header.recorded > referral.header.recorded
      }
    }
  }

  /// The last unscreened referral of each child: what a screen of the whole case is about.
  public var toScreen: [Referral] {
    unscreened.reduce(into: [Referral]()) { last, referral in
      let child = referral.person.map(today)
      last.removeAll { $0.person.map(today) == child }
      last.append(referral)
    }
  }

  /// The last result for a child; a screening without a child is the whole family's.
  public func screening(of person: ID?) -> Screening? {
    all(Screening.self).filter {
      $0.person == nil || person == nil || $0.person.map(today) == person.map(today)
    }.lastWritten
  }

  /// Throws where `step` may not be taken: nobody has screened the child, or the screen asked for more
  /// information. `person` is nil where it is a step for the whole family: then every child's screen
  /// counts.
  public func requireScreened(_ person: ID?, before step: String) throws {
    let waiting = unscreened.filter {
      person == nil || $0.person.map(today) == person.map(today)
    }
    let subject = person ?? family
    let screening = screening(of: person)
    guard waiting.isEmpty, let screening else {
      throw Problem(
        "screen-missing", .usage,
        "\(subject) is not screened, and \(named: step) may not come before the safeguarding screen",
        cure:
          "carers refer screen \(subject) --result clear, or what it was. A danger goes to the front door today."
      )
    }
    let children = person.map { [$0] } ?? all(Screening.self).compactMap { $0.person.map(today) }
    let last = children.isEmpty ? [screening] : children.compactMap { self.screening(of: $0) }
    guard !last.contains(where: { $0.result == .moreInformation }) else {
      throw Problem(
        "screen-open", .usage,
        "the screen of \(subject) asked for more information: \(named: step) waits for it",
        cure: "carers refer screen \(subject) again, when the answer is there.")
    }
  }

  /// Alarms that no named person has answered (practice P1).
  public var openFlags: [SafeguardingFlag] {
    let flags = all(SafeguardingFlag.self)
    let answered = Set(flags.filter(\.isAnswer).compactMap(\.answers))
    return flags.filter { $0.isAlarm && !answered.contains($0.header.id) }
  }

  /// What keeps people safe today, the most urgent first (practice P8).
  public func alerts(on day: Day) -> [Alert] {
    func rank(_ alert: Alert) -> Int {
      Alert.What.known.firstIndex(of: alert.what) ?? Alert.What.known.count
    }
    return all(Alert.self).filter { $0.holds(on: day) }.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    .map(\.element)
  }
}
