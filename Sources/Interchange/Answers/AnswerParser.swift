import YoungCarers

/// Makes filled sheets of lines.
final class AnswerParser {
  enum Found: Equatable {
    case blank, other, sheet
    case head(Int64?)
    case end(Int64?)
  }

  private(set) var passedBy = 0
  private let instruments: [Instrument]
  private let codes: [[UInt8]]
  private let known: Instruments
  private let code: String?
  private var line = AnswerLine()
  /// The sheets of an entry after its first, the last first.
  private var waiting: [FilledSheet] = []

  init(_ instruments: Instruments, code: String?) {
    known = instruments
    self.instruments = instruments.all
    codes = instruments.all.map { Array($0.code.utf8) }
    self.code = code
  }

  func pending(_ sheet: inout FilledSheet) -> Bool {
    guard let next = waiting.popLast() else { return false }
    sheet = next
    return true
  }

  /// Reads a line; where it gives a sheet, into `sheet`, whose place is that of the line.
  func read(_ bytes: UnsafeBufferPointer<UInt8>, _ sheet: inout FilledSheet) throws -> Found {
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return .blank }
    try line.read(bytes)
    guard let record = line.record else {
      fill(bytes, &sheet)
      return .sheet
    }
    if bytes.says(record, "assessment") { return entry(bytes, &sheet) ? .sheet : .other }
    if bytes.says(record, "stream") { return .head(number("version", bytes)) }
    if bytes.says(record, "end") { return .end(number("count", bytes)) }
    guard !bytes.says(record, "reference") else {
      throw Problem(
        "references-alone", .usage, "references came in, and answers stand in entries",
        cure: "Let carers export write the entries: carers export | carers assess score.")
    }
    return .other
  }

  private func number(_ name: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    line.value(of: name, in: bytes).flatMap(bytes.integer)
  }

  private func place(of code: UnsafeBufferPointer<UInt8>) -> Int? {
    codes.firstIndex { $0.count == code.count && $0.elementsEqual(code) }
  }

  private func text(_ token: JSONToken?, _ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let token else { return nil }
    switch token.shape {
    case .text: return bytes.text(token)
    case .number: return bytes.raw(token.range)
    default: return nil
    }
  }
}

// A sheet: an object of its own.
extension AnswerParser {
  private func fill(_ bytes: UnsafeBufferPointer<UInt8>, _ sheet: inout FilledSheet) {
    sheet.id = text(line.id, bytes)
    sheet.instrument = nil
    sheet.opening.removeAll(keepingCapacity: true)
    open(bytes, &sheet.opening)
    guard let place = instrument(bytes, &sheet) else { return }
    sheet.instrument = place
    let instrument = instruments[place]
    sheet.answers.clear(items: instrument.count)
    switch line.answers {
    case .byItem:
      for member in line.byItem {
        let item = member.key.isEscaped ? nil : wholeNumber(bytes[member.key.inner])
        put(item, member.key, member.value, bytes, instrument, &sheet)
      }
    case .inOrder:
      for (place, value) in line.inOrder.enumerated() {
        put(place + 1, value, value, bytes, instrument, &sheet)
      }
    case .none:
      sheet.refuse(
        Problem("answers-missing", .data, "the sheet has no \"answers\""), at: sheet.place)
    case .other:
      sheet.refuse(
        Problem(
          "answers-kind", .data, "\"answers\" is neither an object of items nor a list of answers"),
        at: sheet.place.marking(line.answersToken?.range))
    }
  }

  private func instrument(_ bytes: UnsafeBufferPointer<UInt8>, _ sheet: inout FilledSheet) -> Int? {
    guard let token = line.instrument, token.shape == .text else {
      if let code, let place = known.place(of: code), line.instrument == nil {
        sheet.opening.append(contentsOf: ",\"instrument\":".utf8)
        JSONEscape.write(code, into: &sheet.opening)
        return place
      }
      sheet.refuse(.instrumentUnsaid, at: sheet.place)
      return nil
    }
    if let place = place(of: UnsafeBufferPointer(rebasing: bytes[token.inner])) { return place }
    sheet.refuse(known.unknown(bytes.text(token)), at: sheet.place.marking(token.range))
    return nil
  }

