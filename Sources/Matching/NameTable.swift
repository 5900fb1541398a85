/// Which names are forms of one another, looked up by the hashes of two folded words.
struct NameTable: Sendable {
  private var variants: Set<UInt64> = []
  private(set) var known: Set<UInt64> = []
  private(set) var common: Set<UInt64> = []
  private(set) var honorifics: Set<UInt64> = []

  static let given: NameTable = {
    var table = NameTable()
    let spelled = lines(GivenNames.spellings)
    var others: [UInt64: Set<UInt64>] = [:]
    for names in spelled {
      table.join(names, names)
      for name in names { others[name, default: []].formUnion(names) }
    }
    for names in lines(GivenNames.shortForms) {
      table.join(Array(others[names[0], default: [names[0]]]), names)
    }
    table.known.formUnion(lines(GivenNames.others).joined())
    table.joinAlike(GivenNames.shortForms)
    table.honorifics = Set(lines(GivenNames.spellings)[0])
      .union(lines("syed syeda sayed abdul abd bibi begum").joined())
    return table
  }()

  static let surname: NameTable = {
    var table = NameTable()
    for names in lines(Surnames.spellings) { table.join(names, names) }
    table.known = []
    table.common = Set(lines(Surnames.common).joined())
    return table
  }()

  func areVariants(_ a: UInt64, _ b: UInt64) -> Bool { variants.contains(Self.pair(a, b)) }

  private mutating func join(_ some: [UInt64], _ others: [UInt64]) {
    known.formUnion(some)
    known.formUnion(others)
    for a in some { for b in others where a != b { variants.insert(Self.pair(a, b)) } }
  }

  /// Two short forms of one name that begin alike: Tom and Tommy, but not Libby and Beth.
  private mutating func joinAlike(_ text: String) {
    for group in text.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      let forms = group.split(separator: " ").dropFirst()
      for a in forms {
        for b in forms where a < b && a.utf8.prefix(2).elementsEqual(b.utf8.prefix(2)) {
          variants.insert(Self.pair(Self.hash(a), Self.hash(b)))
        }
      }
    }
  }

  private static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 {
    Stable.mixed(min(a, b)) ^ Stable.mixed(max(a, b)) &* 3
  }

  private static func hash(_ name: Substring) -> UInt64 { Stable.hash(String(name)) }

  private static func lines(_ text: String) -> [[UInt64]] {
    text.split(whereSeparator: { $0 == "|" || $0 == "\n" })
      .map { $0.split(separator: " ").map(hash) }
  }
}
