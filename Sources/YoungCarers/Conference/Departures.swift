/// What of the standard was not kept at a conference that was held: every gap that was open on the
/// day, overridden or not, and what went otherwise in the room (practice P30, P32). Nothing is counted
/// twice.
public struct Departures: Sendable {
  private let before: [Gap]
  private let conference: Conference
  private let invitees: [Invitee]
  /// Those of them who are the family's young carers.
  private let children: Set<ID>

  /// `held` and `invitees` are as they are written down after it; `readiness` as it was before.
  public init(
    from readiness: Readiness, held: Conference, invitees: [Invitee], in file: CaseFile
  ) {
    before = readiness.gaps
    conference = held
    self.invitees = invitees
    let carers = Set(file.children.map(\.id))
    children = Set(
      invitees.filter { $0.person.map { carers.contains(file.today($0)) } ?? false }.map(\.key))
  }

  public var all: [Gap] {
    (before + came + (conference.stoppedBy == nil ? room + outcome : [])).reduce(into: []) {
      all, gap in
      if !all.contains(where: { $0.rule == gap.rule && $0.invitee == gap.invitee }) {
        all.append(gap)
      }
    }
  }

  private var came: [Gap] {
    let day = conference.held ?? Day(number: 0)
    return invitees.filter { $0.attended == true }.flatMap { invitee -> [Gap] in
      [
        invitee.isExcluded
          ? Gap(.awayCame, of: invitee.key, "\(invitee.name): came, and was to stay away")
          : invitee.prepared.map { $0 <= day } ?? false
            ? nil
            : Gap(
              .prepared, of: invitee.key, "\(invitee.name): came, and was \(unprepared(invitee))"),
        children.contains(invitee.key) && invitee.advocateKind != .declined
          && invitee.advocateKind != nil && invitee.advocateCame != true
          ? Gap(.advocateCame, of: invitee.key, "\(invitee.name): the advocate did not come") : nil,
      ].compactMap { $0 }
    }
  }

  private func unprepared(_ invitee: Invitee) -> String {
    invitee.invited == nil && invitee.reply == .none
      ? "neither asked nor prepared" : "not prepared"
  }

  /// Coordinator and professionals leave for private family time.
  private var room: [Gap] {
    guard conference.privateStarts != nil else {
      return [Gap(.privateTime, "There was no private family time.")]
    }
    let left = Set(conference.leftRoom.map { Text.folded($0) })
    let coordinator = conference.coordinator.map { Text.folded($0) }
    let stayed = invitees.filter {
      $0.attended == true && $0.circle == .professional && !left.contains(Text.folded($0.name))
    }
    return [
      coordinator.map(left.contains) == false
        ? Gap(.coordinatorStayed, "The coordinator did not leave for private family time.") : nil
    ].compactMap { $0 }
      + stayed.map {
        Gap(.professionalStayed, of: $0.key, "\($0.name): did not leave for private family time")
      }
  }

  /// What the referrer says in the meeting, and the day that the family chooses: the work ends at a
  /// review, so that chooses none.
  private var outcome: [Gap] {
    guard conference.planAgreed == true else {
      return conference.noPlanBecause == nil && conference.purpose != .review
        ? [Gap(.noPlanBecause, "No plan was agreed, and nobody said why.")] : []
    }
    let family = ["family", "child"].contains(Text.folded(conference.reviewChosenBy ?? ""))
    return [
      conference.planSafe == nil
        ? Gap(.planSafe, "The referrer did not say whether the plan is safe.") : nil,
      conference.planSafe == true && conference.paidFor.isEmpty && conference.unsafeBecause == nil
        ? Gap(.paidFor, "The referrer did not say what is paid for, or why not.") : nil,
      conference.planSafe == false
        ? Gap(.agreedUnsafe, "A plan was agreed that the referrer does not call safe.") : nil,
      conference.purpose != .review && (conference.reviewDate == nil || !family)
        ? Gap(.reviewDay, "The family did not choose a day for the review.") : nil,
    ].compactMap { $0 }
  }
}
