import YoungCarers

/// How far a long command is: on a terminal's standard error only, after half a second, ten times a
/// second at most, and gone when it is done.
final class Progress {
  enum Unit { case bytes, rows }

  private let world: World
  private let what: String
  private let unit: Unit
  private let total: Int?
  private let started: Int64
  private var lastShown: Int64?
  private let output: Output

  /// `what` is a file's name or an act. The total is of bytes; of rows from a pipe there is none.
  init(_ what: String, _ unit: Unit, of total: Int? = nil, quiet: Bool = false, _ world: World) {
    self.world = world
    self.what = Visible.line(what)
    self.unit = unit
    self.total = total
    started = quiet || !world.stderr.isTerminal ? .max : world.stopwatch()
    output = Output(world.stderr, name: "standard error")
  }

  deinit { finish() }

  func reached(_ count: Int) {
    guard started != .max else { return }
    let now = world.stopwatch()
    guard now - started >= 500_000, now - (lastShown ?? .min / 2) >= 100_000 else { return }
    lastShown = now
    put(Visible.fitted("\(what): \(figure(count))", to: max(1, world.width - 1)))
  }

  /// Takes the line away.
  func finish() {
    guard lastShown != nil else { return }
    lastShown = nil
    put("")
  }

  private func put(_ line: String) {
    try? output.write("\r\u{1B}[K" + line)
    try? output.flush()
  }

  private func figure(_ count: Int) -> String {
    switch (unit, total) {
    case (.rows, nil): "\(count) rows"
    case (.rows, let total?): "\(count) of \(total) rows"
    case (.bytes, nil): "\(count / 1_000_000) MB"
    case (.bytes, let total?): "\(total > 0 ? min(100, count * 100 / total) : 100) %"
    }
  }
}
