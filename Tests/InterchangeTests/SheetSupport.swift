import YoungCarers

@testable import Interchange

let today = Day(year: 2026, month: 12, day: 4) ?? Day(number: 0)

/// What a sheet came to, in one value.
struct Outcome: Equatable {
  var rows: [SheetRow] = []
  var rejected: [Problem] = []
  var setAside: [Problem] = []
  var remarks: [Remark] = []
  var rejects: [UInt8] = []

  func has(_ code: String) -> Bool { remarks.contains { $0.code == code } }
  func remark(_ code: String) -> Remark? { remarks.first { $0.code == code } }
  subscript(field: SheetField) -> [String?] { rows.map { $0[field] } }

  static func == (a: Outcome, b: Outcome) -> Bool {
    a.rows.map(\.childDigestInput) == b.rows.map(\.childDigestInput)
      && a.rows.map(\.place) == b.rows.map(\.place) && a.rejected == b.rejected
      && a.setAside == b.setAside && a.remarks == b.remarks && a.rejects == b.rejects
  }
}

func read(
  _ bytes: [UInt8], _ profile: SheetProfile = SheetProfile(), chunk: Int = .max
) throws -> Outcome {
  let sheet = try Sheet.prove(
    ByteSource(bytes: bytes, chunk: chunk), named: "a.csv", profile: profile, today: today)
  var outcome = Outcome()
  let writer = try RejectsWriter(sheet)
  try writer.begin(&outcome.rejects)
  let receipt = try sheet.forEachRow { line in
    switch line {
    case .row(let row): outcome.rows.append(row)
    case .rejected(let problem):
      outcome.rejected.append(problem)
      try writer.add(problem, to: &outcome.rejects)
    case .setAside(let problem): outcome.setAside.append(problem)
    }
  }
  outcome.remarks = sheet.remarks + receipt.remarks
  precondition(receipt.read == outcome.rows.count + receipt.rejected + receipt.setAside)
  return outcome
}

func read(_ text: String, _ profile: SheetProfile = SheetProfile()) throws -> Outcome {
  try read(Array(text.utf8), profile)
}

/// The code of the problem that refuses the file, and its line; nil where it is taken.
func refusal(_ bytes: [UInt8], _ profile: SheetProfile = SheetProfile()) -> Problem? {
  do {
    _ = try read(bytes, profile)
    return nil
  } catch {
    return error as? Problem
  }
}

func refusal(_ text: String, _ profile: SheetProfile = SheetProfile()) -> Problem? {
  refusal(Array(text.utf8), profile)
}
