import YoungCarers

/// A printed form as plain text, 80 columns wide, or as Markdown.
struct FormText {
  let form: PrintedForm
  private static let width = 80
  static let withheld = "Already answered: do not ask again."

  var text: String {
    var lines = [form.title, String(repeating: "=", count: form.title.count), ""]
    if let agency = form.agency { lines += wrapped("For: \(agency)") }
    lines += wrapped("Child: \(form.child ?? "")\(form.person.map { " (\($0.text))" } ?? rule(40))")
    lines += ["Made by: \(rule(32))  Day: \(rule(20))", ""]
    for advice in form.advice { lines += wrapped(advice, hang: "- ") }
    for part in form.parts {
      lines += ["", "", part.title, String(repeating: "-", count: part.title.count)]
      for line in part.lines { lines += [""] + text(line) }
    }
    return lines.map(trimmed).joined(separator: "\n") + "\n"
  }

  private func text(_ line: PrintedForm.Line) -> [String] {
    let mark = line.item.isNeeded ? " *" : ""
    var lines = wrapped(
      "\(line.item.question)\(mark)  [\(line.item.code)]", hang: "\(line.number). ")
    if line.prefill == .withheld { return lines + ["    \(Self.withheld)"] }
    if let shown = line.shown {
      return lines + wrapped("Told already: \(Visible.lines(shown))", indent: 4)
    }
    if let hint = line.hint { lines.append("    \(hint)") }
    if line.choices.isEmpty {
      return lines + Array(repeating: "    \(rule(72))", count: line.room)
    }
    return lines
      + wrapped(
        line.choices.map { "[\u{A0}]\u{A0}\($0.replacing(" ", with: "\u{A0}"))" }.joined(
          separator: "   "),
        indent: 4
      ).map { $0.replacing("\u{A0}", with: " ") }
  }

  private func rule(_ columns: Int) -> String { String(repeating: "_", count: columns) }

  /// Words in lines that fit; `hang` stands before the first, and blanks before the others.
  private func wrapped(_ text: String, indent: Int = 0, hang: String = "") -> [String] {
    let margin = String(repeating: " ", count: indent + hang.count)
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var line = lines.isEmpty ? String(repeating: " ", count: indent) + hang : margin
      var isEmpty = true
      for word in paragraph.split(separator: " ") {
        if !isEmpty, Visible.width(line) + 1 + Visible.width(String(word)) > Self.width {
          lines.append(line)
          line = margin
          isEmpty = true
        }
        line += (isEmpty ? "" : " ") + word
        isEmpty = false
      }
      lines.append(line)
    }
    return lines
  }

  private func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  var markdown: String {
    var lines = ["# \(plain(form.title))", ""]
    if let agency = form.agency { lines += ["For: \(plain(agency))", ""] }
    let child = [form.child.map(plain), form.person.map { "(\($0.text))" }].compactMap { $0 }
    lines += ["Child: \(child.isEmpty ? "…" : child.joined(separator: " "))", ""]
    lines += form.advice.map { "- \(plain($0))" }
    for part in form.parts {
      lines += ["", "## \(plain(part.title))"]
      for line in part.lines {
        let mark = line.item.isNeeded ? " \\*" : ""
        lines += [
          "", "**\(line.number). \(plain(line.item.question))**\(mark) `\(line.item.code)`", "",
        ]
        if line.prefill == .withheld {
          lines.append("*\(Self.withheld)*")
        } else if let shown = line.shown {
          lines.append("Told already: \(plain(shown))")
        } else if line.choices.isEmpty {
          lines.append(line.hint ?? "…")
        } else {
          lines += line.choices.map { "- [ ] \(plain($0))" }
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func plain(_ text: String) -> String { Visible.markdown(text) }
}

extension Visible {
  /// Text that stands in Markdown as it was written.
  static func markdown(_ text: String) -> String {
    lines(text).map { character in
      switch character {
      case "|", "\\", "*", "_", "`", "[", "]", "#": "\\\(character)"
      case "<": "&lt;"
      case "&": "&amp;"
      case "\n": "  \n"
      default: String(character)
      }
    }.joined()
  }
}
