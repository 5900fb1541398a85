import ArgumentParser
import Reports
import Storage
import YoungCarers

/// Both waiting lists as they stand.
struct ReportWaiting: Command {
  static let configuration = CommandConfiguration(
    commandName: "waiting", abstract: "Who waits for an assessment, and for how long.",
    discussion: """
      Examples:
        carers report waiting
        carers report waiting --format html -o waiting.html
        carers find okafor | carers report waiting -

      Both lists as they stand: children and families, who joined and left in the last 4 weeks, the \
      wait in the middle and the longest, how many are over target, by level of need and by weeks; \
      and whether the list is open, and for how many days of the last 12 months it was shut. The \
      clock runs from the first referral or request. carers assess waiting has the names.
      """)

  @OptionGroup var report: ReportOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(for: report)
    let service = try session.service(entries.store)
    let lists = try entries.store.read(
      as: session.actor, for: .report, at: session.world.clock()
    ) { reader in
      var lists = try [Assessment.Form.needs, .transition].map { form in
        WaitingFigures(
          form, try reader.waiting(form, families: entries.selected),
          try reader.listChanges(form), service, on: session.today)
      }
      let since = WaitingFigures.recent(session.today).lowerBound
      let recent = try reader.cases(since: since)
      try reader.eachCase(
        entries.selected?.intersection(recent) ?? recent, reading: ListStay.reads
      ) { file in
        for place in lists.indices { lists[place].add(file) }
      }
      return lists
    }
    try session.write(
      lists.map {
        WaitingReport($0, service: service.text(.nameService), day: session.today).report
      }, report)
  }
}
