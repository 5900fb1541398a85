extension Service.Name {
  public var type: Service.Form { row.type }
  public var about: String { row.about }
  /// Where the standard value comes from.
  public var source: String { row.source }

  /// The value where the configuration says nothing.
  func standard(_ profile: Profile) -> String {
    switch profile {
    case .leeds: row.leeds ?? row.value
    case .bolton: row.bolton ?? row.value
    case .plain: row.value
    }
  }

  struct Row {
    var type: Service.Form
    var value: String
    var leeds: String?
    var bolton: String?
    var about: String
    var source: String

    init(
      _ type: Service.Form, _ value: String, leeds: String? = nil, bolton: String? = nil,
      _ about: String, _ source: String
    ) {
      self.type = type
      self.value = value
      self.leeds = leeds
      self.bolton = bolton
      self.about = about
      self.source = source
    }
  }

  static let assumed = "assumed; no standard was found"

  private var row: Row {
    switch self {
    case .steps:
      Row(
        .steps, "screen; brief; triage", leeds: "brief; screen; triage", bolton: "screen; triage",
        "The order of steps.", "the two services' own accounts (P10)")
    case .screener:
      Row(
        .text, "", bolton: "children's social care",
        "Who screens referrals, where it is not this service.",
        "Bolton's own account (P10)")
    case .targetAcknowledge:
      Row(
        .period, "1 working day", "To acknowledge a referral.",
        "Working Together: a duty of social care, taken as a target (P13)")
    case .targetScreening:
      Row(
        .period, "1 working day", "To screen a referral.",
        "Working Together: a duty of social care, taken as a target (P13)")
    case .targetBrief:
      Row(.period, "10 working days", "To make the brief assessment.", Self.assumed)
    case .targetTriage: Row(.period, "5 working days", "To decide what happens next.", Self.assumed)
    case .targetNeeds:
      Row(
        .period, "45 working days", "From first referral or request to the needs assessment.",
        "no time is set in law; Working Together's longest for any assessment")
    case .targetTransition:
      Row(
        .period, "6 months", "From first referral or request to the transition assessment.",
        Self.assumed)
    case .targetAdultReview:
      Row(.period, "6 weeks", "For adult services to review a care plan.", Self.assumed)
    case .targetContact:
      Row(.period, "4 weeks", "Between contacts with a child who waits.", "assumed (P26)")
    case .targetOffer: Row(.period, "6 weeks", "Before an offer is made again.", "assumed (P16)")
    case .targetSignpost:
      Row(.period, "12 weeks", "Before a signpost is looked at again.", "assumed (P17)")
    default: rest
    }
  }

  private var rest: Row {
    switch self {
    case .transitionFrom:
      Row(
        .number, "16", "The age from which transition is flagged; it gates nothing.",
        "Leeds one-minute guide: young carers aged 16 to 18")
    case .transitionUntil: Row(.number, "18", "The age it is flagged until.", "Care Act 2014 s63")
    case .jointVisitFrom:
      Row(.number, "5", "The youngest child of a joint visit.", "Bolton's own account (P21)")
    case .jointVisitUntil:
      Row(.number, "18", "The oldest child of a joint visit.", "Bolton's own account (P21)")
    case .bandsHours:
      Row(
        .list, "0-9; 10-19; 20-34; 35-49; 50+", "Hours of care a week, in bands.",
        "the bands of the Census 2021, from memory")
    case .heavyHours:
      Row(.text, "20-34", "The band from which hours alone call for an assessment.", Self.assumed)
    case .heavyImpact:
      Row(.number, "2", "The impact, 0 to 3, from which it counts as heavy.", Self.assumed)
    case .titleBrief:
      Row(
        .text, "Brief assessment", bolton: "Early help assessment", "What families read above it.",
        "what the common assessment framework is called now (P23); else assumed")
    case .titleNeeds:
      Row(
        .text, "Young carer's needs assessment", "What families read above it.",
        "Children Act 1989 s17ZA")
    case .titleTransition:
      Row(
        .text, "Young carer's transition assessment", "What families read above it.",
        "Care Act 2014 s63")
    case .mainstreamSchool: Self.mainstream("the school's pastoral team", "school")
    case .mainstreamHealth: Self.mainstream("the school nurse", "health")
    case .mainstreamFeelings: Self.mainstream("the emotional well-being service", "feelings")
    case .mainstreamFriends: Self.mainstream("the local youth club", "friends and free time")
    case .mainstreamMoney: Self.mainstream("the welfare rights service", "money")
    case .mainstreamHome: Self.mainstream("the family hub", "help at home")
    case .mainstreamBreaks: Self.mainstream("the short breaks service", "breaks")
    case .holidaysAdded:
      Row(
        .days, "", "Bank holidays beside England's own.",
        "Banking and Financial Dealings Act 1971")
    case .holidaysRemoved:
      Row(
        .days, "", "England's bank holidays that are worked.",
        "Banking and Financial Dealings Act 1971")
    case .forecastWeeks:
      Row(.number, "12", "How many past weeks a forecast is made from.", Self.assumed)
    default: work
    }
  }

  private static func mainstream(_ name: String, _ topic: String) -> Row {
    Row(.text, name, "The mainstream service for \(topic).", assumed)
  }
}
