import YoungCarers

/// What a worker sees first of the work with a family: how long, until when, the conference to come,
/// the plan and its review.
struct WorkLines {
  let file: CaseFile
  let today: Day

  var lines: [String] { involvement + conference + plan }

  private var involvement: [String] {
    switch file.involvement {
    case .none: return []
    case .open(let since):
      let weeks = (today.number - since.number) / 7
      let limit = file.leads(on: today).compactMap(\.agreedLimit).max().map {
        ", agreed until \($0.written)\($0 < today ? ", which has passed" : "")"
      }
      return ["Worked with since \(since.written) (\(weeks) weeks)\(limit ?? "")."]
    case .closed(let closure):
      return ["Closed on \(closure.header.day.written): \(closure.because.rawValue)."]
    }
  }

  private var conference: [String] {
    guard let booked = file.bookedConference else { return [] }
    let parts = [booked.spoken, booked.place, booked.coordinator.map { "coordinator \($0)" }]
    return ["\(booked.name): \(Visible.line(parts.compactMap { $0 }.joined(separator: ", ")))."]
  }

  private var plan: [String] {
    guard let plan = file.plan else { return [] }
    let actions = file.actions(of: plan)
    let open = file.open(actions)
    let late = open.count { $0.due.map { $0 < today } ?? false }
    let kept = actions.count { file.state(of: $0) == .done }
    let promises =
      "\(actions.count) \(actions.count == 1 ? "promise" : "promises"), \(kept) kept"
      + (late > 0 ? ", \(late) late" : "")
    let agreed = plan.agreed.map { "agreed \($0.written)" } ?? "not yet agreed"
    return [
      "Plan: version \(plan.version), \(agreed); \(promises).",
      plan.reviewDate.map { day in
        "Review on \(day.spoken)\(plan.reviewChosenBy.map { ", chosen by \($0)" } ?? "")."
      },
      plan.emergency.map { words in
        let who = plan.emergencyWho.joined(separator: ", ")
        return Visible.line("In an emergency: \(words)\(who.isEmpty ? "" : " Ring: \(who).")")
      },
    ].compactMap { $0 }
  }
}
