import YoungCarers

/// What agencies are called today, by any name that a referral gave them.
public struct AgencyNames: Sendable {
  private var names: [String: String] = [:]

  public init(_ agencies: [Agency] = []) {
    for agency in agencies.reversed() {
      for name in agency.aliases + [agency.name] { names[Text.folded(name)] = agency.name }
    }
  }

  /// The name itself where nobody knows the agency.
  subscript(given: String?) -> String {
    guard let given, !given.isEmpty else { return Traits.unknown }
    return names.isEmpty ? given : names[Text.folded(given)] ?? given
  }
}
