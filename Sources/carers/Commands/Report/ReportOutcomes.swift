import ArgumentParser
import Reports
import Storage
import YoungCarers

/// What has changed for the children whose involvement ended.
struct ReportOutcomes: Command {
  static let configuration = CommandConfiguration(
    commandName: "outcomes",
    abstract: "What has changed for the children whose involvement ended.",
    discussion: """
      Examples:
        carers report outcomes --starts 1/4/2026 --ends 31/3/2027
        carers report outcomes --audience contract --for "Bolton Council"
        carers report outcomes --format eml --mail-to a@council.example | sendmail -t
        carers export --store bolton.sqlite | carers report outcomes --store - -

      First how many children have a first and a closing score; then counts up, same and down, middles \
      and spreads, each scorer and each area for itself; then how much caring was reduced. It says what \
      has changed, and not why.
      """)

  @Option(help: ArgumentHelp("The first day on which the work ended.", valueName: "date"))
  var starts: String?

  @Option(help: ArgumentHelp("The last day on which the work ended.", valueName: "date"))
  var ends: String?

  @OptionGroup var report: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let first = try starts.map { try session.day($0, "--starts") }
    let last = try ends.map { try session.day($0, "--ends") }
    if let first, let last, last < first {
      throw Problem(
        "period-backwards", .usage, at: Place(file: "--ends"), "the period ends before it starts",
        cure: "Give the first and the last day of the period.")
    }
    let entries = try session.entries(for: report)
    let instruments = try session.instruments([])
    let service = try session.service(entries.store)
    let collated = try entries.store.read(
      as: session.actor, for: .report, at: session.world.clock()
    ) { reader in
      var collated = Collated()
      for family in try reader.endedFamilies(
        from: first, until: last, families: entries.selected)
      {
        let file = try reader.caseFile(family)
        for spell in file.spells where spell.ended(from: first, until: last) {
          collated.add(file, spell, instruments)
        }
      }
      return collated
    }
    let all = collated.content
    if all.planned.closures + all.unplanned.closures == 0 { session.status = 1 }
    let period = [first.map { "from \($0.spoken)" }, last.map { "until \($0.spoken)" }]
      .compactMap { $0 }.joined(separator: " ")
    let code = first ?? last == nil ? "" : "\(first?.description ?? "")/\(last?.description ?? "")"
    try session.write(
      collated.map {
        OutcomeReport(
          $0, service: service.text(.nameService), period: period, code: code, day: session.today
        )
        .report
      }, report)
  }
}

extension Spell {
  fileprivate func ended(from first: Day?, until last: Day?) -> Bool {
    guard let day = closure?.header.day else { return false }
    return (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
  }
}
