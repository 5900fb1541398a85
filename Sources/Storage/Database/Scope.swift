import Interchange
import YoungCarers

/// The tables and views as if the store held some cases only: the same views, over tables cut to what
/// is filed under those cases. A question about few cases is then answered in their own time, however
/// large the store.
enum Scope {
  /// What comes before a statement; `:families` is the cases of today, as a list in JSON.
  static let with = """
    WITH scope(id) AS MATERIALIZED (
      SELECT value FROM json_each(:families)
      UNION SELECT identity.id FROM main.identity
        WHERE identity.family IN (SELECT value FROM json_each(:families))
      UNION SELECT person.family FROM main.identity JOIN main.person ON person.id = identity.id
        WHERE identity.family IN (SELECT value FROM json_each(:families))),
    \((tables + views).joined(separator: ",\n"))
    """

  /// Whatever is filed under a case, under one of them; agencies and lists are of no case.
  private static let tables = Kind.allCases.filter { ![.agency, .listing].contains($0) }.map {
    let column = $0 == .family ? "id" : "family"
    return "\($0) AS (SELECT * FROM main.\($0) WHERE \(column) IN (SELECT id FROM scope))"
  }

  private static let views = Views.all.map { "\($0.name) AS (\($0.select))" }

  static func argument(_ families: Set<ID>) -> String { ListText.encode(families.map(\.text)) }
}
