extension Instruments {
  /// What the instruments among an assessment's answers say is surely a concern. Items that no longer
  /// fit an instrument were proved when they came in, and say nothing here.
  public func concerns(in answers: [String]) -> [String] {
    var sheets: [Int: AnswerSheet] = [:]
    for line in answers {
      guard let (code, value) = Answers.parted(line), let dot = code.lastIndex(of: "."),
        let place = place(of: String(code[..<dot])), let item = Int(code[code.index(after: dot)...])
      else { continue }
      let instrument = all[place]
      var sheet = sheets[place] ?? AnswerSheet(items: instrument.count)
      try? sheet.put(Int(value), for: item, of: instrument)
      sheets[place] = sheet
    }
    return sheets.sorted { $0.key < $1.key }.flatMap { place, sheet in
      all[place].flags(all[place].scores(sheet)).compactMap { flag in
        flag.hasPrefix(Self.concern) ? String(flag.dropFirst(Self.concern.count)) : nil
      }
    }
  }

  private static let concern = "concern: "
}
