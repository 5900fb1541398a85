/// Who may speak for a child: no parent, no person cared for, no worker on the case; a volunteer with
/// a check and training that hold (practice P31).
public struct Advocacy: Sendable {
  public enum Near: Sendable, Equatable {
    case parent
    case caredFor
    case worker

    public var words: String {
      switch self {
      case .parent: "a parent"
      case .caredFor: "a person cared for"
      case .worker: "a worker on the case"
      }
    }
  }

  private let file: CaseFile
  private let conference: Conference
  private let service: Service
  private let day: Day

  public init(at conference: Conference, in file: CaseFile, on day: Day, _ service: Service) {
    self.file = file
    self.conference = conference
    self.service = service
    self.day = day
  }

  /// How somebody is too near to speak for the child; nil where they are not.
  public func near(_ name: String) -> Near? {
    let folded = Text.folded(name)
    let workers =
      [conference.coordinator, conference.referrer] + file.referrals.map(\.referrer)
      + file.leads(on: day).map(\.lead) + file.practitioners(on: day).map(\.name)
    if workers.contains(where: { $0.map { Text.folded($0) } == folded }) { return .worker }
    let invited = file.invitees(of: conference).filter { Text.folded($0.name) == folded }
    let members = file.members.filter { member in
      member.isCalled(name) || invited.contains { $0.person.map(file.today) == member.id }
    }
    if members.contains(where: \.isParent) || invited.contains(where: \.isParent) {
      return .parent
    }
    return members.contains(where: \.isCaredFor) ? .caredFor : nil
  }

  /// What is missing for a child who is asked.
  public func gaps(of child: Invitee) -> [Gap] {
    func gap(_ rule: ConferenceRule, _ words: String) -> Gap {
      Gap(rule, of: child.key, "\(child.name): \(words)")
    }
    guard let kind = child.advocateKind else {
      return [gap(.advocate, "no advocate, and nobody wrote down that they said no to one")]
    }
    if kind == .declined {
      let isAsked = child.advocateAskedAgain.map { $0 <= day } ?? false
      return isAsked
        ? [] : [gap(.advocateAskedAgain, "said no to an advocate, and was not asked again")]
    }
    guard let name = child.advocate, !name.isEmpty else {
      return [gap(.advocate, "the advocate has no name")]
    }
    return [
      near(name).map { gap(.advocateNear, "the advocate is \($0.words)") },
      kind == .volunteer ? lapsed(child.advocateChecked, .advocateCheck, child) : nil,
      kind == .volunteer ? lapsed(child.advocateTrained, .advocateTraining, child) : nil,
    ].compactMap { $0 }
  }

  private func lapsed(_ given: Day?, _ rule: ConferenceRule, _ child: Invitee) -> Gap? {
    let (what, setting): (String, Service.Name) =
      rule == .advocateCheck ? ("check", .advocateCheck) : ("training", .advocateTraining)
    guard let given else {
      return Gap(rule, of: child.key, "\(child.name): the volunteer's \(what) is not written down")
    }
    let last = service.due(setting, after: given)
    guard last < day || given > day else { return nil }
    return Gap(
      rule, of: child.key,
      given > day
        ? "\(child.name): the volunteer's \(what) is later than the day"
        : "\(child.name): the volunteer's \(what) held until \(last.written)")
  }
}

extension Invitee {
  /// By what they are to the child.
  public var isParent: Bool {
    CaseFile.Member.isParent(relation) || CaseFile.Member.isParent(name)
  }
}
