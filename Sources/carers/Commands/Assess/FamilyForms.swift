import Interchange
import Storage
import YoungCarers

/// The form of the eight outcome areas, and by which names answers and sheets may call its items.
struct FamilyForms {
  /// Its own items, which are asked.
  let own: AssessmentForm
  /// Those of every known instrument besides, which may come with it.
  let form: AssessmentForm
  /// Items of instruments whose answer alone is an alarm.
  let alarms: [ItemAlarm]
  let scale: Scale

  /// Throws where an instrument's file is wrong, or this version has no such form.
  init(_ service: Service, _ session: Session) throws {
    guard let own = AssessmentForm(.outcomes, service) else {
      throw Problem("form-none", .fault, "a fault in carers: there is no form of the eight areas")
    }
    let instruments = try session.instruments([]).all
    self.own = own
    form = own.adding(instruments.flatMap(\.formItems))
    alarms = instruments.flatMap(\.itemAlarms)
    scale = service.areas
  }

  /// The code of an item, however an area is spelled.
  static func code(_ typed: String) -> String { Area(spelled: typed)?.rawValue ?? typed }

  var further: [SheetFurther] {
    [
      SheetFurther("person", headers: ["child", "child id", "person id"], tellsWho: true),
      SheetFurther(
        "day", headers: ["date", "scored on", "assessment date"], field: .day, isDate: true),
      SheetFurther("by", headers: ["scored by", "scorer"]),
      SheetFurther("scorerName", headers: ["scorer name", "name of scorer"]),
      SheetFurther("stage", headers: ["when in the work"]),
      SheetFurther("assessor", headers: ["assessed by", "name of assessor"]),
    ]
      + form.items.map { item in
        let spellings = Area(rawValue: item.code)?.spellings ?? []
        return SheetFurther(
          item.code, headers: [item.question, "outcomes.\(item.code)"] + spellings,
          isDate: item.answer == .day)
      }
  }
}

/// What the scorings of one command have in common, where rows do not say otherwise.
struct FamilySetting {
  let forms: FamilyForms
  let today: Day
  var scorer: Scorer?
  var scorerName: String?
  var stage: Stage?
  var assessor: String?
  var day: Day?
  var jointVisit = false

  /// An entry without a header but for its day. Throws where nothing was scored, it is not said by
  /// whom, the day has not come, or what is said of school ends before it begins.
  func assessment(_ answers: Answers, of person: ID) throws -> Assessment {
    guard let scorer else {
      throw Problem(
        "scorer-missing", .data, "it is not said who scored",
        cure: "Say --by child, parent or worker; a sheet has a column by.")
    }
    guard !answers.isEmpty else {
      throw Problem(
        "answers-none", .data, "no item is answered",
        cure: "Give answers as item=value: carers assess form --form outcomes prints the items.")
    }
    let day = day ?? today
    guard day <= today else {
      throw Problem(
        "assessed-ahead", .data, "the day of the scoring has not come yet",
        cure: "Correct the date.")
    }
    var assessment = Assessment()
    assessment.form = .outcomes
    assessment.person = person
    assessment.header.day = day
    assessment.started = day
    assessment.finished = day
    assessment.answers = answers.lines
    assessment.scorer = scorer.rawValue
    assessment.scorerName = scorer == .child ? nil : scorerName
    assessment.assessor = assessor ?? (scorer == .worker ? scorerName : nil)
    assessment.stage = stage?.rawValue
    assessment.scale = forms.scale.text
    if jointVisit { assessment.jointVisit = true }
    _ = try assessment.briefFindings()
    return assessment
  }

  static func scorer(_ typed: String) throws -> Scorer {
    try word(typed, Scorer.self, "scorer-unknown", "\(.value) is nobody who scores")
  }

  static func stage(_ typed: String) throws -> Stage {
    try word(typed, Stage.self, "stage-unknown", "\(.value) is no stage of the work")
  }

  private static func word<One: RawRepresentable & CaseIterable>(
    _ typed: String, _ type: One.Type, _ code: String, _ says: Sentence
  ) throws -> One where One.RawValue == String {
    if let one = type.allCases.first(where: { $0.rawValue == Text.folded(typed) }) { return one }
    throw Problem(
      code, .data, says,
      cure: Nearest.cure(typed, among: type.allCases.map(\.rawValue)))
  }
}

extension Writer {
  struct KeptScoring {
    var flags: [SafeguardingFlag] = []
    /// What whoever scored should hear.
    var said: [String] = []
    var stage = Stage.first
  }

  /// Writes a scoring and what follows from it: alarms of instruments (practice P1); schooling (P22);
  /// whether the child was asked who may see it (P7); and whether it compares with the first (P35).
  func takeScoring(_ given: Assessment, _ alarms: [ItemAlarm]) throws -> KeptScoring {
    guard let person = given.person else {
      throw Problem("child-unnamed", .fault, "a scoring is of nobody")
    }
    let file = try reader.caseFile(person)
    let spell = file.spell
    var assessment = given
    var kept = KeptScoring()
    let before = file.scored(person, in: spell)
    if assessment.stage == nil {
      guard !before.contains(where: { $0.scorer.rawValue == given.scorer && $0.stage == .first })
      else {
        throw Problem(
          "stage-missing", .data, "there is a first score of this child by this scorer already",
          cure: "Say --stage review or closing; or --stage first again.")
      }
      assessment.stage = Stage.first.rawValue
    }
    let day = given.header.day
    assessment.header = try header(about: person)
    assessment.header.day = day
    try append(.assessment(assessment))
    let findings = try assessment.briefFindings(alarms: alarms)
    try appendEducation(findings, of: assessment, person)
    for alarm in findings.alarms {
      kept.flags.append(
        try raise(alarm.raised, about: assessment.header.id, person: person, text: alarm.text))
    }
    for remark in findings.remarks {
      kept.said.append(remark.text(value: "").capitalised + ".")
    }
    guard let scored = Scored(assessment) else { return kept }
    kept.stage = scored.stage
    if scored.scorer == .child, scored.answers["parentMaySee"] == nil,
      !file.parentMaySee(person).wasAsked
    {
      kept.said.append(
        "Nobody asked the child which answers a parent may see: until then a parent sees none.")
    }
    let distance = Distance(before + [scored], closingOnly: false)
    if scored.stage != .first, let reason = distance.unpaired(by: scored.scorer) {
      kept.said.append("It will not be compared with a first score: \(reason.rawValue).")
    }
    return kept
  }
}
