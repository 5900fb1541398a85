import YoungCarers

/// A printed form as one HTML file: no script, nothing from elsewhere, a label for each field.
struct FormPage {
  let form: PrintedForm
  /// Large print: 20 point and more.
  let isLarge: Bool

  var html: String {
    let child =
      form.person.map { "\(escaped(form.child ?? "")) (\($0.text))" }
      ?? field("child", "Child", rows: 1)
    var lines: [String] = []
    if let agency = form.agency { lines.append("<p>For: <strong>\(escaped(agency))</strong></p>") }
    lines.append(form.person == nil ? child : "<p>Child: <strong>\(child)</strong></p>")
    lines += [field("made-by", "Made by", rows: 1), field("made-on", "Day", rows: 1), "<ul>"]
    lines += form.advice.map { "<li>\(escaped($0))</li>" }
    lines.append("</ul>")
    for (place, part) in form.parts.enumerated() {
      lines.append("<section aria-labelledby=\"part-\(place + 1)\">")
      lines.append("<h2 id=\"part-\(place + 1)\">\(escaped(part.title))</h2>")
      lines += part.lines.map(item)
      lines.append("</section>")
    }
    return HTMLPage.page(form.title, lines, style: Self.style, points: isLarge ? 20 : 14)
  }

  private func item(_ line: PrintedForm.Line) -> String {
    let code = escaped(line.item.code)
    let id = "item-\(line.number)"
    let needed = line.item.isNeeded ? " <span class=\"needed\">* needed</span>" : ""
    let question =
      "\(line.number). \(escaped(line.item.question))\(needed) <code>\(code)</code>"
    if line.prefill == .withheld {
      return
        "<div class=\"item\"><h3>\(question)</h3><p class=\"known\">\(FormText.withheld)</p></div>"
    }
    if let shown = line.shown {
      return """
        <div class="item"><h3>\(question)</h3><p class="known">Told already: \(escaped(shown))</p></div>
        """
    }
    let hint = line.hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\(escaped($0))</p>" } ?? ""
    let describes = line.hint == nil ? "" : " aria-describedby=\"\(id)-hint\""
    guard !line.choices.isEmpty else {
      return """
        <div class="item"><label for="\(id)">\(question)</label>\(hint)\
        <textarea id="\(id)" name="\(code)" rows="\(line.room)"\(describes)></textarea></div>
        """
    }
    let type = line.takesSeveral ? "checkbox" : "radio"
    let choices = line.choices.enumerated().map { place, choice in
      """
      <div class="choice"><input type="\(type)" id="\(id)-\(place + 1)" name="\(code)" \
      value="\(escaped(choice))"><label for="\(id)-\(place + 1)">\(escaped(choice))</label></div>
      """
    }
    return """
      <fieldset class="item"\(describes)><legend>\(question)</legend>\(hint)\
      <div class="choices">\(choices.joined())</div></fieldset>
      """
  }

  private func field(_ id: String, _ label: String, rows: Int) -> String {
    """
    <div class="item"><label for="\(id)">\(label)</label>\
    <textarea id="\(id)" name="\(id)" rows="\(rows)"></textarea></div>
    """
  }

  private func escaped(_ text: String) -> String { HTMLPage.escaped(text) }

  private static let style = """
    body { margin: 1rem; overflow-wrap: anywhere; }
    main { max-width: 42rem; margin: 0 auto; }
    h3, legend, label { font-size: 1rem; font-weight: bold; margin: 0; padding: 0; }
    li { margin-bottom: .5rem; }
    .item { margin: 1.25rem 0; padding: 0; border: 0; min-width: 0; break-inside: avoid; }
    .choices { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-top: .25rem; }
    .choice { display: flex; align-items: center; gap: .5rem; min-height: 2rem; }
    .choice label { font-weight: normal; }
    .choice input { width: 1.3rem; height: 1.3rem; margin: 0; flex: none; }
    textarea { display: block; box-sizing: border-box; width: 100%; margin-top: .25rem; \
    padding: .25rem; font: inherit; line-height: 1.8; color: #000; background: #fff; \
    border: 2px solid #000; border-radius: 0; }
    code { font-size: 1rem; font-weight: normal; color: #333; }
    .needed { white-space: nowrap; }
    .hint { margin: 0; }
    .known { margin: .25rem 0 0; padding: .25rem .75rem; border-left: 4px solid #000; }
    @media print { body { margin: 0; } main { max-width: none; } \
    textarea { resize: none; } }
    """
}
