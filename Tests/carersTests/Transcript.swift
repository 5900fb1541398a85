import Foundation

/// A terminal session as a text: comments, `$ command` lines (continued by `> ` lines), and below
/// each what it wrote: standard output, then standard error behind `! `, then `? status` unless it
/// was 0. A line of output that begins like one of these, or with a backslash, has a backslash in
/// front. Blank lines at the end of an output are layout.
struct Transcript {
  enum Part {
    /// Comments and layout, as they are.
    case words([String])
    /// The command's lines, without `$ ` and `> `; what is expected below; blank lines after it.
    case command([String], output: [String], blanks: Int)
  }

  var parts: [Part] = []

  /// In Markdown, only what stands in fences that begin with ```` ```console ````.
  init(_ text: String, isMarkdown: Bool = false) {
    var isOpen = !isMarkdown
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    if lines.last == "" { lines.removeLast() }
    while let line = lines.popFirst() {
      if isMarkdown, line.hasPrefix("```") { isOpen = line == "```console" }
      guard isOpen, line.hasPrefix("$ ") else {
        parts.append(.words([line]))
        continue
      }
      var command = [String(line.dropFirst(2))]
      while let next = lines.first, next == ">" || next.hasPrefix("> ") {
        command.append(String(next.dropFirst(2)))
        lines.removeFirst()
      }
      var output: [String] = []
      while let next = lines.first, !next.hasPrefix("$ "),
        !next.hasPrefix(isMarkdown ? "```" : "#")
      {
        output.append(next)
        lines.removeFirst()
      }
      let kept = Transcript.withoutBlankEnd(output)
      parts.append(.command(command, output: kept, blanks: output.count - kept.count))
    }
  }

  /// What `init` reads.
  var text: String {
    parts.flatMap { part in
      switch part {
      case .words(let lines): lines
      case .command(let lines, let output, let blanks):
        ["$ " + (lines.first ?? "")] + lines.dropFirst().map { $0.isEmpty ? ">" : "> " + $0 }
          + output + Array(repeating: "", count: blanks)
      }
    }.map { $0 + "\n" }.joined()
  }

  /// What a command wrote and returned, as the lines that stand below it.
  static func output(_ out: [UInt8], _ errors: [UInt8], _ status: Int32) -> [String] {
    withoutBlankEnd(
      lines(out).map { line in
        let marks = ["$ ", "! ", "? ", "#", ">", "\\"]
        return marks.contains(where: line.hasPrefix) ? "\\" + line : line
      } + unfinished(out))
      + (lines(errors) + unfinished(errors)).map { $0.isEmpty ? "!" : "! " + $0 }
      + (status == 0 ? [] : ["? \(status)"])
  }

  /// What somebody saw, who sat there.
  static func screen(_ bytes: [UInt8]) -> [String] {
    withoutBlankEnd(lines(bytes.filter { $0 != 13 }))
  }

  private static func unfinished(_ bytes: [UInt8]) -> [String] {
    bytes.isEmpty || bytes.last == 10 ? [] : ["\\ no newline at the end"]
  }

  /// Controls are shown as their pictures, so that a transcript is a text.
  private static func lines(_ bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      var text = String.UnicodeScalarView()
      for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
        let isControl = scalar.value < 32 && scalar != "\t"
        text.append(isControl ? Unicode.Scalar(0x2400 + scalar.value) ?? scalar : scalar)
      }
      return String(text)
    }
  }

  private static func withoutBlankEnd(_ lines: [String]) -> [String] {
    Array(lines.reversed().drop(while: \.isEmpty).reversed())
  }
}

/// The lines that differ, three around them, `-` as written and `+` as it is.
func difference(_ written: String, _ actual: String) -> String {
  let old = written.components(separatedBy: "\n")
  let new = actual.components(separatedBy: "\n")
  let changes = new.difference(from: old)
  var gone: Set<Int> = []
  var come: Set<Int> = []
  for change in changes {
    switch change {
    case .remove(let offset, _, _): gone.insert(offset)
    case .insert(let offset, _, _): come.insert(offset)
    }
  }
  var marked: [(mark: String, line: String)] = []
  var (i, j) = (0, 0)
  while i < old.count || j < new.count {
    if gone.contains(i) {
      marked.append(("-", old[i]))
      i += 1
    } else if come.contains(j) {
      marked.append(("+", new[j]))
      j += 1
    } else {
      marked.append((" ", old[i]))
      (i, j) = (i + 1, j + 1)
    }
  }
  var lines: [String] = []
  var wasShown = true
  for (index, entry) in marked.enumerated() {
    let isShown = marked[max(0, index - 3)...min(marked.count - 1, index + 3)]
      .contains { $0.mark != " " }
    if isShown { lines.append(entry.mark + entry.line) } else if wasShown { lines.append("…") }
    wasShown = isShown
  }
  return lines.joined(separator: "\n")
}
