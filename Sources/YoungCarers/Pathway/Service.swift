/// What a service has settled for itself: targets, ages, scales, titles, the order of steps. Each
/// setting has a value from its profile, may be changed in the configuration, and says where its
/// value comes from.
public struct Service: Sendable {
  public let profile: Profile
  private var values: [Name: Value] = [:]

  public struct Value: Sendable, Equatable {
    public var text: String
    /// The law, standard or paper the value comes from; `assumed` where there is none.
    public var source: String
  }

  public init(_ profile: Profile) { self.profile = profile }

  public subscript(name: Name) -> Value {
    values[name] ?? Value(text: name.standard(profile), source: name.source)
  }

  /// Whether the configuration changed it.
  public func isChanged(_ name: Name) -> Bool { values[name] != nil }

  /// Changes a setting. Throws where the value is of another type than the setting's.
  public mutating func change(_ name: Name, to text: String, source: String?) throws {
    guard name.type.accepts(text) else {
      let standard = name.standard(profile)
      throw Problem(
        "setting-value", .configuration,
        "setting \(named: name.rawValue) is not \(named: name.type.article)",
        cure: standard.isEmpty
          ? "Correct it, or leave it out."
          : "For example \(named: name.rawValue) = \"\(named: standard)\".")
    }
    values[name] = Value(text: text, source: source ?? "the service's own")
  }

  public func text(_ name: Name) -> String { self[name].text }

  public func number(_ name: Name) -> Int { Int(self[name].text) ?? 0 }

  /// The last day on which a target is kept that began on `day`.
  public func due(_ target: Name, after day: Day) -> Day {
    Period(text(target)).map { $0.due(after: day, workingDays) } ?? day
  }

  /// The last day of a period that a service may set; nil where it sets none.
  public func limit(_ name: Name, after day: Day) -> Day? {
    text(name).isEmpty ? nil : due(name, after: day)
  }

  public func list(_ name: Name) -> [String] { Item.split(self[name].text) }

  /// The scale of the eight outcome areas.
  public var areas: Scale { Scale(text(.scaleAreas)) ?? Scale.standard }

  /// The manager of a worker, as the service wrote it down: `worker=manager`.
  public func manager(of worker: String) -> String? {
    list(.managers).compactMap(Answers.parted).first {
      Text.folded($0.code) == Text.folded(worker)
    }?.value
  }

  /// The working days of the place: England's, and the changes the service made.
  public var workingDays: WorkingDays {
    WorkingDays(
      adding: Set(list(.holidaysAdded).compactMap { Day($0) }),
      removing: Set(list(.holidaysRemoved).compactMap { Day($0) }))
  }

  /// The order of steps, which is the service's own (practice P10).
  public var steps: [Step] { list(.steps).compactMap(Step.init) }

  /// The mainstream service for a topic of the brief assessment.
  public func mainstream(_ topic: String) -> String? {
    Name(rawValue: "mainstream.\(topic)").map { text($0) }
  }
}

/// A step of the pathway, as the settings name it.
public enum Step: String, Sendable, CaseIterable {
  case brief, screen, triage
}

extension Service {
  public enum Form: Sendable {
    case text, list, number, period, limit, days, year, steps, scale, mail

    func accepts(_ text: String) -> Bool {
      switch self {
      case .text, .list: true
      case .number: Int(text).map { $0 >= 0 } ?? false
      case .period: Period(text) != nil
      case .limit: text.isEmpty || Period(text) != nil
      case .scale: Scale(text) != nil
      case .mail: text.isEmpty || Self.isMail(text)
      case .year: text.isEmpty || Self.isYear(text)
      case .days: Item.split(text).allSatisfy { Day($0) != nil }
      case .steps: Item.split(text).allSatisfy { Step(rawValue: $0) != nil }
      }
    }

