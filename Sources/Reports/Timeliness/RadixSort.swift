/// Whole numbers in rising order, sixteen bits at a time.
enum RadixSort {
  static func sorted(_ keys: [UInt64]) -> [UInt64] {
    guard let highest = keys.max(), keys.count > 4096 else { return keys.sorted() }
    var (from, to) = (keys, [UInt64](repeating: 0, count: keys.count))
    var shift: UInt64 = 0
    while shift < 64, highest >> shift > 0 {
      var starts = [Int](repeating: 0, count: 65_537)
      for key in from { starts[Int(key >> shift & 0xFFFF) + 1] += 1 }
      for place in 1..<starts.count { starts[place] += starts[place - 1] }
      for key in from {
        let digit = Int(key >> shift & 0xFFFF)
        to[starts[digit]] = key
        starts[digit] += 1
      }
      swap(&from, &to)
      shift += 16
    }
    return from
  }
}
