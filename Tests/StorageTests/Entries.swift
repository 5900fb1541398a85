import Interchange
import TestSupport
import YoungCarers

@testable import Storage

/// Entries at random that could stand in one store: what they name is among them.
struct Entries {
  private var random: Seeded
  private var families: [ID] = []
  private var people: [(id: ID, family: ID)] = []
  private var written: [Kind: [ID]] = [:]
  private var number = 0
  /// The case that each entry is filed under.
  private var homes: [ID: ID] = [:]

  init(seed: UInt64) { random = Seeded(seed) }

  private static let pieces = [
    "Zoë", "O'Brien", "Łukasz", "a\nb", "tab\there", "\"quoted\"", "back\\slash", "</script>",
    "😀", "\u{2028}", "शि", "x", "MacDonald-Fraser", "0042", "NULL", "=1+1", "{\"a\":1}", " ", "Å",
  ]

  private static let extras = [
    Extra(key: "", json: "0"), Extra(key: "aaa", json: #"{"b": 1, "a":[ ]}"#),
    Extra(key: "dayz", json: "null"), Extra(key: "recordings", json: #""\u00e9\/""#),
    Extra(key: "with \"quotes\"", json: "123456789012345678901234567890"),
    Extra(key: "zz", json: "-1.50E+40"), Extra(key: "é", json: "true"),
  ]

  /// Lines in no particular order, every kind among them.
  mutating func lines(_ count: Int) throws -> [String] {
    var lines: [String] = []
    for _ in 0..<3 { lines.append(line(try entry(.family))) }
    for _ in 0..<5 { lines.append(line(try entry(.person))) }
    for kind in [Kind.plan, .conference, .action] { lines.append(line(try entry(kind))) }
    for _ in 0..<count {
      if random.chance(8) {
        lines.append(unknown())
      } else {
        lines.append(line(try entry(Kind.allCases.randomElement(using: &random) ?? .note)))
      }
    }
    return lines.shuffled(using: &random)
  }

  private mutating func entry(_ kind: Kind) throws -> Entry {
    number += 1
    let id =
      switch kind {
      case .family: ID(.family, number: random.next() % ID.count)
      case .person: ID(.person, number: random.next() % ID.count)
      default: ID.entry(at: Instant(microseconds: Int64(number)), using: &random)
      }
    if kind == .family { families.append(id) }
    let isAbout = kind.layout.place["person"] != nil
    // A promise is of its plan's family, and an invitation of its conference's.
    let whole = kind.layout.fields.first {
      ["conference", "plan", "action"].contains($0.name) && $0.isRequired
    }
    let anchor = whole.flatMap { Kind(rawValue: $0.name) }.flatMap { written[$0] }?
      .randomElement(using: &random)
    let isOwn = isAbout && anchor == nil && !random.chance(4)
    let person = isOwn ? people.randomElement(using: &random) : nil
    let family =
      anchor.flatMap { homes[$0] } ?? person?.family ?? families.randomElement(using: &random) ?? id
    homes[id] = family
    if kind == .person { people.append((id, family)) }
    var cells = kind.layout.fields.map { field -> Cell in
      switch field.name {
      case "id": return .text(id.text)
      case "family":
        let isLoose =
          kind != .person && kind != .plan && person == nil && anchor == nil && random.chance(4)
        return isLoose ? .absent : .text(family.text)
      case "person": return person.map { .text($0.id.text) } ?? .absent
      case "caredFor" where kind == .assessment, "youngCarer" where kind == .adultReview:
        let other = random.chance(2) ? people.randomElement(using: &random) : nil
        return other.map { .text($0.id.text) } ?? .absent
      case "one", "other":
        let isFamily = kind == .sameFamily || kind == .differentFamilies
        let end = isFamily ? family : people.randomElement(using: &random)?.id ?? id
        return .text(end.text)
      case "conference", "plan", "action":
        let named = Kind(rawValue: field.name).flatMap { written[$0] } ?? []
        if let anchor, field.name == whole?.name { return .text(anchor.text) }
        let isNamed = field.isRequired || random.chance(2)
        return isNamed
          ? named.randomElement(using: &random).map { .text($0.text) } ?? .absent : .absent
      case "replaces":
        let old = random.chance(4) ? written[kind]?.randomElement(using: &random) : nil
        return old.map { .text($0.text) } ?? .absent
      case "entries" where kind == .withdrawal:
        let all = written.values.flatMap(\.self).sorted()
        return .list((0...2).compactMap { _ in all.randomElement(using: &random)?.text })
      // What goes on under one name mostly keeps its first.
      case "begun" where random.chance(2): return .absent
      case "about" where kind == .decision:
        return written[.conference]?.randomElement(using: &random).map { .text($0.text) } ?? .absent
      case "what" where kind == .decision:
        return .text(ManagersDecision.What.known.randomElement(using: &random)?.rawValue ?? "")
      // Texts that fold to one and are two to SQL would be two offers there.
      case "what" where kind == .offer:
        return .text(random.chance(2) ? "Conference" : "needs assessment")
      case "source": return random.chance(2) ? .text("Oakfield#\(number)") : .absent
      case "candidates":
        let other = families.randomElement(using: &random) ?? id
        return random.chance(3) ? .list([other.text]) : .absent
      default: return field.isRequired || random.chance(2) ? cell(field.type) : .absent
      }
    }
    if kind == .assessment, let place = kind.layout.place["form"] {
      let forms: [Assessment.Form] = [.brief, .needs, .transition, .outcomes]
      let form = forms[(written[.assessment]?.count ?? 0) % forms.count]
      cells[place] = .text(form.rawValue)
      let referred = [
        ("outcome", Cell.text(Assessment.referred)), ("finished", .day(Day(number: 20_000))),
        ("person", .absent),
      ]
      let scored = [
        ("answers", Cell.list(["family=3", "peers=4"])), ("scorer", .text("child")),
        ("stage", .text("first")), ("day", .day(Day(number: 150_000))),
      ]
      for (name, cell) in form == .brief ? referred : form == .outcomes ? scored : [] {
        if let place = kind.layout.place[name] { cells[place] = cell }
      }
    }
    written[kind, default: []].append(id)
    let extra = Self.extras.filter { _ in random.chance(4) }
    return try Entry(kind, cells: cells, extra: extra)
  }

  private mutating func cell(_ type: FieldType) -> Cell {
    switch type {
    case .text: .text(text())
    case .id: .text(ID(.person, number: random.next() % ID.count).text)
    case .day: .day(Day(number: .random(in: -200_000...200_000, using: &random)))
    case .instant:
      .instant(Instant(microseconds: .random(in: 0...1_000_000_000_000_000, using: &random)))
    case .integer: .integer(.random(in: -5_000_000_000...5_000_000_000, using: &random))
    case .truth: .truth(Bool.random(using: &random))
    case .list: .list((0...Int.random(in: 0...3, using: &random)).map { _ in text() })
    }
  }

  private mutating func text() -> String {
    (0...Int.random(in: 0...3, using: &random)).map { _ in
      Self.pieces.randomElement(using: &random) ?? ""
    }.joined()
  }

  /// What a later version may write, spelled as it likes.
  private mutating func unknown() -> String {
    number += 1
    let id = ID.entry(at: Instant(microseconds: Int64(number)), using: &random)
    let family = random.chance(2) ? #""family" : "\#(families[0].text)","# : ""
    return #"{ "record":"visit",\#(family)"id":"\#(id.text)","day":"2026-11-02","#
      + #""recorded":"2026-11-02T10:00:00.5Z", "with":["a", 1, {"b":null}]}"#
  }
}
