import ArgumentParser
import Storage
import YoungCarers

/// A young carer's needs assessment.
struct AssessNeeds: Command {
  static let configuration = CommandConfiguration(
    commandName: "needs", abstract: "Begin a young carer's needs assessment, or go on with it.",
    discussion: """
      Examples:
        carers assess needs YP-7KQ4-M2DX-K --cares-for mother --requested today
        carers assess needs YP-7KQ4-M2DX-K --started today --informed 2/11/2026
        carers assess needs YP-7KQ4-M2DX-K inNeed=no appropriate=partly
        carers assess needs YP-7KQ4-M2DX-K --answers visit.txt

      There is one for each person cared for. A request is received and dated whatever else waits; \
      what is answered goes on until carers assess finish.
      """)

  @OptionGroup var given: AssessmentOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws { try given.write(.needs, filter, session) }
}

/// A young carer's transition assessment.
struct AssessTransition: Command {
  static let configuration = CommandConfiguration(
    commandName: "transition",
    abstract: "Begin a young carer's transition assessment, or go on with it.",
    discussion: """
      Examples:
        carers assess transition YP-7KQ4-M2DX-K --requested today --by parent
        carers assess transition YP-7KQ4-M2DX-K likelyNeed=yes significantBenefit=yes
        carers assess transition YP-7KQ4-M2DX-K --answers visit.txt --started today

      It is for caring for an adult (Care Act 2014 s63), and may be made at any age.
      """)

  @OptionGroup var given: AssessmentOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws { try given.write(.transition, filter, session) }
}

extension AssessmentOptions {
  fileprivate func write(_ form: Assessment.Form, _ filter: FilterOptions, _ session: Session)
    throws
  {
    let entries = try session.entries(entryFiles, partial: filter.partial)
    let child = try session.child(id, entries)
    let service = try session.service(entries.store)
    guard let questions = AssessmentForm(form, service) else { return }
    let assessing = Assessing(
      form: questions, child: child, service: service, today: session.today)
    try session.change(entries, filter) { try assessing.write($0, self, session) }
  }
}
