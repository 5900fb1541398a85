import Foundation
import Interchange
import YoungCarers

/// Scores what comes in, file after file, and holds the results until all of it has come: a stream
/// that was torn, or a sheet that `--strict` refuses, leaves nothing half written.
final class Scoring {
  private let session: Session
  private let instruments: Instruments
  private let lines: [ScoreLine]
  private let output: OutputOptions
  private var results: Results
  private var rows: [ScoreRow] = []
  private var used: Set<Int> = []
  private var tally = Tally()
  private let alarms: AlarmTelling
  /// Asked for each sheet, and dear to ask the options for.
  private let isDocument: Bool

  /// Lines, or at a terminal and where a listing was asked for, its rows.
  private enum Results {
    case lines(Output)
    case rows
  }

  struct Tally {
    var scored = 0
    var rejected = 0
    var passedBy = 0
  }

  init(_ session: Session, _ instruments: Instruments, _ output: OutputOptions) throws {
    self.session = session
    self.instruments = instruments
    self.output = output
    lines = instruments.all.map(ScoreLine.init)
    alarms = AlarmTelling(session)
    isDocument = output.format == .json
    let isListing =
      switch output.format {
      case nil: output.fields != nil || session.world.stdout.isTerminal && output.file.output == nil
      case .jsonl, .json: output.fields != nil
      case .table, .csv, .tsv, .md: true
      }
    let folder = session.world.environment["TMPDIR"] ?? "/tmp"
    results = isListing ? .rows : .lines(try Output.unnamed(in: folder))
  }

  /// Reads one input to its end. Sheets that are refused are told when it is there; flags at once.
  func take(_ spool: Spool, code: String?, partial: Bool) throws {
    session.presenter.reread = { file, range in
      file == spool.name ? try? spool.bytes(range) : nil
    }
    let before = tally
    let flagged = alarms.begin(spool.name)
    defer { try? alarms.flush() }
    if try spool.isTable() {
      try score(
        AnswerTable(spool.source(), file: spool.name, instruments: instruments, code: code), before,
        flagged, spool)
    } else {
      var at = 0
      try score(
        AnswerReader(
          file: spool.name, instruments: instruments, code: code, partial: partial,
          read: { buffer in
            let count = try spool.read(at: at, into: buffer)
            at += count
            return count
          }), before, flagged, spool)
    }
  }

  private func score(
    _ sheets: consuming some FilledSheets, _ before: Tally, _ flagged: Int, _ spool: Spool
  ) throws {
    var sheet = FilledSheet()
    var out: [UInt8] = []
    while try sheets.next(&sheet) {
      try score(sheet, into: &out)
      if out.count >= 1 << 16 { try put(&out) }
    }
    try put(&out)
    try spool.requireUnchanged()
    tally.passedBy += sheets.passedBy
    if let forgiven = sheets.forgiven {
      session.presenter.remark(Remark(forgiven.says, at: forgiven.place))
    }
    try alarms.flush()
    session.presenter.finish()
    try tell(spool.name, before, flags: alarms.count - flagged)
  }

  private func put(_ out: inout [UInt8]) throws {
    if case .lines(let file) = results { try file.write(out) }
    out.removeAll(keepingCapacity: true)
  }

  /// A refused sheet has no scores, but an alarm among its answers stands all the same (P1), and so
  /// does one that nobody can read.
  private func score(_ sheet: borrowing FilledSheet, into out: inout [UInt8]) throws {
    guard let place = sheet.instrument else { return reject(sheet) }
    let instrument = instruments.all[place]
    let scores = instrument.scores(sheet.answers)
    let flags = instrument.flags(scores)
    if !scores.alarms.isEmpty || !sheet.unread.isEmpty {
      try alarms.tell(sheet, flags.prefix(scores.alarms.count), instrument)
    }
    guard sheet.problem == nil else { return reject(sheet) }
    tally.scored += 1
    switch results {
    case .rows:
      used.insert(place)
      rows.append(ScoreRow(sheet.id, instrument, scores, flags))
    case .lines:
      if isDocument {
        out.append(contentsOf: (tally.scored == 1 ? "[\n" : ",\n").utf8)
      }
      lines[place].write(sheet.opening, scores, flags: flags, into: &out)
      if isDocument { out.removeLast() }
    }
  }

