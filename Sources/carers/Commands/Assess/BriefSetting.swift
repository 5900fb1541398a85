import Interchange
import Storage
import YoungCarers

/// The form of a brief assessment, and by which names a sheet may call its items.
struct BriefForms {
  /// Its own items, which are asked.
  let own: AssessmentForm
  /// Those of every known instrument besides, which may come with it.
  let form: AssessmentForm
  /// Items of instruments whose answer alone is an alarm.
  let alarms: [ItemAlarm]

  /// Throws where an instrument's file is wrong.
  init(_ service: Service, _ session: Session) throws {
    let instruments = try session.instruments([]).all
    own = AssessmentForm.brief(service)
    form = own.adding(instruments.flatMap(\.formItems))
    alarms = instruments.flatMap(\.itemAlarms)
  }

  /// An item is called by its code, by its question, or as `brief.school` where a field of a
  /// referral is called so too.
  var further: [SheetFurther] {
    [
      SheetFurther("person", headers: ["child id", "person id"], tellsWho: true),
      SheetFurther(
        "day", headers: ["date", "assessment date", "date of assessment", "assessed on"],
        field: .day, isDate: true),
      SheetFurther("assessor", headers: ["assessed by", "name of assessor"]),
    ]
      + form.items.map { item in
        SheetFurther(
          item.code, headers: [item.question, "brief.\(item.code)"],
          field: Self.referral[item.code], isDate: item.answer == .day)
      }
  }

  /// What the same column says of a referral, where a child is taken in as one.
  private static let referral: [String: SheetField] = [
    "caresFor": .caredForRelation, "condition": .condition, "tasks": .tasks,
    "consent": .consent, "attendance": .attendance,
  ]
}

/// What the brief assessments of one command have in common, where rows do not say otherwise.
struct BriefSetting {
  let forms: BriefForms
  var agency: String?
  var agencyKind: String?
  var assessor: String?
  var day: Day?
  let unfinished: Bool
  let today: Day

  /// Throws where a needed item is not answered, and not known from somebody who asked before, or the
  /// day has not come.
  func assessment(
    _ answers: Answers, of person: ID?, known: () throws -> Set<String> = { [] }
  ) throws -> Assessment {
    var assessment = Assessment()
    assessment.form = .brief
    assessment.person = person
    assessment.answers = answers.lines
    assessment.assessor = assessor
    assessment.setting = agency
    assessment.settingKind = agencyKind
    let day = day ?? today
    guard day <= today else {
      throw Problem(
        "assessed-ahead", .data, "the day of the assessment has not come yet",
        cure: "Correct the date.")
    }
    guard !answers.isEmpty else {
      throw Problem(
        "answers-none", .data, "no item is answered",
        cure: "Give answers as item=value: carers assess form prints the items.")
    }
    var missing = forms.form.missing(in: answers)
    if !missing.isEmpty {
      let known = try known()
      missing.removeAll { known.contains($0.code) }
    }
    guard missing.isEmpty || unfinished else {
      throw Problem(
        "item-missing", .data,
        "not answered, and needed: \(named: missing.map(\.code).joined(separator: ", "))",
        cure: "Ask, and answer them; --unfinished keeps it as it is.")
    }
    assessment.header.day = day
    assessment.started = day
    assessment.finished = missing.isEmpty ? day : nil
    assessment.outcome = try assessment.briefFindings().outcome
    return assessment
  }
}

extension Writer {
  struct KeptBrief {
    var flags: [SafeguardingFlag]
    var remarks: [Sentence]
    var outcome: String?
  }

  /// Writes a brief assessment and what follows from its answers, whatever else they say: alarms
  /// (practice P1), consent (P3), schooling (P22).
  func take(_ given: Assessment, _ alarms: [ItemAlarm]) throws -> KeptBrief {
    var assessment = given
    let person = try required(assessment.person)
    let day = given.header.day
    assessment.header = try header(about: person)
    assessment.header.day = day
    let file = try reader.caseFile(person)
    assessment.about =
      file.referrals.filter { $0.person.map(file.today) == file.today(person) }
      .lastWritten?.header.id
    try append(.assessment(assessment))
    let findings = try assessment.briefFindings(alarms: alarms)
    try appendEducation(findings, of: assessment, person)
    if var consent = findings.consent {
      consent.header = try header(about: person)
      consent.header.day = day
      consent.about = assessment.header.id
      try append(.consent(consent))
    }
    let flags = try findings.alarms.map { alarm in
      try raise(alarm.raised, about: assessment.header.id, person: person, text: alarm.text)
    }
    return KeptBrief(flags: flags, remarks: findings.remarks, outcome: findings.outcome)
  }

  /// What was said of school stands for itself, beside the assessment that it came with (P22).
  func appendEducation(_ findings: BriefFindings, of assessment: Assessment, _ person: ID) throws {
    guard var education = findings.education else { return }
    education.header = try header(about: person)
    education.header.day = assessment.header.day
    education.about = assessment.header.id
    try append(.education(education))
  }

  private func required(_ person: ID?) throws -> ID {
    guard let person else {
      throw Problem("child-unnamed", .fault, "an assessment is of nobody")
    }
    return person
  }
}
