import ArgumentParser
import Interchange
import Reports
import Storage
import YoungCarers

/// What is not written down.
struct ReportGaps: Command {
  static let configuration = CommandConfiguration(
    commandName: "gaps", abstract: "What is not written down, and the cases to mend.",
    discussion: """
      Examples:
        carers report gaps
        carers report gaps --list born
        carers report gaps --list ethnicity --format csv -o ethnicity.csv

      How many children and families have what a report, or a child's safety, needs: dates of birth, \
      ethnicity (refused apart), screens, lead workers, first and closing scores, and so on, by kind. \
      --list names the cases where one is missing: it names children, and is for the workers of the \
      service. In a pipe it writes references; --format or --fields asks for values.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The cases where this is missing.",
      valueName: Wanted.allCases.map(\.rawValue).joined(separator: "|")))
  var list: String?

  @OptionGroup var options: WorkListOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(for: options.report)
    if let list { return try name(list, entries, session) }
    let service = try session.service(entries.store)
    let answers = try entries.store.read(
      as: session.actor, for: .report, at: session.world.clock()
    ) { reader in
      var answers: [WantedAnswer] = []
      try reader.eachCase(entries.selected) { answers += $0.wantedAnswers(on: session.today) }
      return answers
    }
    try session.writeForManagers(
      answers.map {
        GapReport($0, service: service.text(.nameService), day: session.today).report
      }, options.figures())
  }

  private func name(_ typed: String, _ entries: Entries, _ session: Session) throws {
    let word = try session.choice(
      typed, of: Wanted.allCases.map(\.rawValue), "What", option: "--list")
    guard let wanted = Wanted(rawValue: word) else { return }
    let rows = try entries.store.read(
      as: session.actor, for: .report, at: session.world.clock()
    ) { reader in
      var rows: [Row] = []
      try reader.eachCase(entries.selected) { file in
        for answer in file.wantedAnswers(on: session.today)
        where answer.wanted == wanted && answer.state == .missing {
          rows.append(Row(answer, file, on: session.today))
        }
      }
      reader.look(at: rows.map(\.family))
      return rows
    }
    if rows.content.isEmpty { session.status = 1 }
    try session.write(
      rows.map(Self.listing), rows.content.map(\.reference), entries, options.list(),
      empty: "Nothing of that kind is missing.")
    try session.say("\(wanted.words). Without it: \(wanted.harm).")
  }

  /// Whose it is that something is missing.
  private struct Row {
    var family: ID
    var person: ID?
    var name: String?
    var familyName: String?
    var lead: String?
    var detail: String?

    init(_ answer: WantedAnswer, _ file: CaseFile, on day: Day) {
      family = file.family
      person = answer.person
      familyName = file.name
      detail = answer.detail
      let child = answer.person.flatMap(file.member)
      name =
        [child?.latest(\.given), child?.latest(\.surname)].compactMap { $0 }
        .joined(separator: " ").nilIfEmpty
      lead = file.leads(on: day).map(\.lead).joined(separator: ", ").nilIfEmpty
    }

    var reference: Reference {
      Reference(
        id: person ?? family, kind: (person == nil ? Kind.family : .person).rawValue,
        family: family)
    }
  }

  private static func listing(_ rows: [Row]) -> Listing {
    Listing(
      columns: [
        .init(name: "case", title: "Case", minimum: 14, priority: 9),
        .init(name: "familyName", title: "Family", minimum: 8, priority: 6),
        .init(name: "child", title: "Child", minimum: 10, priority: 8),
        .init(name: "about", title: "About", minimum: 12, priority: 5, wraps: true),
        .init(name: "lead", title: "Lead", minimum: 8, priority: 7),
        .init(name: "person", title: "Person", isUsual: false),
      ],
      rows: rows.map {
        [
          $0.family.text, $0.familyName, $0.name, $0.detail, $0.lead ?? "nobody", $0.person?.text,
        ]
      })
  }
}