    /// A financial year, by its two years: `2026-27`.
    static func isYear(_ text: String) -> Bool {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
        let first = Int(parts[0]), let last = Int(parts[1])
      else { return false }
      return (first + 1) % 100 == last
    }

    /// As it may stand in a header or a link: ASCII, one at sign with something on both its sides, and
    /// nothing that ends an address there.
    public static func isMail(_ text: String) -> Bool {
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count == 2 && !parts.contains("")
        && text.utf8.allSatisfy { $0 > 32 && $0 < 127 && !":;,\"<>()[]\\".utf8.contains($0) }
    }

    var article: String {
      switch self {
      case .text: "a text"
      case .list: "a list"
      case .number: "a whole number"
      case .period: "a period, as 45 working days or 6 weeks"
      case .limit: "a period, as 6 months, or nothing"
      case .scale: "a scale with its end words, as 1 very hard to 10 very good"
      case .mail: "a mail address, as team@council.example, or nothing"
      case .year: "a financial year, as 2026-27, or nothing"
      case .days: "a list of days, as 2027-05-03"
      case .steps: "a list of \(Step.allCases.map(\.rawValue).joined(separator: ", "))"
      }
    }
  }

  /// A setting's name, as the configuration writes it below `[service]`.
  public enum Name: String, Sendable, CaseIterable {
    case steps
    case screener
    case targetAcknowledge = "targets.acknowledge"
    case targetScreening = "targets.screening"
    case targetBrief = "targets.brief"
    case targetTriage = "targets.triage"
    case targetNeeds = "targets.needs"
    case targetTransition = "targets.transition"
    case targetAdultReview = "targets.adult-review"
    case targetContact = "targets.contact"
    case targetOffer = "targets.offer"
    case targetSignpost = "targets.signpost"
    case transitionFrom = "ages.transition-from"
    case transitionUntil = "ages.transition-until"
    case jointVisitFrom = "ages.joint-visit-from"
    case jointVisitUntil = "ages.joint-visit-until"
    case bandsHours = "bands.hours"
    case heavyHours = "thresholds.hours"
    case heavyImpact = "thresholds.impact"
    case titleBrief = "titles.brief"
    case titleNeeds = "titles.needs"
    case titleTransition = "titles.transition"
    case mainstreamSchool = "mainstream.school"
    case mainstreamHealth = "mainstream.health"
    case mainstreamFeelings = "mainstream.feelings"
    case mainstreamFriends = "mainstream.friends"
    case mainstreamMoney = "mainstream.money"
    case mainstreamHome = "mainstream.home"
    case mainstreamBreaks = "mainstream.breaks"
    case holidaysAdded = "holidays.added"
    case holidaysRemoved = "holidays.removed"
    case forecastWeeks = "forecast.weeks"
    case nameService = "names.service"
    case nameTelephone = "names.telephone"
    case nameComplaints = "names.complaints"
    case managers
    case targetConference = "targets.conference"
    case targetReview = "targets.review"
    case targetInvolvement = "targets.involvement"
    case targetComplaintAcknowledge = "targets.complaint-acknowledge"
    case targetComplaint = "targets.complaint"
    case advocateCheck = "advocates.check"
    case advocateTraining = "advocates.training"
    case calendarTitle = "calendar.title"
    case calendarMail = "calendar.mail"
    case scaleAreas = "scales.areas"
    case readingAge = "plans.reading-age"
    case reportTargets = "reports.targets"
    case contractSum = "contract.sum"
    case contractYear = "contract.year"
    case disclosureThreshold = "disclosure.threshold"
    case disclosureBase = "disclosure.base"
    case disclosureRounding = "disclosure.rounding"
    case templateInvitation = "templates.invitation"
    case templateConcerns = "templates.concerns"
    case templateMoved = "templates.moved"
    case templateCancelled = "templates.cancelled"
    case templateAway = "templates.away"
    case templateGoodbye = "templates.goodbye"
    case templatePlan = "templates.plan"
  }
}
