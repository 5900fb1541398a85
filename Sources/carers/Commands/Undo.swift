import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Takes a command back.
struct Undo: Command {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back what a command wrote: a withdrawal, nothing is deleted.",
    discussion: """
      Examples:
        carers undo --because "wrong file"
        carers undo 12
        carers log

      Without a number the last command is taken back. The number of the undo itself takes that back.
      """)

  @Argument(help: ArgumentHelp("The command's number in carers log.", valueName: "number"))
  var number: Int?

  @Option(help: ArgumentHelp("Why.", valueName: "reason"))
  var because: String?

  @Flag(name: .customLong("dry-run"), help: "Do all of it, and keep none of it.")
  var dryRun = false

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries()
    guard !entries.isPipe else {
      throw Problem("undo-pipe", .usage, "there is nothing to take back in a pipe")
    }
    var standing: [ID] = []
    try session.change(entries, dryRun: dryRun) { writer in
      let journal = try writer.reader.journal()
      let line =
        number.map { wanted in journal.first { $0.sequence == Int64(wanted) } } ?? journal.last
      guard let line else {
        throw Problem(
          "journal-missing", .noInput, "the journal has no such command",
          cure: "carers log shows their numbers.")
      }
      let references = try writer.reader.references(in: line.entries)
      try Self.requireThere(references)
      let written = references.map(\.id)
      let ids = try written.filter { try !writer.reader.isAlarm($0) }
      guard !ids.isEmpty else {
        throw Problem(
          "undo-flag", .usage, "that command raised a flag, and a flag is never taken back",
          cure: "carers flag answer says what was done about it.")
      }
      standing = written.filter { !ids.contains($0) }
      let meanwhile = try writer.reader.filedMeanwhile(ids)
      var withdrawal = Withdrawal()
      withdrawal.header = writer.header(family: nil)
      withdrawal.entries = ids.map(\.text)
      withdrawal.because = because ?? "undone"
      try writer.append(.withdrawal(withdrawal))
      let count = ids.count == 1 ? "1 entry" : "\(ids.count) entries"
      return ["Taken back: \(line.command) (no. \(line.sequence)), \(count)."]
        + Parting.sentences(filedMeanwhile: meanwhile)
    }
    if !standing.isEmpty { session.status = 1 }
    for flag in standing { try session.insist("Flag \(flag.text) stays: carers flag answer.") }
  }

  /// What was forgotten is gone: neither the forgetting is taken back, nor what it took.
  private static func requireThere(_ references: [Reference]) throws {
    if references.contains(where: { $0.kind == Kind.forgetting.rawValue }) {
      throw Problem(
        "undo-forgetting", .usage, "that command forgot cases for good, and is never taken back",
        cure: "Nothing of them is left here to bring back.")
    }
    if references.isEmpty {
      throw Problem(
        "undo-forgotten", .usage, "whatever that command wrote was forgotten since",
        cure: "Nothing of it is left here to take back.")
    }
  }
}
