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
    let isForPeople = output.isAsked || session.world.stdout.isTerminal
    if output.fields == nil, output.format == .table || output.format == nil && isForPeople {
      return try session.writeText(found.map(Self.text), output.file)
    }
    try session.write(
      found.map(Self.listing), found.content.map(\.reference), entries, output,
      empty: "Nothing waits for a decision.")
  }

  /// Both sides as they were written down, and the evidence.
  private struct Pair {
    var doubt: Doubt
    var one: [(name: String, values: [String])]
    var other: [(name: String, values: [String])]

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
        rows: zip(pair.one, pair.other).compactMap { one, other in
          let isEmpty = one.values.isEmpty || other.values.isEmpty
          let mark = isEmpty || one.values.contains(where: other.values.contains) ? "  " : "≠ "
          return one.values.isEmpty && other.values.isEmpty
            ? nil : [mark + one.name] + [one, other].map { $0.values.joined(separator: " / ") }
        })
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

/// A person, or a case, as the lines of a comparison: each with all that was ever given.
private enum Side {
  static func of(_ id: ID, _ reader: Reader) throws -> [(name: String, values: [String])] {
    let file = try reader.caseFile(id)
    guard id.shape == .person else { return household(file) }
    guard let member = file.members.first(where: { $0.id == file.today(id) }) else { return [] }
    return [
      ("given name", member.all(\.given)), ("preferred", member.all(\.preferred)),
      ("surname", member.all(\.surname)), ("born", member.all { $0.born?.description }),
      ("sex", member.all(\.sex)), ("UPN", member.all(\.upn)),
      ("NHS number", member.all(\.nhsNumber)), ("school", member.all(\.school)),
      ("postcode", member.all(\.postcode)), ("address", member.all(\.address)),
      ("case", [file.family.text]),
    ]
  }

  private static func household(_ file: CaseFile) -> [(name: String, values: [String])] {
    func all(_ values: (CaseFile.Member) -> [String]) -> [String] {
      file.members.flatMap(values).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
    return [
      (
        "people",
        all {
          [[$0.latest(\.given), $0.latest(\.surname)].compactMap { $0 }.joined(separator: " ")]
        }
      ), ("address", all { $0.all(\.address) }), ("postcode", all { $0.all(\.postcode) }),
      ("cares for", file.referrals.compactMap(\.caredFor)),
    ]
  }
}
