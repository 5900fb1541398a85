import Storage
import YoungCarers

/// An involvement that ends: the closure, and with it the lead worker's part and the plan.
struct Closing {
  let file: CaseFile
  let day: Day
  let writer: Writer

  func write(_ given: Closure) throws -> [String] {
    try prove(given)
    var closure = given
    closure.header = try writer.header(about: file.family)
    closure.header.day = day
    closure.conference = file.conferences.last { $0.purpose == .review && $0.held != nil }?.key
    try writer.append(.closure(closure))
    let leads = try endLeads()
    let plans = try endPlans()
    if let manager = closure.authorisedBy { try authorise(closure, by: manager) }
    return [
      "The work with \(file.family.text) ended on \(day.spoken): \(closure.because.rawValue)\(closure.planned ? "" : " (not planned)")."
    ]
      + leads + plans + missing() + remarks(closure)
  }

  private func prove(_ closure: Closure) throws {
    if file.involvement.isClosed {
      throw Problem(
        "case-closed", .usage, "the work with \(file.family) has ended already",
        cure: "carers review reopen, where it begins again.")
    }
    let isKnown =
      file.involvement.isOpen || file.plan != nil || !file.conferences.isEmpty
      || !file.leads(on: day).isEmpty
    guard isKnown else {
      throw Problem(
        "case-not-open", .usage, "no work with \(file.family) has begun",
        cure: "A referral that is not taken on is declined or signposted: carers refer.")
    }
    let flags = file.openFlags
    guard flags.isEmpty || closure.because == .steppedUp else {
      throw Problem(
        "flag-open", .usage,
        "\(named: flags.count == 1 ? "a safeguarding flag is" : "safeguarding flags are") open: \(ID(flags.map(\.header.id.text).joined(separator: ", ")))",
        cure:
          "carers flag answer, when somebody has acted; or --because \"stepped up to social care\"."
      )
    }
  }

  private func endLeads() throws -> [String] {
    try file.leads(on: day).filter { $0.agency == nil && $0.ends.map { $0 > day } ?? true }.map {
      lead in
      var ended = lead
      ended.header = writer.header(family: lead.header.family)
      ended.header.replaces = lead.header.id
      ended.starts = lead.starts ?? lead.header.day
      ended.ends = day
      try writer.append(.allocation(ended))
      return "\(lead.lead) leads no more."
    }
  }

  private func endPlans() throws -> [String] {
    guard let plan = file.plan else { return [] }
    var ended = plan
    ended.header = writer.header(family: plan.header.family)
    ended.header.replaces = plan.header.id
    ended.begun = plan.key
    ended.ended = day
    try writer.append(.plan(ended))
    return ["The plan ended with it."]
  }

  private func authorise(_ closure: Closure, by manager: String) throws {
    var decision = ManagersDecision()
    decision.header = try writer.header(about: file.family)
    decision.what = .authorised
    decision.decider = manager
    decision.about = closure.header.id
    try writer.append(.decision(decision))
  }

  /// Whose closing scores are missing: they count as not paired (practice P35).
  private func missing() -> [String] {
    file.children.flatMap { child in
      let distance = Distance(file.scored(child.id, in: file.spell), closingOnly: true)
      return [Scorer.child, .parent].compactMap { scorer in
        distance.unpaired(by: scorer).map {
          "\(child.id.text), by \(scorer.rawValue): \($0.rawValue); it counts as not paired."
        }
      }
    }
  }

  private func remarks(_ closure: Closure) -> [String] {
    let begun = file.begins(file.spell)
    let (first, last) = (file.countOfPractitioners(on: begun), file.countOfPractitioners(on: day))
    var said = ["Practitioners in the family's life: \(first) at the start, \(last) now."]
    if closure.authorisedBy == nil { said.append("No manager has authorised it: --authorised-by.") }
    if closure.comeBack == nil {
      said.append("Nobody wrote down how the family may come back: --come-back.")
    }
    if file.conferences.contains(where: { $0.purpose == .edgeOfCare }) {
      said.append("Social care's own work with the family is not ended by this.")
    }
    return said
  }
}
