import Interchange
import Storage
import YoungCarers

extension Fingerprint {
  /// Of words one after another, each whole.
  init(_ words: some Sequence<String?>) {
    self.init()
    for word in words { add(word) }
  }

  mutating func add(_ word: String?) {
    add((word ?? "\u{1}").utf8)
    add(CollectionOfOne(0xFF))
  }

  var text: String { Self.text(number) }

  static func text(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Counting {
  /// What figures are counted by: the program's version and measures, the settings, the instruments.
  public func settled(by version: String) -> String {
    let words: [String?] =
      [version] + Measure.allCases.map(\.rawValue) + Service.Name.allCases.map { service.text($0) }
      + instruments.all.flatMap { [$0.code, $0.title, $0.source, String($0.count)] }
    return Fingerprint(words).text
  }
}

extension Reader {
  /// What every part must have: the agencies by which figures are told apart, the lists, the areas.
  func ground(_ areas: AreaLookup) throws -> String {
    var print = Fingerprint(areas.words)
    for agency in try agencies().sorted(by: { $0.header.id < $1.header.id }) {
      let words = [agency.header.id.text, agency.name, agency.agencyKind, agency.code, agency.urn]
      for word in words + agency.aliases { print.add(word) }
    }
    for form in [Assessment.Form.needs, .transition] {
      for change in try listChanges(form) { print.add(change.header.id.text) }
    }
    return print.text
  }

  /// Of which cases, and of which entries that name none.
  func whichCases() throws -> Set<UInt64> {
    let holding = try holding()
    return Set(holding.cases.union(holding.loose).map { Fingerprint([$0.text]).number })
  }
}
