import ArgumentParser

/// A word of a closed list, as an option takes it: help and completions list the words themselves. Said
/// here, since the library would ask each value for its description by reflection, at every start.
protocol Choice: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {}

extension Choice {
  static var allValueStrings: [String] { allCases.map(\.rawValue) }
  static var allValueDescriptions: [String: String] { [:] }
}
