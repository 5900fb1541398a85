import GRDB
import Interchange
import YoungCarers

extension Reader {
  /// Who waits for an assessment today, with what their place follows from, in no order. A few narrow
  /// looks through the tables and one fold, whatever the number of cases.
  public func waiting(_ form: Assessment.Form, families: Set<ID>? = nil) throws
    -> [WaitingList.Child]
  {
    var waiting = WaitingRows()
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT today, familyToday, waitsFrom, due, started, requestedBy, whileClosed, passed
        FROM waits WHERE list = ? AND today IS NOT NULL ORDER BY recorded
        """, arguments: [form.rawValue])
    while let row = try rows.next() { waiting.take(row, families) }
    try readPeople(into: &waiting)
    try readReferrals(form, into: &waiting)
    try readBriefs(into: &waiting)
    try readScreens(into: &waiting)
    try readContacts(form, into: &waiting)
    look(at: Set(waiting.children.values.map(\.family)))
    return waiting.finished
  }

  /// The entries of a view, with who and whose they are today, in the order they were written.
  private func each(
    _ view: String, _ columns: String, where test: String = "TRUE",
    _ body: (Row, _ person: ID?, _ family: ID?) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT e.today, e.familyToday, \(columns) FROM \(view) AS e WHERE \(test)
        ORDER BY e.recorded
        """)
    while let row = try rows.next() {
      try body(row, (row[0] as String?).map { ID($0) }, (row[1] as String?).map { ID($0) })
    }
  }

  private func readPeople(into waiting: inout WaitingRows) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT today, given, surname, born FROM people ORDER BY recorded")
    while let row = try rows.next() {
      waiting.change(ID(row[0] as String? ?? "")) { child in
        let name = [row[1] as String?, row[2] as String?].compactMap { $0 }.joined(separator: " ")
        child.name = child.name ?? (name.isEmpty ? nil : name)
        child.born = (row[3] as String?).flatMap { Day($0) } ?? child.born
      }
    }
  }

  /// The first referral of all counts where nothing was finished yet: also one that came to be theirs
  /// when two were found to be one child.
  private func readReferrals(_ form: Assessment.Form, into waiting: inout WaitingRows) throws {
    var done: Set<ID> = []
    let isDone = "form = '\(form.rawValue)' AND finished IS NOT NULL"
    try each("assessments", "e.id", where: isDone) { _, person, _ in
      if let person { done.insert(person) }
    }
    try each("referrals", "e.id, e.recorded, e.day") { row, person, _ in
      guard let person, waiting.children[person] != nil else { return }
      waiting.referrals[person, default: []].append((ID(row[2] as String), row[3] as String))
      guard !done.contains(person), let day = Day(row[4] as String) else { return }
      waiting.change(person) { $0.waitsFrom = min($0.waitsFrom, day) }
    }
  }

  private func readBriefs(into waiting: inout WaitingRows) throws {
    let test = "form = 'brief' AND finished IS NOT NULL"
    try each("assessments", "e.answers", where: test) { row, person, _ in
      guard let person, waiting.children[person] != nil else { return }
      let answers = Answers(ListText.decode(row[2] as String? ?? "[]"))
      waiting.change(person) { $0.brief = ($0.brief ?? Answers()).updated(with: answers) }
    }
  }

  private func readScreens(into waiting: inout WaitingRows) throws {
    try each("screenings", "e.about, e.recorded, e.result") { row, person, family in
      waiting.screened(
        about: (row[2] as String?).map { ID($0) }, recorded: row[3] as String,
        result: Screening.Result(rawValue: row[4] as String), person, family)
    }
    try each("openFlags", "e.id") { _, person, family in
      waiting.changeAll(person, family) { $0.isInDanger = true }
    }
    try each("repeats", "e.id") { _, person, _ in
      if let person { waiting.change(person) { $0.hasNews = true } }
    }
  }

  private func readContacts(_ form: Assessment.Form, into waiting: inout WaitingRows) throws {
    let offered = "what LIKE '%\(form.rawValue)%'"
    try each("offers", "e.day, e.answer", where: offered) { row, person, family in
      let day = Day(row[2] as String) ?? Day(number: 0)
      waiting.changeAll(person, family) { child in
        guard day >= child.waitsFrom else { return }
        switch Offer.Answer(rawValue: row[3] as String) {
        case .declined: child.offersDeclined += 1
        case .none: child.offersUnanswered += 1
        default: break
        }
      }
    }
    try each("contacts", "e.day, e.notBrought, e.nextDay") { row, person, family in
      let day = Day(row[2] as String) ?? Day(number: 0)
      let next = (row[4] as String?).flatMap { Day($0) }
      waiting.changeAll(person, family) { child in
        if row[3] as Bool? == true, day >= child.waitsFrom { child.notBrought += 1 }
        guard day >= child.lastContact ?? day else { return }
        child.lastContact = day
        child.nextContact = next ?? child.nextContact
      }
    }
  }
}

