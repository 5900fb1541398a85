/// Who is too near to a family's work to coordinate its conference: the lead worker, whoever referred
/// the family, and the manager of either (practice P31).
public struct Independence: Sendable {
  public enum Near: Sendable, Equatable {
    case lead
    case referrer
    case managerOfLead
    case managerOfReferrer

    /// What the coordinator is, in words.
    public var words: String {
      switch self {
      case .lead: "the family's lead worker"
      case .referrer: "somebody who referred the family"
      case .managerOfLead: "the manager of the family's lead worker"
      case .managerOfReferrer: "the manager of somebody who referred the family"
      }
    }
  }

  private let leads: [String]
  private let referrers: [String]
  private let service: Service

  /// `referrer` is who referred the family to this conference; `days` are those whose leads count.
  public init(in file: CaseFile, referrer: String?, on days: [Day], _ service: Service) {
    leads = days.flatMap { file.leads(on: $0) }.map(\.lead)
    referrers = ([referrer] + file.referrals.map(\.referrer)).compactMap { $0 }
    self.service = service
  }

  /// How a coordinator is near; nil where they are independent.
  public func near(_ coordinator: String) -> Near? {
    let name = Text.folded(coordinator)
    func isOne(of names: [String]) -> Bool { names.contains { Text.folded($0) == name } }
    if isOne(of: leads) { return .lead }
    if isOne(of: referrers) { return .referrer }
    if isOne(of: leads.compactMap(service.manager)) { return .managerOfLead }
    if isOne(of: referrers.compactMap(service.manager)) { return .managerOfReferrer }
    return nil
  }
}
