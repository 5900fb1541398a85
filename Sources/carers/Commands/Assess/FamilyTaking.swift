import Interchange
import Storage
import YoungCarers

extension Session {
  /// Many scorings, one transaction: every row is read and its child found before any is written.
  func take(
    _ spool: Spool, of setting: FamilySetting, into entries: Entries, _ profile: SheetProfile,
    _ options: ImportOptions
  ) throws {
    guard spool.size > 0 else {
      throw Problem(
        "answers-none", .data, at: Place(file: spool.name), "nothing came",
        cure: "See why whatever wrote the scores stopped.")
    }
    let files = try SheetFiles([spool], profile, self)
    let told = try ImportTelling(self, files.sheets, options)
    let taking = FamilyTaking(self, setting, entries.store.settings, told)
    let outcome = try entries.store.write(act, dryRun: options.filter.dryRun) { writer in
      for sheet in files.sheets { try taking.read(sheet, writer) }
      try spool.requireUnchanged()
      try told.refuseIfStrict()
      try taking.write(writer)
    }
    let receipt = taking.receipt
    try told.finish(
      ["\(spool.name): \(receipt.sentence("row"))"],
      isClean: receipt.rejected + receipt.setAside == 0)
    for sentence in taking.said { try say(sentence) }
    if !options.filter.dryRun { try emit(entries, outcome.written, only: options.filter.only) }
    try tell(taking.flags)
  }
}

/// Scorings by the sheet.
final class FamilyTaking {
  private let session: Session
  private let setting: FamilySetting
  private let settings: Settings
  private let told: ImportTelling
  private var rows: [(assessment: Assessment, place: Place)] = []
  private(set) var receipt = BriefReceipt()
  private(set) var flags: [SafeguardingFlag] = []
  private var remarks: [String: [Int]] = [:]

  init(
    _ session: Session, _ setting: FamilySetting, _ settings: Settings, _ told: ImportTelling
  ) {
    self.session = session
    self.setting = setting
    self.settings = settings
    self.told = told
    receipt.noun = ("scoring", "scorings")
  }

  func read(_ sheet: Sheet, _ writer: Writer) throws {
    let search = try ChildSearch(writer, settings)
    var forms = try FormSource(writer, settings)
    let counted = try sheet.forEachRow { line in
      switch line {
      case .rejected(let problem): try reject(problem, Answers())
      case .setAside(let problem):
        receipt.setAside += 1
        try told.listener.setAside(0, problem)
      case .row(let row): try take(row, search, &forms)
      }
    }
    receipt.read = counted.read
    try told.listener.remarked(0, counted.remarks)
  }

  private func take(_ row: SheetRow, _ search: ChildSearch, _ forms: inout FormSource) throws {
    var answers = Answers()
    var problem: Problem?
    var unread: [String] = []
    var own = setting
    for answer in row.further {
      do {
        try take(answer, into: &own, &answers)
      } catch var found as Problem {
        found.place = row.place(of: answer)
        unread.append(answer.further.code)
        problem = problem ?? found
      }
    }
    own.day = row.day ?? setting.day
    do {
      if let problem { throw problem }
      guard let person = try search.child(of: row, agency: row[.agency], add: false) else {
        throw Problem(
          "child-unknown", .data, "nobody here is this child",
          cure: "Take them in first with carers refer import; or put the id into a column child.")
      }
      var assessment = try own.assessment(answers, of: person)
      // The child's id is part of what was said: two children's scores may be alike.
      let common = [own.stage?.rawValue, own.scorer?.rawValue, own.day?.description]
      let said =
        row.digestInput
        + Array(([person.text] + common.map { $0 ?? "" }).joined(separator: "\u{1F}").utf8)
      assessment.source = forms.source(said, setting: nil, number: nil)
      if try forms.isHere(said, setting: nil, number: nil) {
        receipt.alreadyHere += 1
      } else {
        rows.append((assessment, row.place))
      }
    } catch var problem as Problem where problem.status == .data {
      if problem.place == nil { problem.place = row.place }
      try reject(problem, answers, unread: unread)
    }
  }

  private func take(
    _ answer: SheetAnswer, into own: inout FamilySetting, _ answers: inout Answers
  ) throws {
    switch answer.further.code {
    case "by": own.scorer = try FamilySetting.scorer(answer.text)
    case "stage": own.stage = try FamilySetting.stage(answer.text)
    case "scorerName": own.scorerName = answer.text
    case "assessor": own.assessor = answer.text
    case let code where setting.forms.form.item(code) != nil:
      try setting.forms.form.take(answer.text, for: code, into: &answers, today: session.today)
    default: break
    }
  }

  /// A row that is not kept is told; and an alarm among its answers is never quiet (practice P1).
  private func reject(_ given: Problem, _ answers: Answers, unread: [String] = []) throws {
    var problem = given
    problem.status = .partial
    receipt.rejected += 1
    try told.listener.rejected(0, problem)
    var alarms = Assessment.alarms(answers, setting.forms.alarms)
    for code in unread where setting.forms.alarms.contains(where: { $0.code == code }) {
      alarms.append(.init(raised: "safeguarding: \(code) is answered and cannot be read"))
    }
    for alarm in alarms {
      let line = problem.place?.line.map { ":\($0)" } ?? ""
      try session.insist(
        "carers: \(Visible.line(problem.place?.file ?? ""))\(line): NOT KEPT, and it raises \(alarm.raised)"
      )
    }
  }

  /// Writes what is left, in the order of the days, so that a first score stands before a later one.
  func write(_ writer: Writer) throws {
    let order = rows.indices.sorted {
      (rows[$0].assessment.header.day, $0) < (rows[$1].assessment.header.day, $1)
    }
    for place in order {
      do {
        let kept = try writer.takeScoring(rows[place].assessment, setting.forms.alarms)
        receipt.kept += 1
        flags += kept.flags
        for remark in kept.said { remarks[remark, default: []].append(rows[place].place.line ?? 0) }
      } catch var problem as Problem where problem.code == "stage-missing" {
        problem.place = rows[place].place
        try reject(problem, Answers(rows[place].assessment.answers))
      }
    }
    try told.refuseIfStrict()
    writer.receipt = receipt.json
    guard receipt.balances else {
      throw Problem(
        "receipt-unbalanced", .fault, "a fault in carers: the rows do not add up; nothing was kept")
    }
  }

  /// What whoever scored should hear, once for all rows that it is said of.
  var said: [String] {
    remarks.sorted { $0.key < $1.key }.map { remark, lines in
      let shown = lines.sorted().prefix(5).map(String.init).joined(separator: ", ")
      let more = lines.count > 5 ? " and \(lines.count - 5) more" : ""
      return "\(remark) (line\(lines.count > 1 ? "s" : "") \(shown)\(more))"
    }
  }
}
