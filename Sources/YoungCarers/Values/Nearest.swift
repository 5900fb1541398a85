/// Did you mean…? For subcommands, fields, kinds and the values of options.
public enum Nearest {
  /// The one that two slips or fewer lead to (one, for a word of three letters or fewer); the first
  /// of several that are as near.
  public static func to(_ typed: String, among known: [String]) -> String? {
    let typed = Array(typed.lowercased().unicodeScalars.prefix(64))
    let allowed = typed.count <= 3 ? 1 : 2
    let nearest = known.map { ($0, distance(typed, Array($0.lowercased().unicodeScalars))) }
      .min { $0.1 < $1.1 }
    guard let (name, slips) = nearest, slips <= allowed else { return nil }
    return name
  }

  /// The cure of a `Problem` about a word that nothing is called.
  public static func cure(_ typed: String, among known: [String]) -> Sentence {
    if let name = to(typed, among: known) { return "Did you mean \(named: name)?" }
    return "Known are: \(named: known.joined(separator: ", "))."
  }

  /// Letters put in, left out or changed, and neighbours swapped.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var row = [i + 1]
      for (j, other) in b.enumerated() {
        var least = min(last[j + 1] + 1, row[j] + 1, last[j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == b[j - 1], a[i - 1] == other {
          least = min(least, before[j - 1] + 1)
        }
        row.append(least)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
