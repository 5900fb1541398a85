import YoungCarers

/// Screens, brief assessments, triages, assessments and the adult's side of a child who is made.
extension Maker {
  mutating func addFirstSteps(_ child: ID, _ family: MadeFamily) {
    var day = family.first + pen.draw(0...4)
    if !pen.chance(5) {
      var screening = Screening()
      screening.person = child
      screening.result = pen.pick([.clear, .clear, .clear, .advice, .open, .s17, .s47])
      screening.told = pen.chance(3) ? day + pen.draw(0...3) : nil
      screening.about = pen.chance(2) ? lastReferral[child] : nil
      pen.write(screening, family.id, on: day)
      if pen.chance(10) {
        screening.step = "down"
        pen.write(screening, family.id, on: day + 30)
      }
    }
    day = day + pen.draw(1...20)
    if pen.chance(2) { addBrief(child, family, on: day) }
    if pen.chance(8) { addBrief(child, family, on: day + pen.draw(5...420)) }
    guard !pen.chance(6) else { return }
    day = day + pen.draw(0...20)
    addTriage(child, family, on: day)
    if pen.chance(12) { addTriage(child, family, on: day + pen.draw(60...300)) }
  }

  private mutating func addBrief(_ child: ID, _ family: MadeFamily, on day: Day) {
    var brief = Assessment()
    let setting = pen.chance(2) ? family.agency : agency()
    (brief.form, brief.person) = (.brief, child)
    (brief.setting, brief.settingKind) = (setting.name, setting.kind)
    brief.finished = pen.chance(8) ? nil : day + pen.draw(0...3)
    let level = pen.pick(["none", "the setting's own", "another service", "specialist"])
    brief.answers = ["relied=yes", "safe=yes"] + (pen.chance(5) ? [] : ["level=\(level)"])
    brief.outcome = "referred"
    pen.write(brief, family.id, on: day)
  }

  private mutating func addTriage(_ child: ID, _ family: MadeFamily, on day: Day) {
    var triage = Triage()
    triage.person = child
    triage.ways = pen.pick([
      ["accepted"], ["needs assessment", "accepted"], ["needs assessment"],
      ["accepted", "family group conference"], ["transition assessment", "needs assessment"],
      ["supported by the setting"], ["declined"], ["mainstream service", "declined"],
    ])
    triage.waitsFrom = pen.chance(4) ? nil : family.first
    if triage.ways.contains("needs assessment") {
      triage.needsDue = pen.chance(8) ? nil : day + 45
    }
    if triage.ways.contains("transition assessment") { triage.transitionDue = day + 60 }
    let written = pen.write(triage, family.id, on: day).header.recorded
    for (way, form) in [
      ("needs assessment", Assessment.Form.needs), ("transition assessment", .transition),
    ]
    where triage.ways.contains(way) ? !pen.chance(4) : pen.chance(20) {
      addAssessment(form, child, family, on: day + pen.draw(0...30), after: written)
    }
  }

  private mutating func addAssessment(
    _ form: Assessment.Form, _ child: ID, _ family: MadeFamily, on day: Day, after: Instant
  ) {
    var one = Assessment()
    (one.form, one.person, one.setting) = (form, child, "Ours")
    one.requested = pen.chance(2) ? day : nil
    one.started = pen.chance(2) ? day + pen.draw(0...9) : nil
    one.waitsFrom = pen.chance(4) ? nil : family.first
    one.due = pen.chance(8) ? nil : day + 45
    one.jointVisit = pen.pick([true, false, nil])
    one.answers =
      ["relied=yes", "tasks=cooking"]
      + (pen.chance(2) ? ["inNeed=\(pen.pick(["yes", "no"]))"] : [])
      + (pen.chance(2) ? ["appropriate=\(pen.pick(["yes", "partly", "no"]))"] : [])
    let begun = pen.write(one, family.id, on: day, after: pen.chance(5) ? nil : after)
    guard !pen.chance(4) else { return }
    var last = begun
    let finished = day + pen.draw(0...120)
    one.header = begun.header
    one.begun = begun.header.id
    if pen.chance(3) {
      one.answers.append("school=often late")
      last = pen.rewrite(last, one, on: day + pen.draw(0...20))
    }
    guard finished <= MadeService.days.upperBound else { return }
    if pen.chance(4) { addSignpost(child, family, on: finished + pen.draw(-9...30)) }
    one.finished = finished
    last = pen.rewrite(last, one, on: finished)
    guard pen.chance(3) else { return }
    one.recordGiven = finished + 7
    pen.rewrite(last, one, on: finished + 7)
  }

  private mutating func addSignpost(_ child: ID, _ family: MadeFamily, on day: Day) {
    var signpost = Signpost()
    (signpost.service, signpost.person) = ("Youth club", pen.chance(3) ? nil : child)
    signpost.state = pen.pick(Signpost.State.known)
    var last = pen.write(signpost, family.id, on: day)
    for turn in 1...2 where pen.chance(2) {
      signpost.state = pen.pick(Signpost.State.known)
      last = pen.rewrite(last, signpost, on: day + turn * pen.draw(5...60))
    }
  }

  mutating func addAdultSide(_ family: MadeFamily, on day: Day) {
    var review = AdultReview()
    (review.person, review.youngCarer) = (family.caredFor, family.children.first)
    review.asked = day
    let asked = pen.write(review, family.id, on: day)
    guard !pen.chance(3) else { return }
    review.held = day + pen.draw(10...90)
    review.relies = pen.pick(["no", "No", "partly", "yes", nil])
    review.jointVisit = pen.pick([true, false, nil])
    pen.rewrite(asked, review, on: day + 91)
  }

  mutating func addScores(
    _ child: ID, _ family: MadeFamily, _ stage: Stage, on day: Day
  ) {
    for scorer in Scorer.allCases where !pen.chance(scorer == .child ? 4 : 2) {
      var one = Assessment()
      (one.form, one.person) = (.outcomes, child)
      (one.scorer, one.stage) = (scorer.rawValue, stage.rawValue)
      one.scale = pen.chance(12) ? nil : pen.chance(12) ? "1 low to 5 high" : scale
      one.scorerName = scorer == .child ? nil : pen.pick(["Ann", "ann", "Bob", nil])
      one.finished = pen.chance(2) ? day : nil
      one.answers = Area.allCases.compactMap { area in
        pen.chance(5) ? nil : "\(area.rawValue)=\(pen.draw(pen.chance(3) ? 10...10 : 1...10))"
      }
      if !pen.chance(3) {
        let tasks = stage == .first ? ["cooking", "washing", "medicine"] : ["cooking"]
        one.answers.append("tasks=" + (pen.chance(6) ? "none" : tasks.joined(separator: "; ")))
        one.answers.append("tooMuch=" + pen.pick(["none", "washing", "medicine; washing"]))
      }
      pen.write(one, family.id, on: day + pen.draw(0...2))
    }
  }

  private var scale: String { "1 very hard to 10 as good as it can be" }
}
