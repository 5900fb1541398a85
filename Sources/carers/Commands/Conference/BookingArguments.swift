import ArgumentParser
import Storage
import YoungCarers

/// What a command takes that books a conference, and how it is booked: a review as any other.
struct BookingArguments: ParsableArguments {
  @OptionGroup var about: AboutArguments

  @Option(help: ArgumentHelp("The day and the time, as \"fri 3.30pm\".", valueName: "day time"))
  var at: String?

  @OptionGroup var details: BookingOptions
  @OptionGroup var despite: DespiteOptions

  /// Books it, where nothing stands against it; `more` may refuse it too, or say more of it.
  func book(
    _ purpose: Conference.Purpose, _ session: Session,
    _ more: (Conference, CaseFile) throws -> [String]
  ) throws {
    let (entries, subject) = try about.open(session)
    let service = try session.service(entries.store)
    var conference = Conference()
    conference.purpose = purpose
    try asked(session).take(into: &conference, session)
    let decider = try despite.decider(session)
    try session.change(entries, about.filter) { writer in
      let file = try writer.reader.caseFile(subject)
      guard file.bookedConference == nil else {
        throw Problem(
          "booked-twice", .usage, "a conference of \(file.family) is booked already",
          cure: "carers conference move, cancel or held \(file.family): one at a time.")
      }
      try file.requireGoingOn()
      let said = try more(conference, file)
      let days = [session.today, conference.date].compactMap { $0 }
      try proveIndependent(conference, file, days, service)
      let gaps = gaps(conference, file)
      if let first = gaps.first, despite.reason == nil { throw problem(first, file) }
      if purpose == .review { conference.plan = file.plan?.key }
      conference.header = try writer.header(about: subject)
      conference.header.day = try about.when(session)
      try conference.proveToCome(from: conference.header.day)
      try writer.append(conference.entry)
      let desk = AtConference(
        writer: writer, file: file, conference: conference, service: service,
        day: conference.header.day, session: session)
      for gap in gaps {
        try desk.decide(.override, on: gap, by: decider, because: despite.reason)
      }
      return ["\(conference.name) booked for \(conference.spoken)."] + said
        + gaps.map { "Overridden by \(decider): \($0.rule.rawValue). \($0.words)" }
    }
  }

  private func take(into conference: inout Conference, _ session: Session) throws {
    let when = try at.map { try session.moment($0, "--at") }
    conference.date = when?.0
    conference.time = when?.1.text
    try details.take(into: &conference, session)
  }

  /// Asked for at a terminal, where nothing was said; what is not chosen yet is left out.
  private func asked(_ session: Session) throws -> Self {
    var asked = self
    guard at == nil, details.place == nil, details.coordinator == nil, session.asking.isPossible
    else { return asked }
    let question = "When, as \"fri 3.30pm\" (Enter where it is not chosen yet)"
    asked.at = try session.asking.ask(question, option: "--at")
    asked.details.place = try session.asking.ask("Where", option: "--place")
    asked.details.coordinator = try session.asking.ask(
      "Independent coordinator", option: "--coordinator")
    asked.details.chosenBy =
      try details.chosenBy
      ?? session.asking.ask("Who chose whom, where and when (child, family)", option: "--chosen-by")
    return asked
  }

  /// Practice P31. Nothing overrides it at booking.
  private func proveIndependent(
    _ conference: Conference, _ file: CaseFile, _ days: [Day], _ service: Service
  ) throws {
    guard let coordinator = conference.coordinator,
      let near = Independence(in: file, referrer: conference.referrer, on: days, service)
        .near(coordinator)
    else { return }
    throw Self.notIndependent(near)
  }

  static func notIndependent(_ near: Independence.Near) -> Problem {
    Problem(
      "coordinator-near", .usage, "the coordinator is \(named: near.words)",
      cure: "A coordinator is independent: name somebody else with --coordinator. See P31.")
  }

  /// The rules against booking that somebody may override.
  private func gaps(_ conference: Conference, _ file: CaseFile) -> [Gap] {
    var gaps = conference.purpose == .edgeOfCare ? [] : file.stepsMissing
    if file.offerOfConference?.answer == .declined {
      gaps.append(Gap(.accepted, "The family said no for now."))
    }
    return gaps
  }

  private func problem(_ gap: Gap, _ file: CaseFile) -> Problem {
    let (says, cure): (Sentence, Sentence) =
      switch gap.rule {
      case .screened:
        (
          "\(file.family) is not screened, and a conference may not come before the safeguarding screen",
          "carers refer screen \(file.family) --result clear, or what it was. At the edge of care: --purpose \"edge of care\"."
        )
      case .assessed:
        (
          "no assessment of \(file.family) came before: a conference follows one, and does not replace it",
          "carers assess needs, or the outcome areas, first."
        )
      default:
        (
          "the family of \(file.family) said no to a conference for now",
          "Ask again, and write the answer down: carers conference offer \(file.family)."
        )
      }
    return Problem(
      gap.rule.rawValue, .usage, says, cure: "\(cure) Or --despite says why, and --by who decided.")
  }
}
