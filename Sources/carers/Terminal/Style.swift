import YoungCarers

/// `--color`: colour never carries meaning alone.
enum ColourChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// Whether one stream gets colour, and the three that there are.
struct Style: Sendable {
  let isOn: Bool

  static let plain = Style(isOn: false)

  private init(isOn: Bool) { self.isOn = isOn }

  /// An option outranks `NO_COLOR`, which outranks the terminal.
  init(_ choice: ColourChoice, on stream: Descriptor, _ environment: [String: String]) {
    isOn =
      switch choice {
      case .always: true
      case .never: false
      case .auto:
        stream.isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
          && environment["TERM"] != "dumb"
      }
  }

  func bold(_ text: String) -> String { wrapped(text, 1) }
  func dim(_ text: String) -> String { wrapped(text, 2) }
  func red(_ text: String) -> String { wrapped(text, 31) }

  private func wrapped(_ text: String, _ code: Int) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
