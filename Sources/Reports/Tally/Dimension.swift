/// By what figures are told apart.
public enum Dimension: String, Sendable, CaseIterable {
  /// The kinds of the measure itself: results, ways, reasons, owners, areas.
  case kind
  /// Of several services in one report, whose it is.
  case service
  case agency, agencyKind, age, sex, ethnicity, ward, deprivation

  /// What a reader calls it.
  public var title: String {
    switch self {
    case .kind: "kind"
    case .service: "service"
    case .agency: "agency that referred"
    case .agencyKind: "kind of agency"
    case .age: "age"
    case .sex: "sex"
    case .ethnicity: "ethnicity"
    case .ward: "ward"
    case .deprivation: "deprivation of the neighbourhood"
    }
  }
}
