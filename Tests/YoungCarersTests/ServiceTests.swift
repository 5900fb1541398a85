import Testing

@testable import YoungCarers

@Suite("What a service settles for itself")
struct ServiceTests {
  @Test("Every setting's own value is of its type and says where it comes from")
  func standards() throws {
    for profile in Profile.allCases {
      for name in Service.Name.allCases {
        var service = Service(profile)
        try service.change(name, to: service.text(name), source: nil)
        #expect(!name.source.isEmpty && !name.about.isEmpty)
      }
    }
  }

  @Test(
    "A value of another type is refused",
    arguments: [
      (Service.Name.targetNeeds, "soon"), (.heavyImpact, "-1"), (.heavyImpact, "much"),
      (.holidaysAdded, "3 May"), (.steps, "screen; dance"),
    ])
  func refused(name: Service.Name, value: String) throws {
    var service = Service(.leeds)
    #expect(throws: Problem.self) { try service.change(name, to: value, source: nil) }
    #expect(!service.isChanged(name))
  }

  @Test("A changed value says who changed it, and bank holidays may be added and taken out")
  func changed() throws {
    var service = Service(.leeds)
    try service.change(.holidaysAdded, to: "2026-12-24", source: "the council's calendar")
    try service.change(.holidaysRemoved, to: "2026-12-28", source: nil)
    #expect(service[.holidaysAdded].source == "the council's calendar")
    #expect(service[.holidaysRemoved].source == "the service's own")
    let received = try #require(Day("2026-12-23"))
    #expect(service.due(.targetScreening, after: received) == Day("2026-12-28"))
    #expect(Service(.leeds).due(.targetScreening, after: received) == Day("2026-12-24"))
  }

  @Test(
    "P10: the order of steps is the service's own",
    arguments: [
      (Profile.leeds, [Step.brief, .screen, .triage]), (.bolton, [.screen, .triage]),
      (.plain, [.screen, .brief, .triage]),
    ])
  func steps(profile: Profile, steps: [Step]) {
    #expect(Service(profile).steps == steps)
  }

  @Test(
    "P23: the common assessment framework is called early help assessment, or as the service says")
  func title() throws {
    var service = Service(.bolton)
    #expect(AssessmentForm(.brief, service)?.title == "Early help assessment")
    try service.change(.titleBrief, to: "A day in the life", source: nil)
    #expect(AssessmentForm(.brief, service)?.title == "A day in the life")
  }

  private static let child = ID("YP-1")

  private static func header(_ id: String, at time: Int64) -> Header {
    var header = Header()
    header.id = ID(id)
    header.family = ID("YC-1")
    header.recorded = Instant(microseconds: time)
    return header
  }

  /// R a referral, B a finished brief assessment, b one that is not, S a screen, T a triage.
  private static func file(_ story: String) -> CaseFile {
    let entries = story.enumerated().map { place, letter -> Entry in
      let header = header("E\(place)", at: Int64(place))
      switch letter {
      case "R":
        var referral = Referral()
        (referral.header, referral.person) = (header, child)
        return .referral(referral)
      case "S":
        var screening = Screening()
        (screening.header, screening.person) = (header, child)
        return .screening(screening)
      case "T":
        var triage = Triage()
        (triage.header, triage.person) = (header, child)
        return .triage(triage)
      default:
        var brief = Assessment()
        (brief.header, brief.person) = (header, child)
        brief.finished = letter == "B" ? Day(number: 0) : nil
        return .assessment(brief)
      }
    }
    return CaseFile(family: ID("YC-1"), entries: entries, aliases: [])
  }

  @Test(
    "P2, P10: which step a child is at",
    arguments: [
      (Profile.leeds, "R", Step.brief), (.leeds, "Rb", .brief), (.leeds, "RB", .screen),
      (.leeds, "RBS", .triage), (.leeds, "RS", .triage), (.leeds, "RBST", nil),
      (.leeds, "RBSTR", .screen), (.leeds, "B", .screen), (.bolton, "R", .screen),
      (.bolton, "RS", .triage), (.plain, "RS", .brief), (.plain, "RSB", .triage),
      (.leeds, "", .brief),
    ] as [(Profile, String, Step?)])
  func next(profile: Profile, story: String, step: Step?) {
    #expect(Self.file(story).nextStep(of: Self.child, Service(profile)) == step)
  }

  @Test("P9: who lives in two homes is one person with both")
  func homes() {
    let people = [("YP-1", "LS1 1AA"), ("YP-2", "BL1 2BB")].enumerated().map { place, said in
      var person = Person()
      person.header = Self.header(said.0, at: Int64(place))
      person.given = "Zoë"
      person.postcode = said.1
      return Entry.person(person)
    }
    let file = CaseFile(
      family: ID("YC-1"), entries: people,
      aliases: [Identity.Alias(id: ID("YP-2"), person: ID("YP-1"), family: ID("YC-1"))])
    #expect(file.members.map { $0.all(\.postcode) } == [["LS1 1AA", "BL1 2BB"]])
  }
}
