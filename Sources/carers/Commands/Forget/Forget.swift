import ArgumentParser
import Storage
import YoungCarers

/// Erases whole cases for good.
struct Forget: Command {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Erase whole cases for good, as the law asks.",
    discussion: """
      Examples:
        carers forget YC-7KQ4-M2DX-J --by "M Osei" --because "kept for six years"
        carers forget YC-7KQ4-M2DX-J --by "M Osei" --dry-run < why.txt

      All that is written of the case goes, and cannot be brought back; what reports count of it stays, \
      without anybody's name or id. It is refused while the work goes on, a child waits on a list, a \
      safeguarding flag is open, or a referral, a complaint, a conference or a doubt is not dealt with. \
      Where nobody can be asked it needs --yes.
      """)

  @Argument(help: ArgumentHelp("The whole ids of the cases.", valueName: "case"))
  var cases: [String]

  @Option(
    help: ArgumentHelp("Why, without any name; - is standard input.", valueName: "reason"))
  var because: String?

  @Option(help: ArgumentHelp("Who decided.", valueName: "name"))
  var by: String?

  @Flag(name: .customLong("dry-run"), help: "Do all of it, and keep none of it.")
  var dryRun = false

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    guard let path = session.storePath, path != "-" else { throw Problem.nothingToForget }
    let entries = try session.entries()
    let asked = try Self.today(cases, session, entries)
    let why = try session.words(because, "Why, without any name", option: "--because", operands: [])
    let decider = try session.optional(by) ?? session.asking.ask("Who decided", option: "--by")
    guard let decider else {
      throw Problem("decider-missing", .usage, "nobody is said to have decided", cure: "Give --by.")
    }
    let told = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { try Leaving(asked, $0) }.content
    try told.requireUnnamed(why, decider)
    try confirm(told, session)
    let outcome = try entries.store.erase(session.act, dryRun: dryRun) { writer in
      let forgotten = try writer.forget(asked, because: why, decider: decider)
      guard (forgotten.entries, forgotten.people) == (told.entries, told.people.count) else {
        throw Problem(
          "case-changed", .busy, "somebody wrote about the case meanwhile: nothing was forgotten",
          cure: "carers show has what is new; then give the command again.")
      }
    }
    try session.say("Forgotten: \(told.words).")
    try session.say("Copies made before, exports, backups and pages, are not reached by this.")
    if !dryRun { try session.emit(entries, outcome.written) }
  }

  /// The cases of today, by one look for all of them; a person is not a case.
  private static func today(
    _ typed: [String], _ session: Session, _ entries: Entries
  ) throws -> Set<ID> {
    let ids = try typed.map { text in
      if case .whole(let id) = ID.typed(text) { return id }
      return try session.whole(text, entries)
    }
    return try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let found = try ids.map { id in
        let family = try reader.today(reader.resolve(id.text)).family
        guard id.shape == .family else {
          throw Problem(
            "case-needed", .usage, "\(id) is not the id of a case",
            cure: "A whole case is forgotten, with everybody in it: \(family).")
        }
        return family
      }
      reader.look(at: found)
      return Set(found)
    }.content
  }

  /// What will go is read back before anybody says yes: only where it is for a person's eyes, whose.
  private func confirm(_ told: Leaving, _ session: Session) throws {
    let isSeen = session.world.stderr.isTerminal || session.options.showValues
    // Whoever is asked must know what.
    let isAsked = session.asking.isPossible && !session.options.yes && !dryRun
    let lines = ["To be forgotten: \(told.words)."] + (isSeen ? told.people.map { "  " + $0 } : [])
    for line in lines { try isAsked ? session.insist(line) : session.say(line) }
    guard !dryRun else { return }
    guard try session.asking.askYes("Forget it for good? Nothing brings it back") else {
      throw Problem("no-answer", .usage, "nothing was forgotten")
    }
  }
}

/// What would go, as it is read back.
struct Leaving {
  let cases: Int
  let entries: Int
  /// Of each person initials and birth date, and no more.
  let people: [String]
  private let given: GivenAway

  /// Throws where one of the cases may not go.
  init(_ asked: Set<ID>, _ reader: Reader) throws {
    let gone = try reader.belongings(of: asked)
    reader.look(at: gone.cases)
    let files = try reader.caseFiles(gone.cases).sorted { $0.family < $1.family }
    try reader.requireForgettable(gone)
    cases = asked.count
    entries = gone.count
    let members = Dictionary(
      files.flatMap(\.members).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    // Whoever was taken back is forgotten too, and has no name that stands.
    people = gone.people.sorted().map { id in
      guard let member = members[id] else { return "somebody who was taken back" }
      let letters = [member.latest(\.given), member.latest(\.surname)].compactMap { $0?.first }
      let name = letters.isEmpty ? "nobody's name" : letters.map { "\($0)." }.joined(separator: " ")
      return name + (member.latest(\.born).map { ", born \($0.written)" } ?? "")
    }
    given = GivenAway(gone)
  }

  /// `14 entries about 3 people of 1 case`
  var words: String {
    let went = entries == 1 ? "1 entry" : "\(entries) entries"
    let whose = people.count == 1 ? "1 person" : "\(people.count) people"
    return "\(went) about \(whose) of \(cases == 1 ? "1 case" : "\(cases) cases")"
  }

  /// Both are kept for ever.
  func requireUnnamed(_ why: String, _ decider: String) throws {
    guard !given.isTold(in: why) else {
      throw Problem(
        "because-names", .usage, at: Place(file: "--because"),
        "the reason names somebody who is to be forgotten, and it is kept",
        cure: "Give the reason without a name, an id or a birth date.")
    }
    guard !given.isNamed(as: decider) else {
      throw Problem(
        "decider-names", .usage, at: Place(file: "--by"),
        "whoever decided has the name of somebody who is to be forgotten, and it is kept",
        cure: "Give the initial of the given name, or a role.")
    }
  }
}

extension Problem {
  fileprivate static let nothingToForget = Problem(
    "forget-pipe", .usage, "there is nothing to forget in a pipe",
    cure: "Give the store: --store leeds.sqlite. What a pipe says is in the files it came from.")
}
