import Testing
import YoungCarers

@testable import carers

@Suite("Text on a terminal")
struct TerminalVisibleTests {
  @Test(
    "What would act on a terminal or deceive its reader is shown by name",
    arguments: [
      ("Zoë Okafor", "Zoë Okafor"), ("\u{1B}[2Jgone", "\\x1b[2Jgone"), ("a\u{0}b", "a\\x00b"),
      ("two\nlines", "two⏎lines"), ("two\r\nlines", "two⏎lines"), ("a\rb", "a\\x0db"),
      ("a\tb", "a⇥b"), ("\u{9B}31m", "<U+009B>31m"), ("\u{7F}", "\\x7f"),
      ("a\u{202E}b", "a<U+202E>b"), ("\u{2066}", "<U+2066>"), ("\u{200B}", "<U+200B>"),
      ("\u{2028}", "<U+2028>"), ("\u{FEFF}a", "<U+FEFF>a"), ("a\u{E0041}", "a<U+E0041>"),
      ("👨‍👩‍👧", "👨‍👩‍👧"), ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"), ("می‌خواهم", "می‌خواهم"), ("e\u{301}", "e\u{301}"),
    ])
  func shown(text: String, visible: String) {
    #expect(Visible.line(text) == visible)
    #expect(Visible.line(visible) == visible)
  }

  @Test("Line feeds stay where lines are wanted")
  func lines() {
    #expect(Visible.lines("a\nb\r\n\u{1B}c") == "a\nb\n\\x1bc")
  }

  @Test(
    "Columns are counted, not characters",
    arguments: [
      ("Zoë", 3), ("Zoe\u{308}", 3), ("陳大文", 6), ("한글", 4), ("ｶﾅ", 2), ("カナ", 4), ("👧", 2),
      ("👨‍👩‍👧", 2), ("🇬🇧", 2), ("☎️", 2), ("☎", 1), ("شيماء", 5), ("", 0), ("…", 1),
    ])
  func width(text: String, columns: Int) {
    #expect(Visible.width(text) == columns)
  }

  @Test(
    "What does not fit is cut by columns and says so",
    arguments: [
      ("Okafor", 6, "Okafor"), ("Okafor", 5, "Okaf…"), ("陳大文", 5, "陳大…"), ("陳大文", 4, "陳…"),
      ("陳大文", 2, "…"), ("Zoe\u{308}s", 3, "Zo…"), ("abc", 1, "…"), ("abc", 0, ""),
    ])
  func fitted(text: String, columns: Int, result: String) {
    #expect(Visible.fitted(text, to: columns) == result)
  }

  @Test("Bytes that are not text are shown as bytes")
  func bytes() {
    let glyphs = Visible.glyphs([90, 111, 0xEB, 10, 0xC3, 0xAB, 0xE2, 0x82])
    #expect(glyphs.joined.text == "Zo\\xeb⏎ë\\xe2\\x82")
    #expect(glyphs.width == 16)
  }

  @Test(
    "Colour is decided for each stream: the option, then NO_COLOR, then the terminal",
    arguments: [
      (ColourChoice.auto, true, [:], true), (.auto, false, [:], false),
      (.auto, true, ["NO_COLOR": "1"], false), (.auto, true, ["NO_COLOR": ""], true),
      (.auto, true, ["TERM": "dumb"], false), (.always, false, ["NO_COLOR": "1"], true),
      (.never, true, [:], false),
    ] as [(ColourChoice, Bool, [String: String], Bool)])
  func colour(choice: ColourChoice, terminal: Bool, environment: [String: String], isOn: Bool) {
    let style = Style(choice, on: Descriptor(1, isTerminal: terminal), environment)
    #expect(style.isOn == isOn)
    #expect(style.red("late") == (isOn ? "\u{1B}[31mlate\u{1B}[0m" : "late"))
  }

  @Test(
    "A word that nothing is called leads to the nearest",
    arguments: [
      ("imprt", "import"), ("improt", "import"), ("Import", "import"), ("fnid", "find"),
      ("ls", nil), ("lst", "list"), ("conference", nil), ("", nil),
    ])
  func nearest(typed: String, name: String?) {
    #expect(Nearest.to(typed, among: ["import", "find", "list", "show"]) == name)
  }
}

@Suite("Grids")
struct TerminalGridTests {
  static let grid = Grid(
    headings: [
      .init(title: "case", minimum: 4, priority: 3), .init(title: "name", minimum: 4, priority: 2),
      .init(title: "age", alignment: .right, priority: 2), .init(title: "school", priority: 1),
    ],
    rows: [
      ["YC-1", "Zoë Okafor", "9", "Oakfield Primary School"],
      ["YC-2", "陳大文", "11", "St\u{1B} Mary's\nInfants"], ["YC-3"],
    ])

  @Test("As wide as it is where nothing limits it")
  func natural() {
    #expect(
      Self.grid.text() == """
        case  name        age  school
        YC-1  Zoë Okafor    9  Oakfield Primary School
        YC-2  陳大文       11  St\\x1b Mary's⏎Infants
        YC-3

        """)
  }

  @Test("What must be read whole goes on below")
  func wrapped() {
    let grid = Grid(
      headings: [
        .init(title: "place", alignment: .right, minimum: 5),
        .init(title: "why", minimum: 10, wraps: true),
      ], rows: [["1", "up at night; waits 9 days"], ["2", "waits"]])
    #expect(
      grid.text(width: 19) == """
        place  why
            1  up at night;
               waits 9 days
            2  waits

        """)
    #expect(grid.text().contains("1  up at night; waits 9 days\n"))
  }

  @Test("The widest gives way first")
  func shrunk() {
    #expect(
      Self.grid.text(width: 36) == """
        case  name        age  school
        YC-1  Zoë Okafor    9  Oakfield Pri…
        YC-2  陳大文       11  St\\x1b Mary'…
        YC-3

        """)
  }

  @Test("What has no room is named below, the lowest priority first")
  func dropped() {
    #expect(
      Self.grid.text(width: 16) == """
        case  name   age
        YC-1  Zoë …    9
        YC-2  陳大…   11
        YC-3
        (no room for: school)

        """)
  }

  @Test("No line is wider than the terminal, at any width")
  func fits() {
    for width in 8...60 {
      for line in Self.grid.text(width: width).split(separator: "\n")
      where !line.hasPrefix("(no room") {
        #expect(Visible.width(String(line)) <= width)
      }
    }
  }

  @Test("Markdown is escaped")
  func markdown() {
    let grid = Grid(
      headings: [.init(title: "a|b"), .init(title: "n", alignment: .right)],
      rows: [["<b>x</b> & *y*\nz", "1"]])
    #expect(
      grid.markdown() == """
        | a\\|b | n |
        | --- | ---: |
        | &lt;b>x&lt;/b> &amp; \\*y\\*<br>z | 1 |

        """)
  }
}
