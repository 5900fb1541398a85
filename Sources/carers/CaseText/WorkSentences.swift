import YoungCarers

/// What the entries of the work with a family say: conference, plan, review, closure.
extension Sentences {
  func work(_ entry: Entry) -> String? {
    switch entry {
    case .conference(let conference): words(conference)
    case .invitee(let invitee): words(invitee)
    case .question(let question):
      joined(
        "Asked\(question.whom.map { " of \($0)" } ?? "")\(of(question.agency)): \(question.asked)",
        question.answer,
        question.offered.isEmpty ? nil : "offered \(question.offered.joined(separator: ", "))")
    case .plan(let plan):
      joined(
        "Plan, version \(plan.version)"
          + (plan.agreed.map { ", agreed \($0.written)" } ?? ", not yet agreed")
          + (plan.ended.map { ", ended \($0.written)" } ?? ""),
        plan.joins.map { "joins the \(plan.joinsKind ?? "plan") of \($0)" },
        plan.wishes.isEmpty ? nil : "wishes: \(plan.wishes.joined(separator: "; "))",
        plan.reviewDate.map { "review on \($0.written)" }, plan.despite)
    case .action(let action):
      joined(
        "Action \(action.number): \(withoutStop(action.what)), by \(action.who.isEmpty ? "nobody yet" : action.who)"
          + (action.due.map { ", until \($0.written)" } ?? ""),
        action.dropped.map { "no longer needed since \($0.written)" }, action.droppedBecause)
    case .progress(let progress):
      joined(
        "Action\(number(of: progress.action)): \(progress.state.rawValue)"
          + (progress.saidBy.map { ", says \($0)" } ?? ""), progress.because)
    case .relief(let relief):
      joined(
        "Caring\(whom(relief.person)): \(relief.task) \(relief.became.rawValue)"
          + (relief.takenBy.map { ", now \($0)" } ?? ""),
        "because of \(relief.cause.rawValue)",
        relief.takenByChild == true ? "a child took it: not counted as reduced" : nil)
    case .closure(let closure):
      joined(
        "Closed: \(closure.because.rawValue)\(closure.planned ? "" : ", not planned")"
          + (closure.authorisedBy.map { ", authorised by \($0)" } ?? ""),
        closure.text, closure.comeBack.map { "come back: \($0)" })
    case .reopening(let reopening): "Reopened: \(reopening.because)"
    case .feedback(let feedback):
      joined(
        "Views\(whom(feedback.person)) (\(feedback.saidBy.rawValue))",
        feedback.isAnswered ? nil : "asked, and did not say",
        feedback.toldOnce.map { "told it once: \($0.rawValue)" },
        feedback.heard.map { "heard: \($0.rawValue)" }, feedback.words.map { "“\($0)”" })
    case .followUp(let followUp):
      joined(
        "After the work ended\(about(followUp.person)): \(followUp.situation.rawValue)"
          + (followUp.saidBy.map { ", says the \($0.rawValue)" } ?? ""), followUp.text)
    case .complaint(let complaint):
      joined(
        "Complaint\(about(complaint.person)) (\(complaint.saidBy.rawValue)): \(complaint.about)",
        "came \(complaint.came.written)",
        complaint.acknowledged.map { "acknowledged \($0.written)" },
        complaint.advocate.map { "advocate: \($0)" },
        complaint.answered == nil ? complaint.due.map { "to be answered by \($0.written)" } : nil,
        complaint.answered == nil ? complaint.dueBecause : nil,
        complaint.answered.map {
          "answered \($0.written)\(complaint.outcome.map { ", \($0.rawValue)" } ?? "")"
        }, complaint.answer)
    default: nil
    }
  }

  private func words(_ conference: Conference) -> String {
    let name = conference.name
    if let cancelled = conference.cancelled {
      return joined("\(name) cancelled on \(cancelled.written)", conference.cancelledBecause)
    }
    guard let held = conference.held else {
      return joined(
        "\(name) booked" + (conference.date.map { " for \($0.written)" } ?? "")
          + (conference.time.map { " at \($0)" } ?? "")
          + (conference.place.map { ", \($0)" } ?? ""),
        conference.coordinator.map { "coordinator \($0)" })
    }
    return joined(
      "\(name) held on \(held.written)", conference.stoppedBy.map { "stopped by \($0)" },
      conference.planAgreed.map { $0 ? "plan agreed" : "no plan agreed" },
      conference.noPlanBecause, conference.reviewDate.map { "review on \($0.written)" },
      conference.continuesBecause.map { "goes on: \($0)" })
  }

  private func words(_ invitee: Invitee) -> String {
    let who =
      invitee.name + (invitee.relation.map { ", \($0)" } ?? "") + of(invitee.agency)
    if let because = invitee.excludedBecause {
      return joined("\(who) must stay away: \(because)", invitee.viewsBy.map { "views by \($0)" })
    }
    return joined(
      "Invited: \(who)",
      invitee.prepared.map {
        "prepared \($0.written)\(invitee.preparedHow.map { " by \($0)" } ?? "")"
      },
      invitee.attended.map { $0 ? "came" : "did not come" } ?? invitee.reply.rawValue,
      invitee.advocateKind.map {
        $0 == .declined
          ? "wants no advocate" : "advocate \(invitee.advocate ?? "") (\($0.rawValue))"
      })
  }

  /// What the family calls somebody who was asked.
  func name(of invitee: ID) -> String? {
    file.all(Invitee.self).last { $0.key == invitee }?.name
  }

  /// A sentence that goes on.
  private func withoutStop(_ text: String) -> Substring {
    text.hasSuffix(".") ? text.dropLast() : text[...]
  }

  private func number(of action: ID) -> String {
    file.all(PlanAction.self).last { $0.key == action }.map { " \($0.number)" } ?? ""
  }
}
