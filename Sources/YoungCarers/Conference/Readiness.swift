/// What is missing before a conference (practice P11, P12, P29 to P33). A named person may override
/// each, and the reason stays beside it.
public struct Readiness: Sendable {
  public let conference: Conference
  public let invitees: [Invitee]
  private let file: CaseFile
  private let service: Service
  private let day: Day

  /// `today` stands for the day of the conference while none is chosen; `held` is the day on which it
  /// was held, whatever it was booked for.
  public init(
    of conference: Conference, in file: CaseFile, _ service: Service, today: Day, held: Day? = nil
  ) {
    self.conference = conference
    invitees = file.invitees(of: conference)
    self.file = file
    self.service = service
    day = held ?? conference.held ?? conference.date ?? today
  }

  /// Every gap, those that somebody overrode among them.
  public var gaps: [Gap] { steps + meeting + edge + children + people }

  /// Those that nobody overrode.
  public var open: [Gap] { gaps.filter { decision(on: $0) == nil } }

  /// Who overrode a gap, and why.
  public func decision(on gap: Gap) -> ManagersDecision? {
    file.decisions(.override, at: conference).last(where: gap.isMeant)
  }

  /// Overrides of what is no longer missing: they stay to be seen.
  public var settled: [ManagersDecision] {
    let gaps = gaps
    return file.decisions(.override, at: conference).filter { decision in
      !gaps.contains { $0.isMeant(by: decision) }
    }
  }

  // MARK: What comes before

  private var steps: [Gap] {
    var gaps: [Gap] = []
    if file.offerOfConference?.answer != .accepted {
      gaps.append(Gap(.accepted, "The family has not said yes to a conference."))
    }
    if conference.purpose != .edgeOfCare { gaps += file.stepsMissing }
    return gaps
  }

  // MARK: The meeting

  private var meeting: [Gap] {
    func missing(_ rule: ConferenceRule, _ isMissing: Bool, _ words: String) -> Gap? {
      isMissing ? Gap(rule, words) : nil
    }
    let near = conference.coordinator.flatMap { name in
      Independence(in: file, referrer: conference.referrer, on: [day], service).near(name)
    }
    return [
      missing(.coordinator, conference.coordinator == nil, "There is no coordinator."),
      near.map { Gap(.coordinatorNear, "The coordinator is \($0.words).") },
      missing(.date, conference.date == nil, "There is no day."),
      missing(.time, conference.time == nil, "There is no time."),
      missing(.place, conference.place == nil, "There is no place."),
      missing(
        .chosen, conference.chosenBy == nil, "Nobody wrote down who chose whom, where and when."),
      missing(
        .concerns, conference.concerns.isEmpty, "No concerns to talk about are agreed."),
      missing(
        .concernsSent, !(conference.concernsSent.map { $0 <= day } ?? false),
        "The concerns were not sent to those who come."),
    ].compactMap { $0 }
  }

  /// The social worker refers, says what must be safe, and stays lead (practice P12).
  private var edge: [Gap] {
    guard conference.purpose == .edgeOfCare else { return [] }
    let referrer = conference.referrer.map { Text.folded($0) }
    let stays = file.leads(on: day).contains { Text.folded($0.lead) == referrer }
    return [
      referrer == nil ? Gap(.referrer, "The social worker who referred is not named.") : nil,
      conference.bottomLine == nil
        ? Gap(.bottomLine, "What must be safe is not written down.") : nil,
      conference.parentalReason.isEmpty
        ? Gap(.parentalReason, "The parental reason is not recorded.") : nil,
      stays ? nil : Gap(.socialWorker, "The social worker who referred is not the lead."),
    ].compactMap { $0 }
  }

  // MARK: Those who come

  private var children: [Gap] {
    let asked = file.children.map { child in
      (child, invitees.first { $0.person.map(file.today) == child.id })
    }
    let missing = asked.filter { $0.1 == nil }.map { child, _ in
      Gap(.child, "\(child.called ?? "A child") is not among those who are asked.")
    }
    let parents = invitees.contains { invitee in
      invitee.isParent || invitee.person.flatMap(file.member)?.isParent == true
    }
    let advocacy = Advocacy(at: conference, in: file, on: day, service)
    return missing + (parents ? [] : [Gap(.parent, "No parent is among those who are asked.")])
      + asked.compactMap(\.1).flatMap(advocacy.gaps)
  }

  private var people: [Gap] {
    invitees.flatMap { invitee -> [Gap] in
      func gap(_ rule: ConferenceRule, _ isMissing: Bool, _ words: String) -> Gap? {
        isMissing ? Gap(rule, of: invitee.key, "\(invitee.name): \(words)") : nil
      }
      guard !invitee.isExcluded else {
        return [
          gap(.awayBecause, invitee.excludedBecause == nil, "must stay away, and nobody said why"),
          gap(.awayBy, invitee.excludedBy == nil, "must stay away, and nobody said who decided it"),
          gap(
            .awayViews, invitee.viewsBy == nil,
            "must stay away, and nobody said how their views come"),
        ].compactMap { $0 }
      }
      return [
        gap(.asked, invitee.invited == nil && invitee.reply == .none, "not yet asked"),
        gap(.prepared, invitee.isUnprepared(for: day), "not prepared"),
      ].compactMap { $0 }
    }
  }
}

extension Invitee {
  /// Whether they may come, and nobody prepared them by that day.
  func isUnprepared(for day: Day) -> Bool {
    needsPreparation && !(prepared.map { $0 <= day } ?? false)
  }
}

extension Offer {
  /// Of a family group conference.
  public var isOfConference: Bool {
    ["conference", CaseFile.conferenceOffer].contains(Text.folded(what))
  }
}

extension CaseFile {
  /// What a conference is called as an offer.
  public static let conferenceOffer = "family group conference"

  /// The latest offer of a conference since the work began, or began again: a yes to the one of years
  /// ago is no yes to another.
  public var offerOfConference: Offer? {
    sinceItBegan(all(Offer.self).filter(\.isOfConference), on: \.header.day).max {
      ($0.header.day, $0.header.recorded, $0.header.id)
        < ($1.header.day, $1.header.recorded, $1.header.id)
    }
  }

  /// The steps that must come before a conference that is not at the edge of care, and did not.
  public var stepsMissing: [Gap] {
    let isScreened = (try? requireScreened(nil, before: Self.conferenceOffer)) != nil
    let isAssessed = all(Assessment.self).contains {
      $0.finished != nil && $0.form != .brief || $0.form == .outcomes
    }
    return [
      isScreened ? nil : Gap(.screened, "The safeguarding screen is not done."),
      isAssessed
        ? nil : Gap(.assessed, "No assessment came before: a conference does not replace one."),
    ].compactMap { $0 }
  }

  /// What was decided about a conference: overrides, or departures.
  public func decisions(_ what: ManagersDecision.What, at conference: Conference)
    -> [ManagersDecision]
  {
    all(ManagersDecision.self).filter { $0.what == what && $0.about == conference.key }
  }
}
