import YoungCarers

@testable import Reports

extension PeriodFigures {
  /// How much more the services' own counts of a measure come to than is counted once.
  func overlap(_ measure: Measure, _ slot: Int) -> Int {
    services.values.reduce(-tally.count(measure, slot)) { $0 + $1.tally.count(measure, slot) }
  }
}
