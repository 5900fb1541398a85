import Interchange
import Storage
import YoungCarers

/// Brief assessments by the sheet: every row is read and its child found before any is written.
final class BriefTaking {
  /// One row that is believed.
  struct Row {
    /// Nil where nobody knows the child, who is to be taken in.
    var person: ID?
    var assessment: Assessment
    var place: Place
  }

  private let session: Session
  private let brief: BriefSetting
  private let settings: Settings
  private let add: Bool
  private let rejected: (Problem) throws -> Void
  private var rows: [Row] = []
  private(set) var receipt = BriefReceipt()
  private(set) var flags: [SafeguardingFlag] = []
  private var withoutPeriod: [Int] = []

  init(
    _ session: Session, _ brief: BriefSetting, _ settings: Settings, add: Bool,
    rejected: @escaping (Problem) throws -> Void
  ) {
    self.session = session
    self.brief = brief
    self.settings = settings
    self.add = add
    self.rejected = rejected
  }

  /// A CSV of answers.
  func read(_ sheet: Sheet, _ told: ImportTelling, _ writer: Writer) throws {
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
    for answer in row.further where brief.forms.form.item(answer.further.code) != nil {
      do {
        try brief.forms.form.take(
          answer.text, for: answer.further.code, into: &answers, today: session.today)
      } catch var found as Problem {
        found.place = row.place(of: answer)
        unread.append(answer.further.code)
        problem = problem ?? found
      }
    }
    var setting = brief
    setting.agency = row[.agency] ?? brief.agency
    setting.agencyKind = row[.agencyKind] ?? brief.agencyKind
    setting.assessor = row[further: "assessor"]?.text ?? brief.assessor
    setting.day = row.day ?? brief.day
    do {
      if let problem { throw problem }
      let said = row.digestInput + Array((brief.day?.description ?? "").utf8)
      let (agency, number) = (setting.agency, row[.rowID])
      let source = forms.source(said, setting: agency, number: number)
      // An alarm is never set aside quietly (practice P1): it is taken in, or rejected aloud.
      if Assessment.alarms(answers, brief.forms.alarms).isEmpty, try forms.isForgotten(source) {
        receipt.setAside += 1
        receipt.forgotten += 1
        return
      }
      if try forms.isHere(said, setting: agency, number: number) {
        receipt.alreadyHere += 1
        return
      }
      let person = try search.child(of: row, agency: agency, add: add)
      var assessment = try setting.assessment(answers, of: person) {
        try person.map { try search.answered($0, on: setting.day ?? session.today) } ?? []
      }
      assessment.source = source
      rows.append(Row(person: person, assessment: assessment, place: row.place))
    } catch var problem as Problem where problem.status == .data {
      if problem.place == nil { problem.place = row.place }
      try reject(problem, answers, unread: unread)
    }
  }

  /// A row that is not kept is told; and an alarm among its answers is never quiet (practice P1).
  private func reject(_ given: Problem, _ answers: Answers, unread: [String] = []) throws {
    var problem = given
    problem.status = .partial
    receipt.rejected += 1
    try rejected(problem)
    var alarms = Assessment.alarms(answers, brief.forms.alarms)
    for code in unread
    where code == "safe" || brief.forms.alarms.contains(where: { $0.code == code }) {
      alarms.append(.init(raised: "safeguarding: \(code) is answered and cannot be read"))
    }
    for alarm in alarms {
      let line = problem.place?.line.map { ":\($0)" } ?? ""
      try session.insist(
        "carers: \(Visible.line(problem.place?.file ?? ""))\(line): NOT KEPT, and it raises \(alarm.raised)"
      )
    }
  }

  /// JSON, a form a line.
  func read(_ spool: Spool, _ writer: Writer) throws {
    var forms = try FormSource(writer, settings)
    var at = 0
    var lines = FormLines(file: spool.name) { buffer in
      let count = try spool.read(at: at, into: buffer)
      at += count
      return count
    }
    while let result = try lines.next() {
      receipt.read += 1
      switch result {
      case .failure(let problem): try reject(problem, Answers())
      case .success(let line):
        var found = BriefLines(brief, line, lines)
        do {
          let row = try found.row(writer, &forms)
          if let row { rows.append(row) } else { receipt.alreadyHere += 1 }
        } catch var problem as Problem where [.data, .noInput].contains(problem.status) {
          if problem.place == nil { problem.place = found.place }
          try reject(problem, found.answers, unread: found.unread)
        }
      }
    }
  }

  /// Takes in whom nobody knows, and writes what is left.
  func write(_ sheet: Sheet?, _ options: Intake.Options, _ writer: Writer) throws {
    if let sheet { try takeIn(sheet, options, writer) }
    for row in rows {
      guard row.person != nil else { continue }
      let kept = try writer.take(row.assessment, brief.forms.alarms)
      receipt.kept += 1
      flags += kept.flags
      if !kept.remarks.isEmpty { withoutPeriod.append(row.place.line ?? 0) }
      if row.assessment.setting == nil { receipt.unnamed += 1 }
    }
    writer.receipt = receipt.json
    guard receipt.balances else {
      throw Problem(
        "receipt-unbalanced", .fault, "a fault in carers: the rows do not add up; nothing was kept")
    }
  }

  private func takeIn(_ sheet: Sheet, _ options: Intake.Options, _ writer: Writer) throws {
    let lines = Set(rows.filter { $0.person == nil }.compactMap(\.place.line))
    guard !lines.isEmpty else { return }
    var delivery = Intake.Delivery(sheet, options)
    delivery.only = lines
    // What the form says is new, though the child may be forgotten.
    delivery.options.setsAside = false
    var filed: [Int: ID] = [:]
    var listener = Intake.Listener(
      rejected: { _, _ in }, setAside: { _, _ in }, remarked: { _, _ in })
    listener.filed = { filed[$1] = $2 }
    let taken = try Intake(writer, settings, [delivery]).run(listener)
    receipt.added = taken.reduce(0) { $0 + $1.new }
    receipt.toDecide = taken.reduce(0) { $0 + $1.toDecide }
    for place in rows.indices where rows[place].person == nil {
      let person = rows[place].place.line.flatMap { filed[$0] }
      rows[place].person = person
      rows[place].assessment.person = person
    }
  }

  func remark(_ file: String) {
    guard let first = withoutPeriod.first else { return }
    let more = withoutPeriod.count > 1 ? " and \(withoutPeriod.count - 1) more" : ""
    session.presenter.remark(
      Remark(
        "attendance without its period stays an answer, and is no fact about a period (line \(first)\(named: more))",
        at: Place(file: file)))
  }
}
