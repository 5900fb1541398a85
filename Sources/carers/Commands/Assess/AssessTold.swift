import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// How often each question was put to a child's family, and by whom.
struct AssessTold: Command {
  static let configuration = CommandConfiguration(
    commandName: "told", abstract: "Count how often each question was asked, and by whom.",
    discussion: """
      Examples:
        carers assess told YP-Y4D6-MDM9-N
        carers assess told --repeated --format csv
        carers find okafor | carers assess told --format json -

      A story should be told once. Questions of different forms that ask the same count as one; what \
      is asked each time on purpose, whether the child is safe and consent, is not counted.
      """)

  @Argument(
    help: ArgumentHelp(
      "A child's id or a case's, entries, or references to a store's; - is standard input.",
      valueName: "word"))
  var words: [String] = []

  @Flag(help: "Only questions that were asked more than once.")
  var repeated = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  static let columns: [Listing.Column] = [
    .init(name: "case", title: "Case", minimum: 14, priority: 4),
    .init(name: "child", title: "Child", minimum: 10, priority: 7),
    .init(name: "question", title: "Question", minimum: 10, priority: 8),
    .init(name: "times", title: "Times", isNumber: true, minimum: 5, priority: 9),
    .init(name: "agencies", title: "Agencies", isNumber: true, minimum: 8, priority: 6),
    .init(name: "askedBy", title: "Asked by", minimum: 20, priority: 5),
    .init(name: "asks", title: "What it asks", isUsual: false),
    .init(name: "person", title: "Person", isUsual: false),
  ]

  func run(_ session: Session) throws {
    if try session.explained(output, Self.columns) { return }
    let named = words.first { $0 != "-" && ID.typed($0) != .notAnID }
    let entries = try session.entries(words.filter { $0 != named })
    let service = try session.service(entries.store)
    let forms = [Assessment.Form.needs, .transition, .brief].compactMap {
      AssessmentForm($0, service)
    }
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let subject = try named.map { try reader.resolve($0) }
      let families =
        try subject.map { [try reader.today($0).family] }
        ?? (entries.selected.map { $0.sorted() } ?? reader.assessedFamilies())
      let only = try subject.flatMap { $0.shape == .person ? try reader.today($0).person : nil }
      return try ledger(families, only: only, forms, reader)
    }
    if found.content.listing.rows.isEmpty { session.status = 1 }
    try session.write(
      found.map(\.listing), found.content.assessments, entries, output,
      empty: "Nothing was asked, or nothing twice.")
    if found.content.totals.children > 0 { try session.say(Self.sentence(found.content.totals)) }
  }

  private struct Ledger {
    var listing = Listing(columns: AssessTold.columns)
    var totals = ToldTotals()
    var assessments: [Reference] = []
  }

  private func ledger(
    _ families: [ID], only: ID?, _ forms: [AssessmentForm], _ reader: Reader
  ) throws -> Ledger {
    var sum = Ledger()
    var met: Set<ID> = []
    for family in families {
      let file = try reader.caseFile(family)
      for child in file.children where only.map({ $0 == child.id }) ?? true {
        let ledger = file.told(child.id)
        sum.totals.add(ledger)
        let name = [child.latest(\.given), child.latest(\.surname)].compactMap { $0 }
        for told in ledger where !repeated || told.isRepeated {
          let askedBy = told.askings.map { "\($0.setting ?? "not named") \($0.day.description)" }
          let asks = forms.lazy.compactMap { $0.item(told.question)?.question }.first
          for asking in told.askings where met.insert(asking.assessment).inserted {
            sum.assessments.append(
              Reference(
                id: asking.assessment, kind: Kind.assessment.rawValue, family: file.family))
          }
          sum.listing.rows.append([
            file.family.text, name.joined(separator: " "), told.question,
            String(told.askings.count), String(told.agencies), askedBy.joined(separator: "; "),
            asks, child.id.text,
          ])
        }
      }
    }
    return sum
  }

  /// `24 questions to 2 children: 3 asked more than once, 2 of them by more than one agency.`
  private static func sentence(_ totals: ToldTotals) -> String {
    let questions = totals.questions == 1 ? "1 question" : "\(totals.questions) questions"
    let children = totals.children == 1 ? "1 child" : "\(totals.children) children"
    return
      "\(questions) to \(children): \(totals.repeated) asked more than once, "
      + "\(totals.byAgencies) of them by more than one agency."
  }
}
