import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Shows what a person must decide: the same, or two.
struct ReferQueue: Command {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "Show the children, and households, that a person must tell apart.",
    discussion: """
      Examples:
        carers refer queue
        carers refer queue --format csv -o queue.csv
        carers refer same YP-7KQ4-M2DX-K YP-3CR9-H4NT-Y

      Both are kept apart until somebody decides with refer same or refer different; either can be \
      taken back with carers undo. Status 1 where anything waits.
      """)

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(files)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      try reader.doubts().map { try Pair($0, reader) }
    }
    session.status = found.content.isEmpty ? 0 : 1
    if !output.isAsked, session.world.stdout.isTerminal {
      return try session.writeText(found.map(Self.text))
    }
    try session.write(
      found.map(Self.listing), found.content.map(\.reference), entries, output,
      empty: "Nothing waits for a decision.")
  }

  /// Both sides as they were written down, and the evidence.
  private struct Pair {
    var doubt: Doubt
    var one: [(name: String, value: String)]
    var other: [(name: String, value: String)]

    var reference: Reference {
      Reference(id: doubt.referral, kind: Kind.referral.rawValue, family: nil)
    }

    init(_ doubt: Doubt, _ reader: Reader) throws {
      self.doubt = doubt
      one = try Side.of(doubt.one, reader)
      other = try Side.of(doubt.other, reader)
    }
  }

  private static func text(_ pairs: [Pair]) -> String {
    guard !pairs.isEmpty else { return "Nothing waits for a decision.\n" }
    let blocks = pairs.map { pair in
      let grid = Grid(
        headings: [
          .init(title: ""), .init(title: pair.doubt.one.text, minimum: 14),
          .init(title: pair.doubt.other.text, minimum: 14),
        ],
        rows: pair.one.indices.map { place in
          let (left, right) = (pair.one[place], pair.other[place])
          let mark =
            left.value == right.value || left.value.isEmpty || right.value.isEmpty ? "" : "≠ "
          return [mark + left.name, left.value, right.value]
        }.filter { !$0[1].isEmpty || !$0[2].isEmpty })
      return grid.text(width: 80)
        + "  \(pair.doubt.because.joined(separator: "; "))\n"
        + "  carers refer same \(pair.doubt.one.text) \(pair.doubt.other.text)\n"
        + "  carers refer different \(pair.doubt.one.text) \(pair.doubt.other.text)\n"
    }
    let count = pairs.count == 1 ? "1 pair waits" : "\(pairs.count) pairs wait"
    return blocks.joined(separator: "\n") + "\n\(count) for a decision.\n"
  }

  private static func listing(_ pairs: [Pair]) -> Listing {
    Listing(
      columns: [
        .init(name: "one", title: "One", minimum: 14),
        .init(name: "other", title: "Other", minimum: 14),
        .init(name: "evidence", title: "Evidence", minimum: 20),
        .init(name: "referral", title: "Referral", isUsual: false),
      ],
      rows: pairs.map {
        [
          $0.doubt.one.text, $0.doubt.other.text, $0.doubt.because.joined(separator: "; "),
          $0.doubt.referral.text,
        ]
      })
  }
}

/// A person, or a case, as the lines of a comparison.
private enum Side {
  static func of(_ id: ID, _ reader: Reader) throws -> [(name: String, value: String)] {
    let file = try reader.caseFile(id)
    guard id.shape == .person else { return household(file) }
    guard let member = file.members.first(where: { $0.id == file.today(id) }) else { return [] }
    func all(_ path: (Person) -> String?) -> String { member.all(path).joined(separator: " / ") }
    return [
      ("given name", all(\.given)), ("preferred", all(\.preferred)), ("surname", all(\.surname)),
      ("born", all { $0.born?.description }), ("sex", all(\.sex)), ("UPN", all(\.upn)),
      ("NHS number", all(\.nhsNumber)), ("school", all(\.school)), ("postcode", all(\.postcode)),
      ("address", all(\.address)), ("case", file.family.text),
    ]
  }

  private static func household(_ file: CaseFile) -> [(name: String, value: String)] {
    let people = file.members.map { member in
      [member.latest(\.given), member.latest(\.surname)].compactMap { $0 }.joined(separator: " ")
    }
    let places = file.members.flatMap { $0.all(\.address) }
    let codes = file.members.flatMap { $0.all(\.postcode) }
    func unique(_ values: [String]) -> String {
      values.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        .joined(separator: " / ")
    }
    return [
      ("people", unique(people)), ("address", unique(places)), ("postcode", unique(codes)),
      ("cares for", unique(file.referrals.compactMap(\.caredFor))),
    ]
  }
}
