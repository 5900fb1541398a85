import ArgumentParser
import Interchange
import Reports
import Storage
import YoungCarers

/// Which pupils a school may write down as young carers.
struct ReportCensus: Command {
  static let configuration = CommandConfiguration(
    commandName: "census", abstract: "Which pupils each school may write down as young carers.",
    discussion: """
      Examples:
        carers report census
        carers report census --school "Oakfield Academy" --excel -o oakfield.csv
        carers report census --starts 1/9/2026 --format html -o census.html

      For the school census: P where a parent has declared it, S only where that school itself has \
      identified the child. Without --school it is counts for each school, why some pupils may not \
      be passed on, and the schools we have not heard from. With --school it is that one school's list \
      of its own pupils, each with the basis to share, for the school's own office and nobody else. In \
      a pipe that writes references; --format, --fields or -o asks for values.
      """)

  @Option(help: ArgumentHelp("The list of this school's own pupils.", valueName: "name"))
  var school: String?

  @Option(
    help: ArgumentHelp(
      "Schools are heard from since then; a year ago, unless said.", valueName: "date"))
  var starts: String?

  @OptionGroup var options: WorkListOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(for: options.report)
    if let school { return try list(school, entries, session) }
    let since =
      try starts.map { try session.day($0, "--starts") } ?? session.today.adding(months: -12)
    let service = try session.service(entries.store)
    let found = try entries.store.read(
      as: session.actor, for: .report, at: session.world.clock()
    ) { reader in
      (
        try reader.censusPupils(on: session.today, families: entries.selected),
        try reader.schoolsHeard(Day(number: 0)...session.today)
          .filter { $0.heard.map { $0 < since } ?? true }
      )
    }
    try session.write(
      found.map { pupils, schools in
        CensusReport(
          pupils.map { .init(school: $0.school, pupil: $0.pupil) },
          notHeard: schools.map { .init($0.agency, heard: $0.heard) },
          service: service.text(.nameService), since: since, day: session.today
        ).report
      }, options.figures())
  }

  private func list(_ typed: String, _ entries: Entries, _ session: Session) throws {
    guard starts == nil else {
      throw Problem(
        "school-starts", .usage, "--starts is of the schools not heard from, and not of a list",
        cure: "Leave --starts or --school out.")
    }
    let found = try entries.store.read(
      as: session.actor, for: .report, at: session.world.clock()
    ) { reader in
      let agencies = try reader.agencies()
      let names = agencies.names(of: typed).map(Text.folded)
      let all = try reader.censusPupils(on: session.today, families: entries.selected)
      let known = agencies.filter(\.isSchool).map(\.name) + all.compactMap(\.school)
      guard known.contains(where: { names.contains(Text.folded($0)) }) else {
        throw Problem(
          "school-unknown", .noInput, at: Place(file: "--school"),
          "no pupil here goes to a school called so, and no agency is one",
          cure: Nearest.cure(typed, among: Array(Set(known)).sorted()))
      }
      let pupils = all.filter { $0.school.map { names.contains(Text.folded($0)) } ?? false }
        .filter(\.pupil.isToPass)
      reader.look(at: pupils.map(\.family))
      return pupils
    }
    if found.content.isEmpty { session.status = 1 }
    try session.write(
      found.map(Self.listing), found.content.map(\.reference), entries, options.list(),
      empty: "There is nobody of whom this school may be told.")
  }

  private static func listing(_ pupils: [SchoolPupil]) -> Listing {
    Listing(
      columns: [
        .init(name: "surname", title: "Surname", minimum: 8, priority: 8),
        .init(name: "given", title: "Given name", minimum: 8, priority: 8),
        .init(name: "upn", title: "UPN", minimum: 13, priority: 7),
        .init(name: "code", title: "Code", minimum: 4, priority: 9),
        .init(name: "since", title: "Since", minimum: 10, priority: 6),
        .init(name: "because", title: "How it is known", minimum: 12, priority: 4, wraps: true),
        .init(name: "basis", title: "Basis to share", minimum: 10, priority: 5, wraps: true),
        .init(name: "consent", title: "Consent", minimum: 26, priority: 3),
      ],
      rows: pupils.map { one in
        [
          one.surname, one.given, one.upn, one.pupil.code?.code.rawValue,
          one.pupil.code?.since.description, one.pupil.code?.because,
          one.pupil.sharing.reason.rawValue, one.pupil.sharing.entry?.text,
        ]
      })
  }
}

extension SchoolPupil {
  fileprivate var reference: Reference {
    Reference(id: person, kind: Kind.person.rawValue, family: family)
  }
}
