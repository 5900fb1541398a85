import GRDB
import Interchange
import YoungCarers

extension Reader {
  /// How a waiting list stands: nil where nobody ever opened or closed it, which is open.
  public func listing(_ form: Assessment.Form) throws -> ListChange? {
    let table = EntryTable.of(.listing)
    let query = try table.query(db, "WHERE id = (SELECT id FROM lists WHERE list = ?)")
    query.bind(1, form.rawValue)
    guard try query.step(), case .listing(let change) = try table.read(query).entry else {
      return nil
    }
    return change
  }

  /// The closing of a list; nil where it is open.
  public func closing(_ form: Assessment.Form) throws -> ListChange? {
    try listing(form).flatMap { $0.state == .closed ? $0 : nil }
  }
}

extension Reader {
  /// Every time a list was opened or closed, as it stands, in the order in which that happened.
  public func listChanges(_ form: Assessment.Form) throws -> [ListChange] {
    try listed(ListChange.self, in: "listings").map(\.entry).filter { $0.list == form }
  }

  /// The days on which children came to a list, and left it assessed: what a forecast is made from.
  public func flow(_ form: Assessment.Form) throws -> (joined: [Day], left: [Day]) {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT today, day, 0 AS isEnd FROM triages WHERE ways LIKE ?
        UNION ALL
        SELECT today, coalesce(requested, started, day), 0 FROM assessments WHERE form = ?
        UNION ALL
        SELECT today, finished, 1 FROM assessments WHERE form = ? AND finished IS NOT NULL
        ORDER BY 1, 2, 3
        """,
      arguments: ["%\"\(form.rawValue) assessment\"%", form.rawValue, form.rawValue])
    var flow: (joined: [Day], left: [Day]) = ([], [])
    var waiting: String?
    while let row = try rows.next() {
      guard let person = row[0] as String?, let day = Day(row[1] as String? ?? "") else { continue }
      if row[2] as Bool {
        flow.left.append(day)
        waiting = nil
      } else if waiting != person {
        flow.joined.append(day)
        waiting = person
      }
    }
    return flow
  }
}
