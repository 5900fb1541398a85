/// A rule of the standard for family group conferences: what must be there before the day, and how the
/// day goes. Its code is what an override and a departure name.
public enum ConferenceRule: String, Sendable, CaseIterable {
  case accepted, screened, assessed
  case coordinator
  case coordinatorNear = "coordinator-near"
  case date, time, place, chosen, concerns
  case concernsSent = "concerns-sent"
  case referrer
  case bottomLine = "bottom-line"
  case parentalReason = "parental-reason"
  case socialWorker = "social-worker"
  case child, parent, advocate
  case advocateNear = "advocate-near"
  case advocateCheck = "advocate-check"
  case advocateTraining = "advocate-training"
  case advocateAskedAgain = "advocate-asked-again"
  case asked, prepared
  case awayBecause = "away-because"
  case awayBy = "away-by"
  case awayViews = "away-views"
  case privateTime = "private-time"
  case coordinatorStayed = "coordinator-stayed"
  case professionalStayed = "professional-stayed"
  case advocateCame = "advocate-came"
  case awayCame = "away-came"
  case planSafe = "plan-safe"
  case paidFor = "paid-for"
  case agreedUnsafe = "agreed-unsafe"
  case noPlanBecause = "no-plan-because"
  case reviewDay = "review-day"

  /// What it belongs to, as `ready` groups it.
  public enum Part: String, Sendable, CaseIterable {
    case before = "What comes before"
    case meeting = "The meeting"
    case edge = "The edge of care"
    case child = "The child, and who speaks for the child"
    case people = "Those who come, and those who must stay away"
    case onTheDay = "On the day"
  }

  public var part: Part {
    switch self {
    case .accepted, .screened, .assessed: .before
    case .coordinator, .coordinatorNear, .date, .time, .place, .chosen, .concerns, .concernsSent:
      .meeting
    case .referrer, .bottomLine, .parentalReason, .socialWorker: .edge
    case .child, .parent, .advocate, .advocateNear, .advocateCheck, .advocateTraining,
      .advocateAskedAgain:
      .child
    case .asked, .prepared, .awayBecause, .awayBy, .awayViews: .people
    default: .onTheDay
    }
  }

  /// The rule of law or practice that it comes from.
  public var source: String {
    switch self {
    case .accepted: "voluntary; consent may be withdrawn: P16, P32"
    case .screened: "P12"
    case .assessed: "P11"
    case .coordinator, .coordinatorNear, .advocate, .advocateNear, .advocateAskedAgain: "P31"
    case .advocateCheck: "P31; setting advocates.check"
    case .advocateTraining: "P31; setting advocates.training"
    case .date, .time, .place, .chosen, .child, .parent, .asked, .prepared: "P29"
    case .concerns, .concernsSent: "Bolton's own account"
    case .referrer, .bottomLine, .parentalReason, .socialWorker: "P12"
    case .awayBecause, .awayBy, .awayViews, .awayCame:
      "Surrey: who is kept away is told why, and their views come another way"
    case .privateTime, .coordinatorStayed, .professionalStayed, .planSafe, .paidFor,
      .agreedUnsafe, .noPlanBecause:
      "P32"
    case .advocateCame: "P31"
    case .reviewDay: "P33: the family chooses"
    }
  }

  /// What it asks for.
  public var asks: String {
    switch self {
    case .accepted: "The family's latest answer to the offer is yes."
    case .screened: "Every child is screened; at the edge of care that is social care's."
    case .assessed: "A needs or transition assessment, or the outcome areas, come before."
    case .coordinator: "There is a coordinator."
    case .coordinatorNear:
      "The coordinator is not the lead worker, the referrer, or the manager of either."
    case .date: "There is a day."
    case .time: "There is a time."
    case .place: "There is a place."
    case .chosen: "It is written down who chose whom to ask, where and when."
    case .concerns: "The concerns to talk about are agreed with the family."
    case .concernsSent: "They were sent to those who come, beforehand."
    case .referrer: "The social worker who referred is named."
    case .bottomLine: "What must be safe is said in writing."
    case .parentalReason: "The parental reason is recorded."
    case .socialWorker: "The social worker who referred stays lead."
    case .child: "Each young carer is asked."
    case .parent: "A parent is asked, or is kept away."
    case .advocate: "Each young carer has an advocate, or said no to one."
    case .advocateNear: "The advocate is no parent, person cared for or worker on the case."
    case .advocateCheck: "A volunteer's check is there, and holds."
    case .advocateTraining: "A volunteer's training is there, and holds."
    case .advocateAskedAgain: "A child who said no is asked again before the day."
    case .asked: "Everybody was asked, or has answered."
    case .prepared: "Everybody who may come is prepared: by a visit, video or telephone."
    case .awayBecause: "There is a reason why somebody must stay away."
    case .awayBy: "It is known who decided that."
    case .awayViews: "It is known how their views come."
    case .privateTime: "The family has private time."
    case .coordinatorStayed: "The coordinator leaves for it."
    case .professionalStayed: "Professionals leave for it."
    case .advocateCame: "The advocate comes."
    case .awayCame: "Nobody comes who must stay away."
    case .planSafe: "The referrer says in the meeting whether the plan is safe."
    case .paidFor: "And what is paid for, or why not."
    case .agreedUnsafe: "No plan is agreed that the referrer calls unsafe."
    case .noPlanBecause: "Where no plan is agreed, it is known why."
    case .reviewDay: "The family chooses the day of the review."
    }
  }
}

/// One place where a conference is not as the standard asks.
public struct Gap: Sendable, Equatable {
  public let rule: ConferenceRule
  /// Whom of those asked it is about, by the entry with which that began.
  public let invitee: ID?
  /// A sentence for a worker: it may name people.
  public let words: String

  public init(_ rule: ConferenceRule, of invitee: ID? = nil, _ words: String) {
    self.rule = rule
    self.invitee = invitee
    self.words = words.hasSuffix(".") ? words : words + "."
  }

  /// Whether a decision is about this.
  public func isMeant(by decision: ManagersDecision) -> Bool {
    decision.rule == rule.rawValue && decision.invitee == invitee
  }
}