  private func put(
    _ item: Int?, _ key: JSONToken, _ value: JSONToken, _ bytes: UnsafeBufferPointer<UInt8>,
    _ instrument: Instrument, _ sheet: inout FilledSheet
  ) {
    guard let item else {
      return sheet.refuse(.itemNotNumber, at: sheet.place.marking(key.range))
    }
    if value.shape == .null {
      sheet.put(nil, for: item, of: instrument, at: { $0.marking(value.range) })
    } else {
      let digits = value.shape == .number ? value.range : value.range.prefix(0)
      sheet.put(bytes[digits], for: item, of: instrument, at: { $0.marking(value.range) })
    }
  }

  /// The sheet's own keys as they stand, up to where its results go.
  private func open(_ bytes: UnsafeBufferPointer<UInt8>, _ out: inout [UInt8]) {
    guard line.hasResults, let first = bytes.firstIndex(of: UInt8(ascii: "{")) else {
      let end = bytes.lastIndex(of: UInt8(ascii: "}")) ?? bytes.endIndex
      return out.append(copying: UnsafeBufferPointer(rebasing: bytes[..<end]))
    }
    out.append(copying: UnsafeBufferPointer(rebasing: bytes[...first]))
    var mark = false
    for member in line.members where !ScoreLine.isResult(member.key, in: bytes) {
      if mark { out.append(UInt8(ascii: ",")) }
      mark = true
      let range = member.key.range.lowerBound..<member.value.range.upperBound
      out.append(copying: UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }
}

// An assessment: an entry whose answers may be of several instruments, and of other forms.
extension AnswerParser {
  /// False where it holds no answer to an instrument.
  private func entry(_ bytes: UnsafeBufferPointer<UInt8>, _ sheet: inout FilledSheet) -> Bool {
    var found: [FilledSheet] = []
    for token in line.inOrder {
      var text = token.shape == .text ? bytes.text(token) : ""
      text.withUTF8 { answer($0, token, bytes, sheet.place, &found) }
    }
    if line.answers == .byItem || line.answers == .other {
      sheet.instrument = nil
      sheet.refuse(
        Problem(
          "field-type", .data, "\"answers\" of an assessment entry is not a list of texts",
          cure: "See carers schema assessment."), at: sheet.place)
      return true
    }
    guard let first = found.first else { return false }
    waiting = found.dropFirst().reversed()
    sheet = first
    return true
  }

  /// `MACA-YC18.4=2`; nothing after the sign is no answer.
  private func answer(
    _ text: UnsafeBufferPointer<UInt8>, _ token: JSONToken, _ bytes: UnsafeBufferPointer<UInt8>,
    _ place: Place, _ found: inout [FilledSheet]
  ) {
    guard let dot = text.firstIndex(of: UInt8(ascii: ".")),
      let known = self.place(of: UnsafeBufferPointer(rebasing: text[..<dot]))
    else {
      passedBy += 1
      return
    }
    let instrument = instruments[known]
    let sheet = found.firstIndex { $0.instrument == known } ?? found.count
    if sheet == found.count { found.append(begin(known, bytes, place)) }
    let mark = text.firstIndex(of: UInt8(ascii: "=")) ?? text.endIndex
    let value = text[mark...].dropFirst()
    let marked = place.marking(token.range)
    guard mark < text.endIndex, mark > dot, let item = wholeNumber(text[(dot + 1)..<mark]) else {
      return found[sheet].refuse(.itemNotNumber, at: marked)
    }
    if value.isEmpty {
      found[sheet].put(nil, for: item, of: instrument, at: { $0.marking(token.range) })
    } else {
      found[sheet].put(value, for: item, of: instrument, at: { $0.marking(token.range) })
    }
  }

  private func begin(_ known: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Place)
    -> FilledSheet
  {
    var sheet = FilledSheet()
    sheet.instrument = known
    sheet.answers = AnswerSheet(items: instruments[known].count)
    sheet.id = text(line.id, bytes)
    sheet.place = place
    func member(_ name: String, _ value: String) {
      sheet.opening.append(UInt8(ascii: sheet.opening.isEmpty ? "{" : ","))
      JSONEscape.write(name, into: &sheet.opening)
      sheet.opening.append(UInt8(ascii: ":"))
      JSONEscape.write(value, into: &sheet.opening)
    }
    if let id = sheet.id { member("assessment", id) }
    for (name, key) in [("person", "person" as StaticString), ("replaces", "replaces")] {
      if let value = text(line.value(of: key, in: bytes), bytes) { member(name, value) }
    }
    member("instrument", instruments[known].code)
    return sheet
  }
}
