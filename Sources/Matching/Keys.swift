/// What a child is looked up by. Stores keep these numbers, so they never change meaning; a new kind
/// of key takes a new number.
enum Key: UInt64 {
  case upn = 1
  case nhsNumber, systemID, nameAndBorn, postcodeAndBorn, namesAndYear, postcodeAndSurname
  case house, identity, postcodeAndPhone

  func hash(_ a: UInt64, _ b: UInt64 = 0) -> UInt64 {
    Stable.mixed(Stable.mixed(a &+ rawValue &* 0x9E37_79B9) ^ Stable.mixed(b) &* 5)
  }
}

/// Keys under which the same child, written otherwise, is found again: an identifier; the sound of
/// one name with the birth date; the postcode with the birth date; both names with the year; the
/// postcode with the surname. The first two name keys are one kind, so swapped names find each other,
/// and a double-barrelled name is found by either part.
public func keys(of child: Described) -> [UInt64] {
  var keys: [UInt64] = []
  keys.reserveCapacity(12)
  for upn in [child.upn, child.formerUPN] where upn != 0 { keys.append(Key.upn.hash(upn)) }
  if child.nhsNumber != 0 { keys.append(Key.nhsNumber.hash(child.nhsNumber)) }
  if child.has(.systemID) {
    keys.append(Key.systemID.hash(Stable.hash(child.text.span.extracting(child.range(.systemID)))))
  }
  let given = child.sounds(.given, most: 1)
  let surnames = child.surnameSounds
  if let born = child.born {
    let number = UInt64(UInt32(bitPattern: born.number))
    for sound in given + surnames { keys.append(Key.nameAndBorn.hash(sound, number)) }
    if child.postcode != 0 { keys.append(Key.postcodeAndBorn.hash(child.postcode, number)) }
    for first in given {
      for last in surnames {
        let names = Stable.mixed(first) &+ Stable.mixed(last)
        keys.append(Key.namesAndYear.hash(names, UInt64(born.parts.year)))
      }
    }
  }
  if child.postcode != 0 {
    for last in surnames { keys.append(Key.postcodeAndSurname.hash(child.postcode, last)) }
  }
  return keys.sortedWithoutRepeats()
}

/// Keys under which the same household is found: postcode and house, or its first word where it has
/// no number; postcode and surname; postcode and telephone.
public func householdKeys(of child: Described) -> [UInt64] {
  guard child.postcode != 0 else { return [] }
  var keys = child.surnameSounds.map { Key.postcodeAndSurname.hash(child.postcode, $0) }
  if child.house != 0 {
    keys.append(Key.house.hash(child.postcode, UInt64(child.house)))
  } else if let name = child.sounds(.street, most: 1).first {
    keys.append(Key.house.hash(child.postcode, name))
  }
  if child.phone != 0 {
    keys.append(Key.postcodeAndPhone.hash(child.postcode, UInt64(child.phone)))
  }
  return keys.sortedWithoutRepeats()
}

extension Described {
  fileprivate var surnameSounds: [UInt64] {
    let own = sounds(.surname, most: 2)
    return has(.former) ? own + sounds(.former, most: 1) : own
  }

  /// The sounds of the words of a name, particles (al, de, mc) aside where there are others.
  fileprivate func sounds(_ part: Part, most: Int) -> [UInt64] {
    var sounds: [UInt64] = []
    let text = text.span.extracting(range(part))
    var longest = 0
    Words.each(text) { longest = max(longest, $0.count) }
    Words.each(text) { word in
      guard sounds.count < most, word.count > 2 || longest <= 2 else { return }
      sounds.append(Sound.code(text.extracting(word)))
    }
    return sounds
  }
}

extension Array where Element == UInt64 {
  fileprivate consuming func sortedWithoutRepeats() -> [UInt64] {
    sort()
    var kept = 0
    for index in indices where index == 0 || self[index] != self[kept - 1] {
      self[kept] = self[index]
      kept += 1
    }
    removeLast(count - kept)
    return self
  }
}
