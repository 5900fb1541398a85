import Storage
import YoungCarers

extension Timeliness {
  /// The values of one dimension in their order, and the place of each number that a row has.
  struct Places {
    /// Of one store.
    struct Part {
      /// Of each referral: of a name, or the day.
      let numbers: [Int32]
      /// The place of each number, from the first on.
      var of: [Int] = []
      var first: Int32 = 0
    }

    var labels: [String] = []
    var parts: [Part]

    init(_ by: By, _ referrals: [Referrals]) {
      switch by {
      case .agency:
        parts = referrals.map { Part(numbers: $0.rows.agencies) }
        byName(referrals, called: { $0.agencies[$1] }, <)
      case .year:
        parts = referrals.map { Part(numbers: $0.rows.years) }
        byName(referrals, called: { YearGroup.called($1) }, YearGroup.precedes)
      case .month:
        parts = referrals.map { Part(numbers: $0.rows.days) }
        byMonth()
      }
    }

    private mutating func byMonth() {
      let ends = parts.compactMap { part in
        part.numbers.min().map { ($0, part.numbers.max() ?? $0) }
      }
      guard let from = ends.map(\.0).min(), let last = ends.map(\.1).max() else { return }
      var of: [Int] = []
      for number in from...last {
        let month = String(Day(number: number).description.prefix(7))
        if labels.last != month { labels.append(month) }
        of.append(labels.count - 1)
      }
      for place in parts.indices { (parts[place].of, parts[place].first) = (of, from) }
    }

    private mutating func byName(
      _ referrals: [Referrals], called: (Referrals, String) -> String,
      _ precedes: (String, String) -> Bool
    ) {
      let calls = zip(parts, referrals).map { part, referrals in
        let names = referrals.rows.names
        var isMet = [Bool](repeating: false, count: names.count)
        for number in part.numbers { isMet[Int(number)] = true }
        return names.indices.map { index in
          !isMet[index]
            ? nil : names[index].isEmpty ? Traits.unknown : called(referrals, names[index])
        }
      }
      labels = Set(calls.joined().compactMap { $0 }).sorted { a, b in
        if (a == Traits.unknown) != (b == Traits.unknown) { return b == Traits.unknown }
        return precedes(a, b)
      }
      let places = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
      for (place, names) in calls.enumerated() {
        parts[place].of = names.map { $0.flatMap { places[$0] } ?? 0 }
      }
    }
  }
}

/// A school year as people write it: `Year 8`, `Yr 8` and `8` are one.
enum YearGroup {
  static func called(_ given: String) -> String {
    let words = Text.folded(given).split(separator: " ").filter {
      !["year", "yr", "y"].contains($0)
    }
    guard words.count == 1, let word = words.first else { return given }
    let plain =
      word.first == "y" && word.dropFirst().allSatisfy(\.isNumber) ? word.dropFirst() : word
    if let number = Int(plain) { return String(number) }
    return ["r", "reception"].contains(String(plain)) ? "R" : given
  }

  /// Reception, then the years, then what is no year.
  static func precedes(_ a: String, _ b: String) -> Bool {
    func rank(_ year: String) -> (Int, String) {
      (year == "R" ? 0 : Int(year) ?? .max, year)
    }
    return rank(a) < rank(b)
  }
}
