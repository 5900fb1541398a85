/// The settings of conference, plan and review.
extension Service.Name {
  var work: Row {
    switch self {
    case .nameService:
      Row(.text, "the young carers service", "What letters and plans call the service.", "its own")
    case .nameTelephone: Row(.text, "", "The telephone number that families ring.", "its own")
    case .nameComplaints:
      Row(
        .text, "Tell your worker, or ask for the manager.",
        "How to disagree or complain, as every child's page says.", "practice P45; words assumed")
    case .managers:
      Row(
        .list, "", "Who manages whom: worker=manager, so that nobody near coordinates.",
        "the coordinator is independent: Bolton's own account (P31)")
    case .targetConference:
      Row(
        .period, "8 weeks", "From an accepted offer to the conference.",
        "Hertfordshire: the whole takes four to eight weeks")
    case .targetReview:
      Row(
        .period, "3 months", "To the review, where the family has not yet chosen a day.",
        "assumed: the family chooses")
    case .targetInvolvement:
      Row(
        .limit, "", bolton: "6 months",
        "How long the service is involved, where nothing else is agreed.",
        "Bolton's own account: a limited time; how long is assumed")
    case .targetComplaintAcknowledge:
      Row(
        .period, "3 working days", "To tell whoever complained that it came.",
        "the procedure sets no time; assumed")
    case .targetComplaint:
      Row(
        .period, "10 working days", "To answer a complaint.",
        "Children Act 1989 Representations Procedure Regulations 2006, reg 14: local resolution")
    case .advocateCheck:
      Row(
        .period, "3 years", "How long a volunteer advocate's check holds.",
        "assumed; a check has no end in law")
    case .advocateTraining:
      Row(.period, "2 years", "How long a volunteer advocate's training holds.", Self.assumed)
    case .calendarTitle:
      Row(
        .text, "Meeting", "What a calendar shows: no names, no reasons.", "practice P6")
    case .calendarMail:
      Row(
        .mail, "", "The service's own mail address, not a worker's: the organiser of its meetings.",
        "its own; a calendar that is published names one (RFC 5546, 3.2.1)")
    case .scaleAreas:
      Row(
        .scale, Scale.standard.text, "The scale of the eight outcome areas; higher is better.",
        "the areas are Bolton's own account's; no scale was found: assumed")
    case .readingAge:
      Row(
        .number, "9", "The reading age that a plan for the family is written for.",
        "GOV.UK writes for a reading age of 9")
    case .reportTargets:
      Row(
        .list, "", "What the contract asks of a measure, as code=target: needsInTime=100%.",
        "the contract (P40)")
    case .contractSum:
      Row(
        .number, "0", "What the contract pays for its year, in pounds; 0 shows no costs.",
        "the contract (P40)")
    case .contractYear:
      Row(.year, "", "The financial year that the sum is for, as 2026-27.", "the contract (P40)")
    case .disclosureThreshold:
      Row(
        .number, "5", "The smallest count that a report shows to the public; zero always is.",
        "Ofqual's rounding policy, 2025: 1 to 4 are not shown")
    case .disclosureBase:
      Row(
        .number, "20", "The smallest whole of which a report shows a percentage.",
        "HESA shows none of fewer than 22.5; 20 is assumed")
    case .disclosureRounding:
      Row(
        .number, "1", "To how many counts are rounded; 5 is the nearest five, 1 as they are.",
        "Ofqual rounds to the nearest 5; not to round is assumed")
    case .templateInvitation: Self.template("the invitation to a conference")
    case .templateConcerns: Self.template("the letter with the concerns to talk about")
    case .templateMoved: Self.template("the letter that a conference is moved")
    case .templateCancelled: Self.template("the letter that a conference is cancelled")
    case .templateAway: Self.template("the letter to somebody who must stay away")
    case .templateGoodbye: Self.template("the letter when the work ends")
    default: Self.template("the family's page of the plan, in HTML")
    }
  }

  private static func template(_ what: String) -> Row {
    Row(.text, "", "A file with the service's own template for \(what).", "its own")
  }
}
