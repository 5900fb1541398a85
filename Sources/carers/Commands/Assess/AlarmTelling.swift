import Interchange
import YoungCarers

/// Says each safeguarding flag on standard error, whatever was asked to be quiet (P1).
final class AlarmTelling {
  /// The sheets with a flag.
  private(set) var count = 0
  private let output: Output
  private let errors: ErrorForm
  private let showsNames: Bool
  /// The input's name as it is told.
  private var file = ""

  init(_ session: Session) {
    output = Output(session.world.stderr, name: "standard error")
    errors = session.options.errors
    showsNames = session.world.stderr.isTerminal || session.options.showValues
  }

  /// An input begins; how many sheets had a flag before it.
  func begin(_ name: String) -> Int {
    file = Visible.line(name)
    return count
  }

  func flush() throws { try output.flush() }

  /// One line each, also with `--quiet`: where the sheet stands, what it calls itself, and the items.
  func tell(
    _ sheet: borrowing FilledSheet, _ raised: ArraySlice<String>, _ instrument: Instrument
  ) throws {
    let flags = sheet.unread.isEmpty ? raised : raised + unread(sheet, instrument)
    if flags.isEmpty { return }
    count += 1
    let name = sheet.id.flatMap { shown($0) }
    switch errors {
    case .text:
      try output.write("carers: \(file):\(sheet.place.line ?? 1): ")
      if let name {
        try output.write("sheet ")
        try output.write(name)
        try output.write(": ")
      }
      for place in flags.indices {
        if place > flags.startIndex { try output.write("; ") }
        try output.write(flags[place])
      }
      try output.write("\n")
    case .json:
      let place = Place(file: sheet.place.file, line: sheet.place.line)
      for flag in flags {
        try output.write(JSONLine(place).string("sheet", name).string("flag", flag).text)
      }
    }
  }

  /// What a sheet calls itself is told where it can be no name of a child's: it has a digit and no
  /// blank, or standard error is somebody's terminal.
  private func shown(_ id: String) -> String? {
    let isID =
      id.utf8.count <= 64 && id.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
      && id.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    return isID ? id : showsNames ? Visible.line(id) : nil
  }

  /// The alarm items that were answered with what nobody can read.
  private func unread(_ sheet: borrowing FilledSheet, _ instrument: Instrument) -> [String] {
    let items = sheet.unread
    return instrument.alarms.filter { items.contains($0.item) }.map {
      "safeguarding: \(instrument.code) item \($0.item) is answered and cannot be read"
    }
  }
}