  private func reject(_ sheet: borrowing FilledSheet) {
    tally.rejected += 1
    if let problem = sheet.problem { session.presenter.add(problem) }
  }

  private func tell(_ name: String, _ before: Tally, flags: Int) throws {
    let (scored, rejected) = (tally.scored - before.scored, tally.rejected - before.rejected)
    let passed = tally.passedBy - before.passedBy
    var parts = ["\(scored) scored"]
    if rejected > 0 { parts.append("\(rejected) rejected") }
    if passed > 0 { parts.append("\(passed) \(passed == 1 ? "answer" : "answers") to other forms") }
    if flags > 0 { parts.append("\(flags) with a safeguarding flag") }
    let sheets = scored + rejected
    if sheets == 0 { return try session.say("\(name): there are no answer sheets.") }
    try session.say(
      "\(name): \(sheets) \(sheets == 1 ? "sheet" : "sheets"): \(parts.joined(separator: ", ")).")
  }

  /// Writes what was held. Nothing is written where `strict` and a sheet was refused.
  func finish(strict: Bool) throws {
    if strict, tally.rejected > 0 {
      let sheets = tally.rejected == 1 ? "sheet is" : "sheets are"
      throw Problem(
        "strict", .data,
        "\(tally.rejected) \(named: sheets) rejected, so nothing was written (--strict)",
        cure: "Correct what is wrong, or leave --strict out.")
    }
    if alarms.count > 0 || tally.rejected > 0 || tally.scored == 0 { session.status = 1 }
    switch results {
    case .lines(let held): try write(held)
    case .rows:
      let listing = Listing(columns: ScoreRow.columns, rows: rows.map(\.cells))
      try session.write(session.given(listing), output, empty: "There are no answer sheets.")
      if output.format == .table || output.format == nil, output.fields == nil { try sayEnds() }
    }
  }

  private func write(_ held: Output) throws {
    if isDocument { try held.write(tally.scored == 0 ? "[]\n" : "\n]\n") }
    try held.flush()
    let file = try AtomicFile(
      output.file.output ?? "-", mode: output.file.permissions(), session.world)
    let input = Input(held.descriptor, name: "what was held")
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var at = 0
    while case let count = try input.read(at: at, into: buffer), count > 0 {
      try file.output.write(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      at += count
    }
    try file.commit()
  }

  /// Below a table, what the numbers mean: every scale says its end words (P35).
  private func sayEnds() throws {
    for place in used.sorted() {
      let instrument = instruments.all[place]
      for sum in instrument.sums {
        let reach = instrument.reach(of: sum)
        let better = sum.higherIsBetter ? "higher" : "lower"
        try session.say(
          """
          \(instrument.code) \(sum.name): from \(reach.lowerBound) (\(sum.ends.lowest)) to \
          \(reach.upperBound) (\(sum.ends.highest)); \(better) is better.
          """)
      }
    }
  }
}

extension Spool {
  /// CSV, where the first character does not begin an object. An array is neither: refused by name.
  func isTable() throws -> Bool {
    let head = try bytes(0..<512).drop { [0xEF, 0xBB, 0xBF, 9, 10, 13, 32].contains($0) }
    if head.first == UInt8(ascii: "[") {
      throw Problem(
        "answers-array", .data, at: Place(file: name), "this is one JSON array, not a sheet a line",
        cure: "Let jq take it apart: jq -c '.[]'.")
    }
    return size > 0 && head.first != UInt8(ascii: "{") && !head.isEmpty
  }
}
