import YoungCarers

/// A form to be printed: blank, or filled in beforehand with what whoever will hold it may see.
struct PrintedForm {
  struct Line {
    var number: Int
    var item: Item
    var prefill: Prefill
    /// What the two ends of its scale mean.
    var ends: String?
  }

  struct Part {
    var title: String
    var lines: [Line]
  }

  let title: String
  let form: Assessment.Form
  /// The agency it goes to, where it goes to one.
  var agency: String?
  /// Whose it is, in words, as far as the agency may know.
  var child: String?
  var person: ID?
  let parts: [Part]

  /// `prefilled` has an entry for each item of the form, or none.
  init(_ form: AssessmentForm, prefilled: [Prefill] = []) {
    title = form.title
    self.form = form.form
    let titles = Self.titles[form.form.rawValue] ?? [:]
    var parts: [Part] = []
    for (place, item) in form.items.enumerated() {
      if parts.isEmpty || titles[item.code] != nil {
        parts.append(Part(title: titles[item.code] ?? form.title, lines: []))
      }
      parts[parts.count - 1].lines.append(
        Line(
          number: place + 1, item: item,
          prefill: prefilled.indices.contains(place) ? prefilled[place] : .blank,
          ends: Area(rawValue: item.code) == nil
            ? nil : form.scale.map { "\($0.text). \(Scale.higherIsBetter)" }))
    }
    self.parts = parts
  }

  /// The parts of a form, each by the code of its first item.
  private static let titles = [
    "brief": [
      "caresFor": "The person who needs help", "nature": "What the child does",
      "school": "What it is like for the child", "words": "The child", "level": "What happens next",
    ],
    "needs": ["amount": "What must be decided", "wishes": "What was heard and thought of"],
    "outcomes": [
      "parentMaySee": "First, of the child: who may see this", "resilience": "How things are",
      "tasks": "What the child does", "words": "The child",
      "why": "Of the worker: what is behind it",
    ],
    "transition": ["likelyNeed": "Whether to assess", "able": "What was looked at"],
  ]

  /// What whoever asks should know first. Plain words: a child may read them (practice P44, P45).
  var advice: [String] {
    var advice = [
      "Ask in whatever order is easiest. Nobody has to answer; what is marked * is needed before it is finished.",
      "Say first who will see the answers: the young carers service, and whoever the child and family agree to. They can ask to see them, to change them, and to stop sharing.",
      "If you think the child is in danger, ring the front door of children's social care now. Do not wait for this form.",
    ]
    if form == .outcomes {
      advice[0] =
        "Child, parent and worker each answer alone. Nobody has to answer. Ask the child first which answers a parent may see."
    }
    let prefills = parts.flatMap(\.lines).map(\.prefill)
    if prefills.contains(.withheld) {
      advice.append(
        "Where it says \u{201C}already answered\u{201D}, the child has told somebody: do not ask again."
      )
    }
    return advice
  }

  /// The header of a sheet that `assess brief --answers` takes, and of one child a row to fill in.
  var sheet: [[String?]] {
    let lines = parts.flatMap(\.lines)
    let who = person == nil ? ["Surname", "Forename", "DOB", "UPN"] : ["person"]
    let whose = form == .outcomes ? ["by", "scorer name", "stage"] : []
    let header: [String?] = who + ["day", "assessor"] + whose + lines.map(\.item.code)
    guard let person else { return [header] }
    return [header, [person.text] + Array(repeating: nil, count: header.count - 1)]
  }
}

extension PrintedForm.Line {
  /// What may be ticked; empty where words are written.
  var choices: [String] {
    switch item.answer {
    case .truth: Item.truths
    case .scale(let names): names.enumerated().map { "\($0) \($1)" }
    case .choice(let names), .choices(let names): names
    case .words, .day, .number, .list: []
    }
  }

  var takesSeveral: Bool { if case .choices = item.answer { true } else { false } }

  /// How many lines there are to write on.
  var room: Int {
    switch item.answer {
    case .words(let child): child ? 4 : 2
    case .list: 2
    default: 1
    }
  }

  /// What to write, where that is not plain from the question.
  var hint: String? {
    switch item.answer {
    case .list: "Several, separated by ;"
    case .choices: "Tick all that are true."
    case .day: "Day, month and year"
    case .number where ends != nil: ends
    case .number(let range): "A number from \(range.lowerBound) to \(range.upperBound)"
    case .words(child: true): "Write what the child says, not what you think of it."
    case .words, .truth, .scale, .choice: nil
    }
  }

  /// The answer that may be seen, in words.
  var shown: String? {
    guard case .shown(let text) = prefill else { return nil }
    if case .scale(let names) = item.answer, let place = Int(text), names.indices.contains(place) {
      return names[place]
    }
    if case .day = item.answer { return Day(text)?.spoken ?? text }
    return text
  }
}
