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

/// A child who came to a waiting list, or left it assessed.
public struct ListMove: Sendable, Equatable {
  public var person: ID
  public var family: ID
  public var day: Day
  public var isLeaving: Bool
}

extension Reader {
  /// Every time a list was opened or closed, as it stands, in the order in which that happened.
  public func listChanges(_ form: Assessment.Form) throws -> [ListChange] {
    try listed(ListChange.self, in: "listings").map(\.entry).filter { $0.list == form }
  }

  /// Who came to a list and who left it assessed, child by child in the order of the days.
  public func moves(_ form: Assessment.Form, families: Set<ID>? = nil) throws -> [ListMove] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT today, day, 0 AS isEnd, familyToday FROM triages WHERE ways LIKE ?
        UNION ALL
        SELECT today, coalesce(requested, started, day), 0, familyToday FROM assessments
          WHERE form = ?
        UNION ALL
        SELECT today, finished, 1, familyToday FROM assessments
          WHERE form = ? AND finished IS NOT NULL
        ORDER BY 1, 2, 3
        """,
      arguments: ["%\"\(form.rawValue) assessment\"%", form.rawValue, form.rawValue])
    var moves: [ListMove] = []
    var waiting: ID?
    while let row = try rows.next() {
      guard let person = (row[0] as String?).map({ ID($0) }), let day = Day(row[1] as String? ?? "")
      else { continue }
      let family = ID(row[3] as String? ?? "")
      guard families?.contains(family) ?? true else { continue }
      let isLeaving: Bool = row[2]
      if isLeaving || waiting != person {
        moves.append(ListMove(person: person, family: family, day: day, isLeaving: isLeaving))
      }
      waiting = isLeaving ? nil : person
    }
    return moves
  }

  /// The days on which children came to a list, and left it assessed: what a forecast is made from.
  public func flow(_ form: Assessment.Form) throws -> (joined: [Day], left: [Day]) {
    let moves = try moves(form)
    return (
      moves.filter { !$0.isLeaving }.map(\.day), moves.filter(\.isLeaving).map(\.day)
    )
  }
}
