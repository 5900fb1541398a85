import ArgumentParser
import YoungCarers

/// How far a list of what is due looks ahead.
struct DaysAhead: ParsableArguments {
  @Option(help: ArgumentHelp("So many days ahead; 14 unless said.", valueName: "days"))
  var days = 14

  func last(from today: Day) throws -> Day {
    guard (0...3660).contains(days) else {
      throw Problem("days", .usage, "--days takes 0 to 3660", cure: "For example --days 30.")
    }
    return today + days
  }
}
