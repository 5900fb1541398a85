/// What became of every row: read = kept + already here + rejected + set aside, always.
struct BriefReceipt {
  /// What is taken in: one, and several.
  var noun = (one: "brief assessment", several: "brief assessments")
  var read = 0
  var kept = 0
  var alreadyHere = 0
  var rejected = 0
  var setAside = 0
  /// How many of `setAside` were forgotten on request.
  var forgotten = 0
  /// Children whom nobody had known.
  var added = 0
  var toDecide = 0
  /// Assessments whose setting nobody named.
  var unnamed = 0

  var balances: Bool { read == kept + alreadyHere + rejected + setAside }

  /// What stands in the journal: counts alone.
  var json: String {
    """
    {"added":\(added),"alreadyHere":\(alreadyHere),"kept":\(kept),"read":\(read),\
    "rejected":\(rejected),"setAside":\(setAside)}
    """
  }

  /// `40 rows: 36 brief assessments, 2 already here, 1 rejected, 1 set aside.`
  func sentence(_ row: String) -> String {
    func some(_ count: Int, _ words: String) -> String? { count > 0 ? "\(count) \(words)" : nil }
    let parts = [
      some(kept, kept == 1 ? noun.one : noun.several),
      some(alreadyHere, "already here"), some(rejected, "rejected"), some(setAside, "set aside"),
    ].compactMap { $0 }
    let more = [
      some(forgotten, "of them forgotten on request, and not brought back"),
      some(added, added == 1 ? "new child taken in" : "new children taken in"),
      some(toDecide, "for a person to decide: carers refer queue"),
      some(unnamed, "without a setting: give --agency"),
      kept == 0 ? "nothing was added" : nil,
    ].compactMap { $0 }
    let rows = "\(read) \(row)\(read == 1 ? "" : "s"): \(parts.joined(separator: ", "))"
    return ([rows] + more).joined(separator: "; ") + "."
  }
}
