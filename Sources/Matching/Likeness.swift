/// How alike two names are. `doubtful` is likeness that must not decide: two names of their own one
/// letter apart (Ava, Eva), one name in two scripts, one first name with two second ones.
public enum Likeness: UInt8, Sendable, Comparable {
  case missing, different, doubtful, near, variant, exact

  public static func < (a: Likeness, b: Likeness) -> Bool { a.rawValue < b.rawValue }
}

/// Words in a folded text, compared without copying.
enum Words {
  static func each(_ text: Span<UInt8>, _ body: (Range<Int>) -> Void) {
    var start = 0
    for index in 0...text.count where index == text.count || text[index] == 32 {
      if index > start { body(start..<index) }
      start = index + 1
    }
  }

  static func ranges(_ text: Span<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    each(text) { ranges.append($0) }
    return ranges
  }

  static func areSeveral(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] == 32 { return true }
    return false
  }

  static func equal(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for index in a.indices where a[index] != b[index] { return false }
    return true
  }

  /// Equal when spaces are left out: `anne marie` and `annemarie`.
  static func equalClosed(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    var (i, j) = (0, 0)
    while true {
      while i < a.count, a[i] == 32 { i += 1 }
      while j < b.count, b[j] == 32 { j += 1 }
      if i == a.count || j == b.count { return i == a.count && j == b.count }
      if a[i] != b[j] { return false }
      (i, j) = (i + 1, j + 1)
    }
  }

  static func isLatin(_ word: Span<UInt8>) -> Bool {
    for index in word.indices where word[index] >= 128 { return false }
    return true
  }

  /// Letters to insert, leave out, replace or swap with a neighbour to make one word the other
  /// (optimal string alignment); `limit` + 1 when there are more.
  static func edits(_ a: Span<UInt8>, _ b: Span<UInt8>, limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit, a.count < 32, b.count < 32 else { return limit + 1 }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 96) { space in
      var (before, last, now) = (0, 32, 64)
      for j in 0...b.count { space[last + j] = UInt8(j) }
      for i in a.indices {
        space[now] = UInt8(i + 1)
        var best = UInt8(i + 1)
        for j in b.indices {
          var cost = min(space[last + j + 1], space[now + j]) + 1
          cost = min(cost, space[last + j] + (a[i] == b[j] ? 0 : 1))
          if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
            cost = min(cost, space[before + j - 1] + 1)
          }
          space[now + j + 1] = cost
          best = min(best, cost)
        }
        if best > limit { return limit + 1 }
        (before, last, now) = (last, now, before)
      }
      return Int(space[last + b.count])
    }
  }

  /// One slip in a word of four letters, two in one of seven, or the same sound in nearly the same
  /// letters.
  static func near(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    let shorter = min(a.count, b.count)
    guard shorter >= 3 else { return false }
    let found = edits(a, b, limit: 2)
    return found <= (shorter >= 7 ? 2 : shorter >= 4 ? 1 : 0)
      || found == 2 && Sound.code(a) == Sound.code(b)
  }
}

extension NameTable {
  /// One word with one word.
  func word(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Likeness {
    if Words.equal(a, b) { return .exact }
    guard Words.isLatin(a), Words.isLatin(b) else {
      return Words.isLatin(a) == Words.isLatin(b) ? .different : .doubtful
    }
    if a.count == 1 || b.count == 1 { return a[0] == b[0] ? .doubtful : .different }
    let (left, right) = (Stable.hash(a), Stable.hash(b))
    if areVariants(left, right) { return .variant }
    let bothKnown = known.contains(left) && known.contains(right)
    if Words.near(a, b) { return bothKnown ? .doubtful : .near }
    if min(a.count, b.count) <= 3, Words.edits(a, b, limit: 1) == 1 { return .doubtful }
    if bothKnown { return .different }
    return isShortened(a, b) || isShortened(b, a) ? .near : .different
  }

  /// The first or last three letters or more of a longer name.
  private func isShortened(_ short: Span<UInt8>, _ long: Span<UInt8>) -> Bool {
    guard short.count >= 3, long.count >= short.count + 2 else { return false }
    return Words.equal(short, long.extracting(first: short.count))
      || Words.equal(short, long.extracting(last: short.count))
  }

  /// Whole given names: the first word speaks, the second only contradicts or explains. A first name
  /// shared by half a family's sons (Muhammad, Syed, Abdul) says nothing without its second.
  func given(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Likeness {
    if a.isEmpty || b.isEmpty { return .missing }
    if Words.equal(a, b) || Words.equalClosed(a, b) { return .exact }
    let (left, right) = (Words.ranges(a), Words.ranges(b))
    guard let firstLeft = left.first, let firstRight = right.first else { return .missing }
    let first = word(a.extracting(firstLeft), b.extracting(firstRight))
    switch (left.count > 1, right.count > 1) {
    case (false, false): return first
    case (true, true):
      let second = word(a.extracting(left[1]), b.extracting(right[1]))
      if second >= .near { return first }
      let shared = honorifics.contains(Stable.hash(a.extracting(firstLeft)))
      return first == .different || shared ? .different : .doubtful
    case (true, false): return called(a, left, b, first: first)
    case (false, true): return called(b, right, a, first: first)
    }
  }

  /// `long` has a second name, `short` is one word: the first name, or the second they are called by.
  private func called(
    _ long: Span<UInt8>, _ words: [Range<Int>], _ short: Span<UInt8>, first: Likeness
  ) -> Likeness {
    let shared = honorifics.contains(Stable.hash(long.extracting(words[0])))
    if first >= .near { return shared ? .doubtful : first }
    let second = word(long.extracting(words[1]), short.extracting(Words.ranges(short)[0]))
    return second >= .variant ? (shared ? .variant : .doubtful) : first
  }

  /// Whole family names: any shared part of a double one, particles aside.
  func surname(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Likeness {
    if a.isEmpty || b.isEmpty { return .missing }
    if Words.equal(a, b) || Words.equalClosed(a, b) { return .exact }
    var best = Likeness.different
    for left in Words.ranges(a) where left.count > 2 || a.count == left.count {
      for right in Words.ranges(b) where right.count > 2 || b.count == right.count {
        best = max(best, min(.variant, word(a.extracting(left), b.extracting(right))))
      }
    }
    return Words.near(a, b) ? max(best, .near) : best
  }
}
