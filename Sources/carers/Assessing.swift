import Interchange
import Storage
import YoungCarers

/// A needs or transition assessment begun, or gone on with: one child's, for one person cared for.
struct Assessing {
  let form: AssessmentForm
  let child: ID
  let service: Service
  let today: Day

  /// The one under way for the same person, the one begun, or an error that says why neither.
  func write(_ writer: Writer, _ given: AssessmentOptions, _ session: Session) throws -> [String] {
    let file = try writer.reader.caseFile(child)
    let (answers, pending) = try given.answers(form, session)
    if given.started != nil || !answers.isEmpty {
      try file.requireScreened(child, before: "an assessment")
    }
    let (caredFor, relation) = try whom(given.caresFor, file, writer)
    if form.form == .transition {
      try Duty.proveTransition(isForChild: isChild(caredFor, relation, file), child)
    }
    let underWay = file.assessments(form.form, of: child, for: caredFor).last { $0.finished == nil }
    var assessment = try underWay ?? begun(for: caredFor, file, given, writer)
    if underWay != nil { try replace(&assessment, writer) }
    try take(given, answers, pending, into: &assessment, session)
    var said: [String] = []
    if underWay == nil || given.requested != nil || given.by != nil {
      try date(&assessment, file, writer, &said)
    }
    try writer.append(.assessment(assessment))
    return sentences(assessment, isNew: underWay == nil, file) + said
  }

  private func replace(_ assessment: inout Assessment, _ writer: Writer) throws {
    let before = assessment.header
    assessment.header = writer.header(family: before.family)
    assessment.header.replaces = before.id
    assessment.begun = assessment.begun ?? before.id
  }

  /// Not again for the same person unless something changed: Children Act 1989 s17ZA(4) and (5).
  private func begun(
    for caredFor: ID, _ file: CaseFile, _ given: AssessmentOptions, _ writer: Writer
  ) throws -> Assessment {
    let earlier = file.assessments(form.form, of: child, for: caredFor)
    if let last = earlier.last, given.changed == nil, form.form == .needs {
      throw Problem(
        "assessed-before", .usage,
        "\(child) had a needs assessment for the same person: \(last.header.id)",
        cure:
          "Children Act 1989 s17ZA(4): not again, unless needs or circumstances changed (s17ZA(5)); then --changed says what."
      )
    }
    var assessment = Assessment()
    assessment.header = try writer.header(about: child)
    assessment.form = form.form
    assessment.person = child
    assessment.caredFor = caredFor
    assessment.changed = given.changed
    return assessment
  }

  private func take(
    _ given: AssessmentOptions, _ answers: Answers, _ pending: Answers,
    into assessment: inout Assessment, _ session: Session
  ) throws {
    let all = Answers(assessment.answers).updated(with: answers)
    assessment.answers = all.lines
    let open = Answers(assessment.pending).updated(with: pending)
    assessment.pending = open.lines.filter { line in
      Answers.parted(line).map { all[$0.code] == nil } ?? false
    }
    func day(_ text: String?, _ option: String, _ before: Day?) throws -> Day? {
      try text.map { try session.day($0, option) } ?? before
    }
    assessment.requested = try day(given.requested, "--requested", assessment.requested)
    assessment.requestedBy = given.by?.words ?? assessment.requestedBy
    if given.by != nil { assessment.requested = assessment.requested ?? today }
    assessment.started = try day(given.started, "--started", assessment.started)
    assessment.informed = try day(given.informed, "--informed", assessment.informed)
    assessment.passed = try day(given.passed, "--passed", assessment.passed)
    assessment.assessor = given.assessor ?? assessment.assessor
    if given.trained { assessment.trained = true }
    if given.jointVisit { assessment.jointVisit = true }
  }

  /// Dates the wait from the first referral or request, and stores when it is due (practice P26).
  private func date(
    _ assessment: inout Assessment, _ file: CaseFile, _ writer: Writer, _ said: inout [String]
  ) throws {
    let from = file.waitStarts(
      form.form, of: child, for: assessment.caredFor, requested: assessment.requested, on: today)
    let target = form.form == .needs ? Service.Name.targetNeeds : .targetTransition
    let due = service.due(target, after: from)
    assessment.waitsFrom = from
    assessment.due = due
    said.append("Due \(due.spoken): \(service.text(target)) from \(from.written).")
    guard let closing = try writer.reader.closing(form.form) else { return }
    assessment.whileClosed = true
    said.append(WaitingWords.closed(closing))
  }

  private func sentences(_ assessment: Assessment, isNew: Bool, _ file: CaseFile) -> [String] {
    let answers = Answers(assessment.answers)
    let needed = form.items.filter(\.isNeeded)
    let missing = form.missing(in: answers).count
    let state =
      answers.isEmpty && assessment.started == nil ? "received" : isNew ? "begun" : "gone on with"
    let duty = Duty.words(
      born: file.member(child)?.latest(\.born), on: today, due: assessment.due)
    return [
      "\(form.form.rawValue.capitalised) assessment of \(child.text) \(state): \(needed.count - missing) of \(needed.count) determinations."
    ] + (duty.map { ["\($0.capitalised)."] } ?? [])
  }
}

extension Assessing {
  /// The person cared for, and what they are to the child: an id, a relation, or the only one there
  /// is. Somebody who is not yet in the case is written down there.
  func whom(_ given: String?, _ file: CaseFile, _ writer: Writer) throws -> (ID, String?) {
    if let given, case .whole(let id) = ID.typed(given) {
      guard let member = file.member(id) else {
        throw Problem(
          "cared-for-missing", .noInput, "\(id) is nobody of \(file.family)",
          cure: "carers show \(file.family) shows who is.")
      }
      return (member.id, member.latest(\.relation))
    }
    let open = Set(
      file.assessments(form.form, of: child).filter { $0.finished == nil }.compactMap(\.caredFor)
        .map(file.today))
    if given == nil, open.count == 1, let only = open.first {
      return (only, file.member(only)?.latest(\.relation))
    }
    let known = file.triageFacts(of: child, on: today).caredFor.map(\.relation)
    guard let relation = given ?? (known.count == 1 ? known[0] : nil) else {
      throw Problem(
        "cares-for-missing", .usage, "it is not clear whom \(child) cares for",
        cure:
          "Say it with --cares-for: an id, or what they are to the child. There is one assessment for each person cared for."
      )
    }
    if let member = file.member(called: relation) {
      return (member.id, member.latest(\.relation) ?? relation)
    }
    var person = Person()
    person.header = writer.header(
      family: try writer.reader.home(of: child), id: try writer.newID(.person))
    person.role = .caredFor
    person.relation = relation
    try writer.append(.person(person))
    return (person.header.id, relation)
  }

  /// Whether the person cared for is under 18: by their date of birth, else as a brief assessment says.
  func isChild(_ person: ID, _ relation: String?, _ file: CaseFile) -> Bool {
    if let age = file.age(of: person, on: today) { return age < 18 }
    let key = relation.map(Relation.key)
    return file.triageFacts(of: child, on: today).caredFor.contains {
      $0.relation == key && $0.isChild == true
    }
  }
}
