/// As much of a shell as a transcript needs: quotes, variables, pipes, `&&`, `||`, `;`, redirections
/// and `<<END`. Anything else is refused, not guessed.
struct ShellLine: Equatable {
  enum Piece: Equatable {
    case text(String)
    case variable(String)
  }

  typealias Word = [Piece]

  enum Redirection: Equatable {
    case input(Word)
    case output(Word, appends: Bool)
    case errors(Word)
    case errorsToOutput
    case typed(String)
  }

  struct Stage: Equatable {
    var words: [Word] = []
    var redirections: [Redirection] = []
  }

  enum Join: Equatable { case always, and, or }

  var pipelines: [(join: Join, stages: [Stage])] = []

  struct Unsupported: Error { var what: String }

  static func == (a: ShellLine, b: ShellLine) -> Bool {
    a.pipelines.map(\.join) == b.pipelines.map(\.join)
      && a.pipelines.map(\.stages) == b.pipelines.map(\.stages)
  }

  /// `lines` are the command's and those that continue it.
  init(_ lines: [String]) throws {
    var rest = lines[...]
    var text = rest.popFirst() ?? ""
    while text.hasSuffix("\\"), let next = rest.popFirst() { text = text.dropLast() + next }
    var tokens = try ShellLine.tokens(text)[...]
    var join = Join.always
    var stages = [Stage()]
    func word() throws -> Word {
      guard case .word(let word)? = tokens.popFirst() else { throw Unsupported(what: text) }
      return word
    }
    while let token = tokens.popFirst() {
      switch token {
      case .word(let word): stages[stages.count - 1].words.append(word)
      case .mark("|"): stages.append(Stage())
      case .mark("<"): stages[stages.count - 1].redirections.append(.input(try word()))
      case .mark("2>"): stages[stages.count - 1].redirections.append(.errors(try word()))
      case .mark("2>&1"): stages[stages.count - 1].redirections.append(.errorsToOutput)
      case .mark("<<"):
        let end = try word()
        let body = rest.prefix { [.text($0)] != end }
        rest = rest.dropFirst(body.count + 1)
        stages[stages.count - 1].redirections.append(.typed(body.map { $0 + "\n" }.joined()))
      case .mark(let mark) where mark.hasPrefix(">"):
        stages[stages.count - 1].redirections.append(.output(try word(), appends: mark == ">>"))
      case .mark(let mark):
        pipelines.append((join, stages))
        join = mark == "&&" ? .and : mark == "||" ? .or : .always
        stages = [Stage()]
      }
    }
    if stages != [Stage()] { pipelines.append((join, stages)) }
  }

  private enum Token {
    case word(Word)
    case mark(String)
  }

  /// The longest first.
  private static let marks = ["2>&1", "||", "&&", ">>", "<<", "2>", "|", ";", ">", "<"]

  private static func tokens(_ text: String) throws -> [Token] {
    var tokens: [Token] = []
    var word: Word?
    var rest = Substring(text)
    func add(_ piece: Piece) {
      if case .text(let more) = piece, case .text(let before)? = word?.last {
        word = (word ?? []).dropLast() + [.text(before + more)]
      } else {
        word = (word ?? []) + [piece]
      }
    }
    func end() {
      if let word { tokens.append(.word(word)) }
      word = nil
    }
    while let character = rest.first {
      let mark = marks.first { rest.hasPrefix($0) && (word == nil || !$0.hasPrefix("2")) }
      if let mark {
        end()
        tokens.append(.mark(mark))
        rest.removeFirst(mark.count)
        continue
      }
      rest.removeFirst()
      switch character {
      case " ": end()
      case "#" where word == nil: rest = ""
      case "'":
        add(.text(String(rest.prefix { $0 != "'" })))
        rest = rest.drop { $0 != "'" }.dropFirst()
      case "\"":
        add(.text(""))
        while let inner = rest.popFirst(), inner != "\"" {
          if inner == "$" {
            add(try variable(&rest))
          } else if inner == "\\", let next = rest.first, "\"\\$".contains(next) {
            add(.text(String(rest.removeFirst())))
          } else {
            add(.text(String(inner)))
          }
        }
      case "\\": if let next = rest.popFirst() { add(.text(String(next))) }
      case "$": add(try variable(&rest))
      case "(", ")", "`", "*", "&": throw Unsupported(what: text)
      default: add(.text(String(character)))
      }
    }
    end()
    return tokens
  }

  private static func variable(_ rest: inout Substring) throws -> Piece {
    let name =
      rest.first == "?"
      ? "?" : rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    guard !name.isEmpty else { throw Unsupported(what: "$" + rest) }
    rest.removeFirst(name.count)
    return .variable(String(name))
  }
}
