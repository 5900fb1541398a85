import ArgumentParser

/// A word of a closed list, as an option takes it: help and completions list the words themselves.
protocol Choice: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {}

extension Choice {
  static var allValueStrings: [String] { allCases.map(\.rawValue) }
  /// The words say it: the library would look at each by reflection, at every start.
  static var allValueDescriptions: [String: String] { [:] }
}
