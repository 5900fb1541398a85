import Interchange
import Storage
import YoungCarers

/// What `refer import` and `refer add` do alike.
struct ImportOptions {
  var rejects: String?
  var links: String?
  var strict = false
  var matching = true
  /// Whether a row is set aside that says the very same as one that was forgotten.
  var setsAside = true
  var filter: FilterOptions
  var agency: String?
  var agencyKind: String?
  /// The command that takes a corrected rejects file.
  var again = "carers refer import"
}

extension Session {
  /// Where a command that makes entries puts them: a store, or the pipe, which begins empty unless a
  /// stream to add to is named.
  func destination(_ known: String?, partial: Bool) throws -> Entries {
    if let known {
      if let asked = options.store, asked != "-" {
        throw Problem(
          "entries-and-store", .usage, "--with adds to a stream, and --store names a store",
          cure: "Give one of the two; carers load adds a stream to a store.")
      }
      return try entries([known], partial: partial)
    }
    if let path = storePath, path != "-" {
      return Entries(store: try open(path), selected: nil, read: [])
    }
    return Entries(store: try Store.pipe(), selected: nil, read: [])
  }

  /// One import, one transaction: taken in, told, and given on.
  func take(_ files: SheetFiles, into entries: Entries, _ options: ImportOptions) throws {
    let told = try ImportTelling(self, files.sheets, options)
    var intake = Intake.Options()
    intake.agency = options.agency
    intake.agencyKind = options.agencyKind
    intake.matching = options.matching
    intake.setsAside = options.setsAside
    let deliveries = files.sheets.map { Intake.Delivery($0, intake) }
    let rows = files.sheets.reduce(0) { $0 + $1.rowCountHint }
    let outcome = try entries.store.write(act, expecting: rows, dryRun: options.filter.dryRun) {
      writer in
      let receipts = try Intake(writer, entries.store.settings, deliveries).run(told.listener)
      for spool in files.spools { try spool.requireUnchanged() }
      try told.refuseIfStrict()
      writer.receipt = receipts.reduce(Receipt(), +).json
      return receipts
    }
    try told.finish(outcome.value)
    if options.filter.dryRun { return }
    if let links = options.links { try writeLinks(links, entries, outcome.written) }
    try tellNext(outcome.value, entries, outcome.written)
    try emit(entries, outcome.written, only: options.filter.only)
  }

  /// What to do next: the queue first, then repeat referrals before their lead workers, then the
  /// service's own first step.
  private func tellNext(
    _ receipts: [Receipt], _ entries: Entries, _ written: ClosedRange<Int64>?
  ) throws {
    let sum = receipts.reduce(Receipt(), +)
    guard written != nil, !entries.isPipe else { return }
    if sum.toDecide > 0 {
      try say("Next: carers refer queue (\(sum.toDecide) for a person to decide).")
    }
    if sum.known > 0 {
      let leads = try entries.store.read(as: actor, for: .casework, at: world.clock()) {
        try $0.leadsWithRepeats(on: today)
      }.content
      let parts = leads.map {
        "\($0.count) \($0.lead.map { "by \($0)" } ?? "without a lead worker")"
      }
      try say("Next: carers next (repeat referrals to be read: \(parts.joined(separator: ", "))).")
    }
    if sum.new > 0 { try say("Next: \(try service(entries.store).firstStep).") }
  }

  /// Which person each row is: for the sender's own records, or to be scored against the truth.
  private func writeLinks(_ path: String, _ entries: Entries, _ written: ClosedRange<Int64>?)
    throws
  {
    let file = try AtomicFile(path, world)
    let csv = CSVWriter(lineEnd: .lf)
    var bytes: [UInt8] = []
    csv.write(["source", "file", "line", "person", "case", "recognised"], to: &bytes)
    if let written {
      _ = try entries.store.read(as: actor, for: .export, at: world.clock()) { reader in
        try reader.forEachLink(in: written) { link in
          csv.write(
            [
              link.source, link.file, link.line.map(String.init), link.person.text,
              link.family.text, link.matched,
            ], to: &bytes)
        }
      }
    }
    try file.output.write(bytes)
    try file.commit()
  }
}
