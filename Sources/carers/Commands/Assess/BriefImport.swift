import Interchange
import Storage
import YoungCarers

extension Session {
  /// Many brief assessments, one transaction: taken in, told, and given on.
  func take(
    _ spool: Spool, of brief: BriefSetting, into entries: Entries, _ profile: SheetProfile,
    _ options: ImportOptions, add: Bool
  ) throws {
    guard spool.size > 0 else {
      throw Problem(
        "answers-none", .data, at: Place(file: spool.name), "nothing came",
        cure: "See why whatever wrote the answers stopped.")
    }
    let isTable = try spool.isTable()
    let files = isTable ? try SheetFiles([spool], profile, self) : nil
    if !isTable {
      presenter.reread = { name, range in name == spool.name ? try? spool.bytes(range) : nil }
    }
    let told = try ImportTelling(self, files?.sheets ?? [], options)
    let raw = isTable ? nil : try options.rejects.map { try AtomicFile($0, world) }
    let taking = BriefTaking(self, brief, entries.store.settings, add: add) { problem in
      try raw.map { try $0.output.write(spool.bytes(problem.place?.record ?? 0..<0)) }
      try told.listener.rejected(0, problem)
    }
    var intake = Intake.Options()
    intake.agency = options.agency
    intake.agencyKind = options.agencyKind
    let outcome = try entries.store.write(act, dryRun: options.filter.dryRun) { writer in
      if let sheet = files?.sheets.first {
        try taking.read(sheet, told, writer)
      } else {
        try taking.read(spool, writer)
      }
      try spool.requireUnchanged()
      try told.refuseIfStrict()
      try taking.write(files?.sheets.first, intake, writer)
    }
    taking.remark(spool.name)
    let receipt = taking.receipt
    if receipt.rejected > 0 { try raw?.commit() }
    try told.finish(
      ["\(spool.name): \(receipt.sentence(isTable ? "row" : "line"))"],
      isClean: receipt.rejected + receipt.setAside + receipt.toDecide == 0)
    if !options.filter.dryRun { try emit(entries, outcome.written, only: options.filter.only) }
    try tell(taking.flags)
  }
}
