/// A way that a rule recommends, why, and where the rule comes from.
public struct Recommendation: Sendable, Equatable {
  public var way: Triage.Way
  /// The rule's name, stable.
  public var rule: String
  public var because: String
  public var source: String
  /// Mainstream services, by the names the service gives them.
  public var services: [String] = []

  /// As a triage keeps it: way, rule and source.
  public var line: String { "\(way.rawValue): \(rule): \(source)" }
}

/// The rules by which a way is recommended: each speaks for itself, so several ways may come out at
/// once. They recommend; a person decides (practice P17).
public struct TriageRule: Sendable {
  public let code: String
  public let way: Triage.Way
  public let source: String
  /// Why the rule speaks; nil where it does not.
  let because: @Sendable (TriageFacts, Service) -> String?

  init(
    _ code: String, _ way: Triage.Way, _ source: String,
    _ because: @escaping @Sendable (TriageFacts, Service) -> String?
  ) {
    self.code = code
    self.way = way
    self.source = source
    self.because = because
  }

  public static let all = safety + needs + transition + besides

  /// What the rules recommend, in the order of `Triage.Way.known`.
  public static func recommendations(_ facts: TriageFacts, _ service: Service) -> [Recommendation] {
    let found = all.compactMap { rule -> Recommendation? in
      guard let because = rule.because(facts, service) else { return nil }
      let services = rule.way == .mainstream ? mainstream(facts, service) : []
      return Recommendation(
        way: rule.way, rule: rule.code, because: because, source: rule.source, services: services)
    }
    return Triage.Way.known.flatMap { way in found.filter { $0.way == way } }
  }

  static func mainstream(_ facts: TriageFacts, _ service: Service) -> [String] {
    (facts.brief?.list("wants") ?? []).compactMap { service.mainstream($0) }
      .reduce(into: []) { if !$0.contains($1), !$1.isEmpty { $0.append($1) } }
  }

  private static let safety = [
    TriageRule("flag", .socialCare, "P1, P10: a concern goes to the front door the same day") {
      facts, _ in
      facts.openFlags == 0 ? nil : "\(facts.openFlags) alarms that nobody has answered"
    },
    TriageRule("unsafe", .socialCare, "P1, P10: a concern goes to the front door the same day") {
      facts, _ in
      facts.brief?.truth("safe") == false && !facts.wasFlagged
        ? "the child does not feel safe" : nil
    },
    TriageRule("concern", .socialCare, "Children Act 1989 ss17 and 47; P13") { facts, _ in
      facts.screening.flatMap { $0.isConcern ? "the screen said \($0.rawValue)" : nil }
    },
    TriageRule("plan-elsewhere", .existingPlan, "P14: one lead practitioner, one plan") {
      facts, _ in
      facts.elsewhere.isEmpty ? nil : facts.elsewhere.joined(separator: "; ")
    },
  ]

  private static let needs = [
    needs("needs-asked", "Children Act 1989 s17ZA(1)(b)") { facts, _ in
      let who = [
        facts.asked.contains(.child) ? "the child" : nil,
        facts.asked.contains(.parent) ? "a parent" : nil,
      ].compactMap { $0 }
      return who.isEmpty ? nil : "\(who.joined(separator: " and ")) asked for it"
    },
    needs("needs-appears", "Children Act 1989 s17ZA(1)(a)") { facts, _ in
      facts.brief?["level"] == "specialist" ? "the brief assessment says specialist help" : nil
    },
    needs("needs-excessive", "SI 2015/527 reg 4(2)(d)") { facts, _ in
      facts.hasExcessive ? "tasks that are too much, or not right for the age" : nil
    },
    needs("needs-hours", "Children Act 1989 s17ZA(1)(a); setting thresholds.hours") {
      facts, service in
      facts.hasHeavyHours(service) ? "\(facts.brief?["hours"] ?? "") hours a week" : nil
    },
    needs("needs-impact", "Children Act 1989 s17ZA(1)(a); setting thresholds.impact") {
      facts, service in
      let heavy = facts.heavyAreas(service)
      return heavy.isEmpty ? nil : "weighs on \(heavy.joined(separator: ", "))"
    },
    needs("needs-band", "Children Act 1989 s17ZA(1)(a); the instrument's bands") { facts, _ in
      facts.highBands.isEmpty ? nil : facts.highBands.joined(separator: ", ")
    },
    needs("needs-named", "Children Act 1989 s17ZA(1)(a); P10") { facts, service in
      service.steps.contains(.brief) || facts.brief != nil || !facts.namesCaring
        ? nil : "the referral tells of caring, and no brief assessment is made here"
    },
    needs("needs-before-18", "Children Act 1989 s17ZA; Care Act 2014 s63 is only for an adult; P20")
    {
      facts, service in
      guard let age = facts.age, age < 18, age >= service.number(.transitionFrom),
        !facts.caresForAdult
      else { return nil }
      return "at 18 no transition assessment follows, since the person cared for is a child"
    },
  ]