/// The fold of what was read, child by child.
struct WaitingRows {
  private(set) var children: [ID: WaitingList.Child] = [:]
  private var homes: [ID: [ID]] = [:]
  var referrals: [ID: [(id: ID, recorded: String)]] = [:]
  private var screenedReferrals: Set<ID> = []
  /// The last screening of a child, and of a whole family.
  private var screens: [ID: (recorded: String, result: Screening.Result)] = [:]

  mutating func take(_ row: Row, _ families: Set<ID>?) {
    let (person, family) = (ID(row[0] as String), ID(row[1] as String? ?? ""))
    guard families?.contains(family) ?? true else { return }
    func day(_ place: Int) -> Day? { (row[place] as String?).flatMap { Day($0) } }
    let from = day(2) ?? Day(number: 0)
    let whileClosed = row[6] as Bool? ?? false
    if children[person] == nil {
      children[person] = WaitingList.Child(person: person, family: family, waitsFrom: from)
      children[person]?.whileClosed = whileClosed
      homes[family, default: []].append(person)
    }
    change(person) { child in
      child.waitsFrom = min(child.waitsFrom, from)
      child.due = [child.due, day(3)].compactMap { $0 }.min()
      child.started = child.started ?? day(4)
      child.requestedBy = child.requestedBy ?? row[5]
      child.whileClosed = child.whileClosed && whileClosed
      child.passed = day(7) ?? child.passed
    }
  }

  mutating func change(_ person: ID, _ body: (inout WaitingList.Child) -> Void) {
    guard let place = children.index(forKey: person) else { return }
    body(&children.values[place])
  }

  /// A person's, or where nobody is named everybody's in the family.
  mutating func changeAll(
    _ person: ID?, _ family: ID?, _ body: (inout WaitingList.Child) -> Void
  ) {
    for one in person.map({ [$0] }) ?? family.flatMap({ homes[$0] }) ?? [] { change(one, body) }
  }

  mutating func screened(
    about: ID?, recorded: String, result: Screening.Result, _ person: ID?, _ family: ID?
  ) {
    if let about { screenedReferrals.insert(about) }
    guard let subject = person ?? family else { return }
    screens[subject] = (recorded, result)
  }

  /// With the screen's word, as `CaseFile.requireScreened` has it.
  var finished: [WaitingList.Child] {
    children.values.map { child in
      var child = child
      let own = screens[child.person]
      let last = [own, screens[child.family]].compactMap { $0 }.max { $0.recorded < $1.recorded }
      let waits = (referrals[child.person] ?? []).contains { referral in
        !screenedReferrals.contains(referral.id)
          && own.map { $0.recorded <= referral.recorded } ?? true
      }
      child.isScreened = !waits && last.map { $0.result != .moreInformation } ?? false
      if let last, last.result.isConcern { child.isInDanger = true }
      return child
    }
  }
}
