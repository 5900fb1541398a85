import YoungCarers

extension Facts {
  /// What may come before there is a case: a question, or news that names nobody.
  static let readUnderNoCase = reads.filter {
    [.consultation, .contact, .referral, .screening].contains($0.key)
  }

  /// The fields that facts are made from, and traits; of other kinds and fields nothing is read.
  static let reads: [Kind: Set<String>] = [
    .person: ["born", "ethnicity", "postcode", "role", "sex"],
    .referral: ["agency", "agencyKind"],
    .consultation: [],
    .screening: ["about", "result", "step", "told"],
    .assessment: [
      "answers", "begun", "due", "finished", "form", "jointVisit", "requested", "scale", "scorer",
      "scorerName",
      "setting", "settingKind", "stage", "started", "waitsFrom",
    ],
    .adultReview: ["asked", "held", "jointVisit", "relies"],
    .triage: ["needsDue", "transitionDue", "waitsFrom", "ways"],
    .offer: ["answer", "notMadeBecause", "what"],
    .allocation: ["agreedLimit", "ends", "starts"],
    .practitioner: ["ends", "name", "starts"],
    .signpost: ["replaces", "state"],
    .contact: ["about", "notBrought", "purpose", "seenAlone"],
    .conference: ["begun", "continuesUntil", "held", "planAgreed", "purpose", "reviewDate"],
    .invitee: ["advocateKind", "attended", "begun", "circle", "conference", "excluded"],
    .plan: ["agreed", "ended"],
    .action: ["begun", "dropped", "due", "owner"],
    .progress: ["action", "state"],
    .relief: ["became", "cause", "takenByChild", "task"],
    .closure: ["because", "planned"],
    .followUp: ["situation"],
    .feedback: ["heard", "saidBy", "toldOnce", "words"],
    .complaint: ["answered", "due", "outcome", "received", "saidBy"],
    .reopening: [],
    .decision: ["about", "what"],
  ]
}
