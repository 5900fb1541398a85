import YoungCarers

extension Session {
  /// What a command cannot do without, at length: from its option; where that is `-`, or nobody gave
  /// it, from standard input; at a terminal asked for. Others can see options while a command runs.
  func words(_ given: String?, _ question: String, option: String, operands: [String]) throws
    -> String
  {
    var text = given == "-" ? nil : given
    if text == nil, asking.isPossible, given == nil {
      text = try asking.ask(question, option: option)
    } else if text == nil, given == "-" || operands.isEmpty {
      text = try standardInput()
    }
    guard let text = try text.map(proved), text.contains(where: { !$0.isWhitespace }) else {
      throw Problem(
        "text-empty", .usage, "there is no text",
        cure: "Give \(named: option), or the text on standard input.")
    }
    return text
  }

  /// What may be left out: from its option, or where that is `-` from standard input.
  func optional(_ given: String?) throws -> String? {
    guard let given else { return nil }
    let text = given == "-" ? try standardInput() ?? "" : given
    return text.isEmpty ? nil : try proved(text)
  }

  private func standardInput() throws -> String? {
    let spool = try Spool(opening: "-", world)
    guard let text = String(validating: try spool.bytes(0..<spool.size), as: UTF8.self) else {
      throw Problem("not-utf8", .data, at: Place(file: spool.name), "this is not UTF-8")
    }
    return String(text.reversed().drop { $0 == "\n" || $0 == "\r\n" }.reversed())
  }

  private func proved(_ text: String) throws -> String {
    guard Text.forbidden(in: text) == nil else {
      throw Problem("text-forbidden", .data, "the text holds a control character")
    }
    return Text.composed(text)
  }

  /// One of the words that an option takes, however it is written. At a terminal it is asked for.
  func choice(_ given: String?, of known: [String], _ question: String, option: String) throws
    -> String
  {
    let asked = "\(question) (\(known.joined(separator: ", ")))"
    let typed = try given ?? asking.ask(asked, option: option) ?? ""
    guard let word = known.first(where: { Text.folded($0) == Text.folded(typed) }) else {
      throw Problem(
        "choice-unknown", .usage, "\(named: option) does not take that",
        cure: Nearest.cure(typed, among: known))
    }
    return word
  }

  /// Words separated by `;`, as options take several.
  func several(_ given: String?) -> [String] { given.map(Item.split) ?? [] }
}

extension ID {
  /// The person, where it is a person's and not a case's.
  var ifPerson: ID? { shape == .person ? self : nil }
}
