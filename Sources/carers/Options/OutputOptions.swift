import ArgumentParser
import Foundation
import YoungCarers

/// The form of a listing, and where it is written.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "How it is written; without it a table, and in a pipe what carers(1) says of streams.",
      valueName: "format"))
  var format: Format?

  @Option(
    name: .long,
    help: ArgumentHelp("The columns to show, or help for their names.", valueName: "a,b,c"))
  var fields: String?

  @Flag(name: .long, help: "CSV for a spreadsheet: a byte order mark, and formulas made harmless.")
  var excel = false

  @OptionGroup var file: FileOptions

  /// Whether somebody said how to write, and so asked for the values.
  var isAsked: Bool { format != nil || fields != nil || file.output != nil }

  enum Format: String, Choice {
    case table, jsonl, json, csv, tsv, md
  }
}

/// The form of whole entries, and where they are written.
struct EntryOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Entries as a stream, or as one JSON document.", valueName: "format"))
  var format: Format?

  @OptionGroup var file: FileOptions

  enum Format: String, Choice { case jsonl, json }
}

/// The file that is written in place of standard output.
struct FileOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(name: .long, help: ArgumentHelp("The file's permissions, in octal.", valueName: "mode"))
  var mode: String?

  /// Throws where `--mode` is not octal.
  func permissions() throws -> mode_t {
    guard let mode else { return 0o600 }
    guard let number = mode_t(mode, radix: 8), number <= 0o777 else {
      throw Problem(
        "mode", .usage, "--mode takes permissions in octal", cure: "For example --mode 640.")
    }
    return number
  }
}

/// What a command in a pipe writes.
struct FilterOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Write only the entries this command added.", valueName: "new"))
  var only: Only?

  @Flag(name: .customLong("dry-run"), help: "Do all of it, and keep none of it.")
  var dryRun = false

  @Flag(name: .long, help: "Accept a stream whose end is missing.")
  var partial = false

  enum Only: String, Choice { case new }
}
