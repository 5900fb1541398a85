extension Comparison {
  mutating func compareTexts(_ a: Described, _ b: Described) {
    let left = a.text.span
    let right = b.text.span
    let systems = (a.range(.systemID), b.range(.systemID))
    systemID = agreement(left.extracting(systems.0), right.extracting(systems.1))
    let people = (a.range(.caredFor), b.range(.caredFor))
    caredFor = caredFor(left.extracting(people.0), right.extracting(people.1))
    compareNames(a, b)
  }

  private func agreement(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Agreement {
    a.isEmpty || b.isEmpty ? .missing : Words.equal(a, b) ? .agrees : .differs
  }

  /// One word ("mum") is no name.
  private func caredFor(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Agreement {
    let found = agreement(a, b)
    guard found != .missing, Words.areSeveral(a), Words.areSeveral(b) else {
      return .missing
    }
    return found == .agrees || Words.near(a, b) ? .agrees : .differs
  }

  private mutating func compareNames(_ a: Described, _ b: Described) {
    let left = a.text.span
    let right = b.text.span
    let table = NameTable.given
    given = table.given(left.extracting(a.range(.given)), right.extracting(b.range(.given)))
    if given < .variant, a.has(.preferred) || b.has(.preferred) {
      let crossed = [
        table.given(left.extracting(a.range(.preferred)), right.extracting(b.range(.given))),
        table.given(left.extracting(a.range(.given)), right.extracting(b.range(.preferred))),
      ]
      given = max(given, min(.variant, crossed.max() ?? .missing))
    }
    if given >= .doubtful, given < .exact, sex == .differs { given = .different }
    compareSurnames(a, b)
    if given == .different || surname == .different { compareSwapped(a, b) }
  }

  private mutating func compareSurnames(_ a: Described, _ b: Described) {
    let left = a.text.span
    let right = b.text.span
    let table = NameTable.surname
    let own = left.extracting(a.range(.surname))
    surname = table.surname(own, right.extracting(b.range(.surname)))
    surnameIsCommon =
      surname >= .near && table.common.contains(Stable.hash(own))
      && table.common.contains(Stable.hash(right.extracting(b.range(.surname))))
    guard surname < .near, a.has(.former) || b.has(.former) else { return }
    let former = [
      table.surname(left.extracting(a.range(.former)), right.extracting(b.range(.surname))),
      table.surname(own, right.extracting(b.range(.former))),
    ]
    surname = max(surname, min(.variant, former.max() ?? .missing))
  }

  private mutating func compareSwapped(_ a: Described, _ b: Described) {
    let left = a.text.span
    let right = b.text.span
    guard a.has(.given), a.has(.surname), b.has(.given), b.has(.surname) else { return }
    let table = NameTable.given
    let one = table.word(
      left.extracting(a.range(.given)), right.extracting(b.range(.surname)))
    let other = table.word(
      left.extracting(a.range(.surname)), right.extracting(b.range(.given)))
    guard min(one, other) >= .near, max(one, other) == .exact else { return }
    namesSwapped = true
    given = .variant
    surname = .variant
  }
}

func households(_ a: Described, _ b: Described) -> Comparison.Household {
  let left = a.text.span.extracting(a.range(.street))
  let right = b.text.span.extracting(b.range(.street))
  let written = !left.isEmpty && !right.isEmpty
  let streets = written && (Words.equal(left, right) || Words.near(left, right))
  let houses = a.house == b.house && (a.flat == b.flat)
  let addresses = streets && houses
  if a.postcode != 0, a.postcode == b.postcode {
    if addresses { return .same }
    let unclear = !written || a.house == 0 || b.house == 0 || streets && a.house == b.house
    return unclear ? .postcode : .neighbour
  }
  if addresses, a.house != 0, a.postcode == 0 || b.postcode == 0 || isSlip(a.postcode, b.postcode) {
    return .address
  }
  return a.postcode != 0 && b.postcode != 0 || written && !addresses ? .moved : .missing
}

/// One letter wrong, left out, doubled, or swapped with its neighbour.
private func isSlip(_ a: UInt64, _ b: UInt64) -> Bool {
  let (left, right) = (bytes(a), bytes(b))
  return Words.edits(left.span, right.span, limit: 1) == 1
}

private func bytes(_ packed: UInt64) -> [UInt8] {
  withUnsafeBytes(of: packed.bigEndian) { $0.filter { $0 != 0 } }
}
