import ArgumentParser
import Storage
import YoungCarers

/// Adds entries to a store.
struct Load: Command {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Add the entries of a stream to a store.",
    discussion: """
      Examples:
        carers load everything.jsonl --store leeds.sqlite
        carers refer import a.csv --store - | carers load - --store leeds.sqlite

      What is here already is counted and not added. All of it is loaded, or none. What was forgotten \
      here is set aside; where the stream says more of it, it is refused, and --again takes it in.
      """)

  @Argument(
    help: ArgumentHelp("Streams of entries; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = ["-"]

  @Flag(help: "Bring back what was forgotten here, with what is new of it.")
  var again = false

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    guard let path = session.storePath, path != "-" else {
      throw Problem(
        "store-unnamed", .usage, "there is no store to load into",
        cure: "Give --store, or make one: carers init leeds.sqlite.")
    }
    let spools = try files.map { try Spool(opening: $0, session.world) }
    let store = try session.open(path)
    let outcome = try store.write(session.act, dryRun: filter.dryRun) { writer in
      try spools.map { spool in
        let progress = session.progress(spool)
        return try writer.load(again: again) { spool.stream(partial: filter.partial, progress) }
      }.reduce(LoadReceipt(), +)
    }
    let receipt = outcome.value
    let kept = filter.dryRun ? " (dry run: nothing was kept)" : ""
    try session.say(
      "\(receipt.read) \(receipt.read == 1 ? "entry" : "entries"): \(receipt.added) added, \(receipt.alreadyHere) already here.\(kept)"
    )
    if receipt.pointed > 0 {
      try session.say(
        "\(receipt.pointed) added about people who are here under other ids than the stream's.")
    }
    if receipt.forgotten > 0 {
      try session.insist(
        "\(receipt.forgotten) set aside: of people and cases that were forgotten here.")
      session.status = 1
    }
    if receipt.naming > 0 {
      try session.insist(
        "\(receipt.naming) set aside, of cases that stay: naming what was forgotten here.")
      session.status = 1
    }
    if !filter.dryRun {
      try session.emit(Entries(store: store, selected: nil, read: []), outcome.written)
    }
    if let written = outcome.written, !filter.dryRun {
      let flags = try store.read(as: session.actor, for: .casework, at: session.world.clock()) {
        try $0.openFlags(in: written)
      }
      try session.tell(flags.content)
    }
  }
}
