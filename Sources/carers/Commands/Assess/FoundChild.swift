import Interchange
import Storage
import YoungCarers

extension ChildSearch {
  /// The child that a row of answers is about: by the id in it, else as an import would find them. Nil
  /// where nobody knows the child and `add` says that one may be taken in. Throws where a person must
  /// say which, or there is none.
  func child(of row: SheetRow, agency: String?, add: Bool) throws -> ID? {
    let typed = row[further: "person"]
    do {
      let id = try typed.map { try BriefLines.person($0.text) }
      switch try find(row, agency: agency, id: id) {
      case .one(let person): return person
      case .nobody where add && id == nil: return nil
      case .nobody: throw BriefLines.unknown(id)
      case .otherName(let id):
        throw Problem(
          "child-other", .data, "\(id) is not called so", cure: "Correct the id, or the name.")
      case .doubt(let ids, let because):
        throw Problem(
          "child-unsure", .data,
          "this may be \(ID(ids.prefix(4).map(\.text).joined(separator: " or "))): \(named: because.joined(separator: "; "))",
          cure: "Put the id of the one that is meant into a column called person.")
      }
    } catch var problem as Problem where typed != nil {
      problem.place = typed.map(row.place(of:))
      throw problem
    }
  }
}