  /// Not again for the same person unless needs or circumstances changed: s17ZA(4) and (5).
  private static func needs(
    _ code: String, _ source: String,
    _ because: @escaping @Sendable (TriageFacts, Service) -> String?
  ) -> TriageRule {
    TriageRule(code, .needs, source) { facts, service in
      guard let reason = because(facts, service) else { return nil }
      guard facts.isAssessed(.needs) else { return reason }
      switch facts.changed {
      case nil: return "\(reason); whether anything changed nobody can say (s17ZA(5))"
      case []?: return nil
      case let items?: return "\(reason); changed: \(items.joined(separator: ", ")) (s17ZA(5))"
      }
    }
  }

  private static let transition = [
    TriageRule("transition-age", .transition, "Care Act 2014 s63(1); setting ages.transition-from")
    {
      facts, service in
      guard let age = facts.age, age >= service.number(.transitionFrom), facts.caresForAdult,
        facts.hasLikelyNeed(service), !facts.isAssessed(.transition)
      else { return nil }
      return age < 18
        ? "\(age) years old, and likely to have needs after 18"
        : "\(age) years old: a carer's assessment is owed now (Care Act 2014 s10)"
    }
  ]

  private static let besides = [
    TriageRule("conference", .conference, "P11: a conference follows an assessment") { facts, _ in
      guard let needs = facts.needs else { return nil }
      if let tasks = needs["excessive"], !TriageFacts.saysNone(tasks) {
        return "the needs assessment found tasks that are too much"
      }
      let isAppropriate = needs["appropriate"].map { $0 == "yes" } ?? true
      return isAppropriate ? nil : "the needs assessment found the caring not appropriate"
    },
    TriageRule("no-services", .caredFor, "SI 2015/527 reg 4(2)(e)") { facts, _ in
      facts.brief?.truth("services") == false && !facts.isHelped
        ? "nobody helps the person cared for" : nil
    },
    TriageRule(
      "cared-for-child", .caredFor,
      "P20: the disabled child's own plan; a parent carer's assessment"
    ) {
      facts, _ in
      let children = facts.caredFor.filter { $0.isChild == true }.map(\.relation)
      return children.isEmpty ? nil : "\(children.joined(separator: ", ")): a child too"
    },
    TriageRule("wants", .mainstream, "P10, P17; settings mainstream") { facts, service in
      let names = mainstream(facts, service)
      return names.isEmpty ? nil : (facts.brief?.list("wants") ?? []).joined(separator: ", ")
    },
    TriageRule("setting-helps", .setting, "P10: not every child needs a specialist") {
      facts, service in
      facts.brief?["level"] == "the setting's own" && !facts.hasNeed(service)
        ? "the brief assessment says the setting's own help is enough" : nil
    },
  ]
}

extension TriageFacts {
  /// The areas of the brief assessment whose impact is put on its scale.
  public static let areas = ["school", "health", "friends", "feelings"]

  public var hasExcessive: Bool {
    brief?["excessive"].map { !TriageFacts.saysNone($0) } ?? false
  }

  /// Hours in the service's heavy band or a heavier one.
  public func hasHeavyHours(_ service: Service) -> Bool {
    let bands = service.list(.bandsHours)
    guard let hours = brief?["hours"], let band = bands.firstIndex(of: hours),
      let heavy = bands.firstIndex(of: service.text(.heavyHours))
    else { return false }
    return band >= heavy
  }

  public func heavyAreas(_ service: Service) -> [String] {
    TriageFacts.areas.filter { (brief?.number($0) ?? 0) >= service.number(.heavyImpact) }
  }

  /// Whether the child appears to have needs for support (Children Act 1989 s17ZA(1)(a)).
  func hasNeed(_ service: Service) -> Bool {
    hasExcessive || hasHeavyHours(service) || !heavyAreas(service).isEmpty
      || brief?["level"] == "specialist" || !highBands.isEmpty
  }

  /// Likely to have needs after 18: unless a brief assessment found none.
  func hasLikelyNeed(_ service: Service) -> Bool {
    hasNeed(service) || !asked.isEmpty || brief.map { $0["level"] != "none" } ?? namesCaring
  }

  /// What a person who decides should know beside the rules.
  public func remarks(_ service: Service) -> [String] {
    var found: [String] = []
    if brief == nil, service.steps.contains(.brief) {
      found.append("No brief assessment is finished: what caring means for the child is not known.")
    }
    if isAssessed(.needs), changed == [] {
      found.append(
        "A needs assessment for the same person was finished, and nothing told since then differs: s17ZA(4)."
      )
    }
    if let age, age >= service.number(.transitionFrom), !caresForAdult {
      found.append(
        "No transition assessment: Care Act 2014 s63 is only for caring for an adult. See P20.")
    }
    return found
  }
}
