import YoungCarers

/// Questions to whoever sits there. They are asked only where standard input and standard error are
/// both terminals; elsewhere the option that answers is named, status 64. Never asked inside a
/// transaction.
struct Asking {
  private let world: World
  private let noInput: Bool
  private let yes: Bool

  init(_ world: World, noInput: Bool = false, yes: Bool = false) {
    self.world = world
    self.noInput = noInput
    self.yes = yes
  }

  var isPossible: Bool { !noInput && world.stdin.isTerminal && world.stderr.isTerminal }

  /// An answer without the space around it; nil where only Enter was pressed. `option` is what a
  /// script would have said.
  func ask(_ question: String, option: String) throws -> String? {
    guard isPossible else {
      throw Problem(
        "answer-missing", .usage, "this needs \(named: option)",
        cure: "Nobody can be asked here, so say it with \(named: option).")
    }
    while true {
      let answer = try reply(to: question + ": ")
      guard let text = String(validating: answer, as: UTF8.self), Text.forbidden(in: text) == nil
      else {
        try say("That held something that is not text. Once more, please.\n")
        continue
      }
      let trimmed = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace)
      return trimmed.isEmpty ? nil : String(trimmed.reversed())
    }
  }

  /// Only y or yes is a yes. `--yes` answers before anybody is asked.
  func askYes(_ question: String) throws -> Bool {
    if yes { return true }
    let answer = try ask(question + " [y/N]", option: "--yes")
    return ["y", "yes"].contains(answer?.lowercased())
  }

  private func reply(to prompt: String) throws -> [UInt8] {
    try say(Visible.line(prompt))
    guard let line = try Input(world.stdin).line() else {
      try say("\n")
      throw Problem("no-answer", .usage, "there was no answer, so nothing was done")
    }
    return line
  }

  private func say(_ text: String) throws {
    let output = Output(world.stderr, name: "standard error")
    try output.write(text)
    try output.flush()
  }
}
