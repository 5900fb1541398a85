/// Chains of places by key: an open table whose slots hold half of a key's hash and the newest link,
/// about 16 bytes a key. Two keys that share a slot's half hash only add a candidate to look at.
struct KeyIndex: Sendable {
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var links: [(place: Int32, next: Int32)] = []
  private var used = 0

  mutating func insert(_ key: UInt64, _ place: Int32) {
    if used * 4 >= slots.count * 3 { grow() }
    let slot = slot(for: key)
    var next: Int32 = -1
    if slots[slot] == 0 {
      used += 1
    } else {
      next = Self.head(slots[slot])
      if links[Int(next)].place == place { return }
    }
    slots[slot] = (key & ~0xFFFF_FFFF) | UInt64(links.count + 1)
    links.append((place, next))
  }

  /// The newest first.
  func each(_ key: UInt64, most: Int, _ body: (Int32) -> Void) {
    let found = slots[slot(for: key)]
    guard found != 0 else { return }
    var link = Self.head(found)
    var left = most
    while link >= 0, left > 0 {
      body(links[Int(link)].place)
      link = links[Int(link)].next
      left -= 1
    }
  }

  private static func head(_ slot: UInt64) -> Int32 { Int32(slot & 0xFFFF_FFFF) - 1 }

  private func slot(for key: UInt64) -> Int { place(of: key >> 32, in: slots) }

  /// The slot that holds this half hash, or the empty one where it belongs.
  private func place(of half: UInt64, in slots: [UInt64]) -> Int {
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: Stable.mixed(half)) & mask
    while slots[at] != 0, slots[at] >> 32 != half { at = (at + 1) & mask }
    return at
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    for slot in slots where slot != 0 { larger[place(of: slot >> 32, in: larger)] = slot }
    slots = larger
  }
}
