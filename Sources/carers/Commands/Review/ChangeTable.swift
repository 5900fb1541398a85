import YoungCarers

/// A child's scores as a table. What all rows share is said once, above them.
struct ChangeTable {
  let headings: [String]
  let rows: [[String]]
  /// When and on which scale, where that is the same for all: to follow a title.
  let about: String

  init(_ child: Change.Child) {
    let whens = child.rows.map { row in
      row.days.map(\.written).joined(separator: " to ")
    }
    let scales = child.rows.map { $0.scale?.text ?? "scale not said" }
    func shared(_ texts: [String]) -> String? {
      texts.first.flatMap { first in texts.allSatisfy { $0 == first } ? first : nil }
    }
    let (when, scale) = (shared(whens), shared(scales))
    about = [when, scale].compactMap { $0 }.map { ", \($0)" }.joined()
    headings =
      ["Area", "Scored by", "First", "Last", "What became of it"]
      + (when == nil ? ["When"] : []) + (scale == nil ? ["Scale"] : [])
    rows = child.rows.indices.map { place in
      let row = child.rows[place]
      return [
        row.area.title, row.who, row.first.map(String.init) ?? "", row.last.map(String.init) ?? "",
        row.words,
      ] + (when == nil ? [whens[place]] : []) + (scale == nil ? [scales[place]] : [])
    }
  }
}
