import Interchange
import Storage
import YoungCarers

/// What an import says while it reads, and the rejects file it leaves.
final class ImportTelling {
  private let session: Session
  private let sheets: [Sheet]
  private let options: ImportOptions
  private let file: AtomicFile?
  private var writer: RejectsWriter?
  private var rejected = 0

  init(_ session: Session, _ sheets: [Sheet], _ options: ImportOptions) throws {
    self.session = session
    self.sheets = sheets
    self.options = options
    if options.rejects != nil, sheets.count > 1 {
      throw Problem(
        "rejects-files", .usage, "one rejects file cannot hold the rows of \(sheets.count) sheets",
        cure: "Their columns differ: import them one by one.")
    }
    file = try sheets.isEmpty ? nil : options.rejects.map { try AtomicFile($0, session.world) }
    for sheet in sheets { tell(sheet.remarks, of: sheet) }
  }

  var listener: Intake.Listener {
    Intake.Listener(
      rejected: { index, problem in
        self.rejected += 1
        self.session.presenter.add(problem)
        if self.sheets.indices.contains(index) { try self.reject(self.sheets[index], problem) }
      },
      setAside: { _, problem in
        let place = Place(file: problem.place?.file ?? "", line: problem.place?.line)
        self.session.presenter.remark(Remark("set aside, \(problem.says)", at: place))
      },
      remarked: { index, remarks in self.tell(remarks, of: self.sheets[index]) })
  }

  private func reject(_ sheet: Sheet, _ problem: Problem) throws {
    guard let file else { return }
    var bytes: [UInt8] = []
    if writer == nil {
      writer = try RejectsWriter(sheet)
      try writer?.begin(&bytes)
    }
    try writer?.add(problem, to: &bytes)
    try file.output.write(bytes)
  }

  private func tell(_ remarks: [Interchange.Remark], of sheet: Sheet) {
    for remark in remarks {
      session.presenter.remark(Remark(remark.sentence, at: Place(file: sheet.file)))
    }
  }

  func refuseIfStrict() throws {
    guard options.strict, rejected > 0 else { return }
    throw Problem(
      "strict", .data,
      "\(rejected) \(named: rejected == 1 ? "row is" : "rows are") rejected, so nothing was kept (--strict)",
      cure:
        "Correct what is wrong, or leave --strict out and give the rejects file to import again.")
  }

  /// The receipts, and the rejects file in its place.
  func finish(_ receipts: [Receipt]) throws {
    try finish(
      zip(sheets, receipts).map { "\($0.file): \($1.sentence)" },
      isClean: receipts.allSatisfy { $0.rejected + $0.setAside + $0.toDecide == 0 })
  }

  func finish(_ sentences: [String], isClean: Bool) throws {
    session.presenter.finish()
    let kept = options.filter.dryRun ? " (dry run: nothing was kept)" : ""
    for sentence in sentences { try session.say("\(sentence)\(kept)") }
    if !isClean { session.status = 1 }
    guard rejected > 0 else { return }
    guard let rejects = options.rejects else {
      return try session.say(
        "Give --rejects FILE to have the rejected rows in a file, to correct and import.")
    }
    try file?.commit()
    try session.say("Next: correct \(rejects), then \(options.again) \(rejects).")
  }
}

extension Interchange.Remark {
  /// The remark, and the first lines it is about.
  fileprivate var sentence: Sentence {
    guard !lines.isEmpty else { return says }
    let more = count > lines.count ? " and \(count - lines.count) more" : ""
    let shown = lines.map(String.init).joined(separator: ", ") + more
    return "\(says) (line\(named: count > 1 ? "s" : "") \(named: shown))"
  }
}

extension Receipt {
  /// `41 rows: 31 new children, 5 known, 2 already here, 1 to decide, 1 rejected, 1 set aside.`
  fileprivate var sentence: String {
    func some(_ count: Int, _ words: String) -> String? { count > 0 ? "\(count) \(words)" : nil }
    let parts = [
      some(new, new == 1 ? "new child" : "new children"), some(known, "known"),
      some(alreadyHere, "already here"), some(toDecide, "to decide"), some(rejected, "rejected"),
      some(setAside, "set aside"),
    ].compactMap { $0 }
    let more = [
      some(forgotten, "of them forgotten on request, and not brought back"),
      some(contacts, contacts == 1 ? "contact written down" : "contacts written down"),
      new + known + toDecide + contacts == 0 ? "nothing was added" : nil,
    ].compactMap { $0 }
    let rows = "\(read) row\(read == 1 ? "" : "s"): \(parts.joined(separator: ", "))"
    return ([rows] + more).joined(separator: "; ") + "."
  }
}
