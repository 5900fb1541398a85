import ArgumentParser
import Storage
import YoungCarers

/// Shows what has changed for the children of one family.
struct ReviewChange: Command {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: "Show what has changed for a family, area by area.",
    discussion: """
      Examples:
        carers review change YC-7KQ4-M2DX-J
        carers review change YP-3CR9-H4NT-Y --for child
        carers review change YC-7KQ4-M2DX-J --for parent --reader Mum --format html

      From the first score to the closing one, or the latest there is. Child and parent stand side by \
      side for workers only: a parent sees their own scores and what the child, asked first, allowed.
      """)

  @Argument(help: ArgumentHelp("The case's id, or a child's.", valueName: "id"))
  var id: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(
    name: .customLong("for"), help: ArgumentHelp("worker, parent or child.", valueName: "reader"))
  var reader: ReaderKind = .worker

  @Option(
    name: .customLong("reader"),
    help: ArgumentHelp("Which parent reads it, by name.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("How it is written.", valueName: "text|html|md|json"))
  var format: Format = .text

  @OptionGroup var file: FileOptions
  @OptionGroup var common: CommonOptions

  enum ReaderKind: String, Choice { case worker, parent, child }
  enum Format: String, Choice { case text, html, md, json }

  func run(_ session: Session) throws {
    let entries = try session.entries(files)
    let instruments = try session.instruments([])
    let name = try session.optional(name)
    let change = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let subject = try reader.resolve(id)
      let file = try reader.caseFile(subject)
      let only = try subject.shape == .person ? reader.today(subject).person ?? subject : nil
      return try made(file, only, name, instruments, session.today)
    }
    if change.content.children.allSatisfy(\.isEmpty) { session.status = 1 }
    try session.writeText(change.map(text), file)
  }

  private func made(
    _ file: CaseFile, _ only: ID?, _ name: String?, _ instruments: Instruments, _ today: Day
  ) throws -> Change {
    let children = file.children.filter { only == nil || $0.id == only }
    guard !children.isEmpty else {
      throw Problem(
        "child-unnamed", .usage, "nobody there is written down as a young carer",
        cure: "Give the case's id, or a young carer's.")
    }
    if reader == .child, children.count > 1 {
      throw Problem(
        "child-unnamed", .usage, "\(file.family) has \(children.count) young carers",
        cure: "Each reads their own: give the child's id.")
    }
    let scores: ScoreReader =
      switch reader {
      case .worker: .worker
      case .child: .child
      case .parent: .parent(name)
      }
    for child in children where reader == .parent {
      let outgoing = file.outgoing(about: child.id, on: today)
      guard outgoing.maySee(anyOf: name.map { [$0] } ?? []),
        name != nil || outgoing.barred.isEmpty
      else {
        throw Problem(
          "must-not-see", .notAllowed,
          "an alert says that somebody must not see what is about \(child.id)",
          cure: "carers alert list shows whose. Name the parent who reads it: --reader.")
      }
    }
    return Change(
      family: file.family, reader: scores,
      children: children.map { Change.Child($0, file, scores, instruments) })
  }

  private func text(_ change: Change) -> String {
    switch format {
    case .text: ChangeText(change: change).text
    case .md: ChangeText(change: change).markdown
    case .html: ChangePage(change: change).html
    case .json: change.json
    }
  }
}
