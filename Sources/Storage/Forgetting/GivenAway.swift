import Interchange
import YoungCarers

/// What would give away whose a case was: names, ids and birth dates of what goes. Why it was
/// forgotten and who decided are kept for ever, so neither may hold them.
public struct GivenAway: Sendable {
  private var names: Set<[String]> = []
  private var people: [(given: Set<[String]>, family: Set<[String]>)] = []
  private var ids: Set<String> = []
  private var born: Set<Day> = []

  /// Words of a household's name, and of names of several words, that are no names.
  private static let plain: Set<String> = ["the", "and", "family", "household", "children", "mrs"]

  public init(_ gone: Belongings) {
    ids = Set((gone.ids + gone.erased.map(\.stored.entry.id)).map { Self.bare($0.text) })
    for one in gone.erased {
      switch one.stored.entry {
      case .person(let person): add(person)
      case .family(let family): names.formUnion(Self.forms(Self.words(family.name ?? "")))
      default: continue
      }
    }
  }

  private mutating func add(_ person: Person) {
    func all(_ names: [String?]) -> Set<[String]> {
      names.compactMap { $0 }.reduce(into: []) { $0.formUnion(Self.forms(Self.words($1))) }
    }
    let given = all([person.given, person.preferred])
    let family = all([person.surname, person.former])
    names.formUnion(given.union(family))
    people.append((given, family))
    if let day = person.born { born.insert(day) }
  }

  /// A name as a whole, whatever its length; and each longer word of it.
  private static func forms(_ name: [String]) -> Set<[String]> {
    guard !name.isEmpty else { return [] }
    return Set([name, [name.joined()]])
      .union(name.filter { $0.count > 2 && !plain.contains($0) }.map { [$0] })
  }

  /// Whether a reason has anything of it.
  public func isTold(in reason: String) -> Bool {
    let words = Self.words(reason)
    return hasID(reason) || hasBirth(words) || names.contains { Self.has($0, in: words) }
  }

  /// Whether whoever decided is given the name of somebody who goes. One word alone may be: people
  /// share a given name or a family name with a child and are somebody else.
  public func isNamed(as decider: String) -> Bool {
    let words = Self.words(decider)
    return hasID(decider) || hasBirth(words)
      || people.contains { one in
        one.given.contains { Self.has($0, in: words) }
          && one.family.contains { Self.has($0, in: words) }
      }
  }

  private func hasID(_ text: String) -> Bool {
    let bare = Self.bare(text)
    return ids.contains { bare.contains($0) }
  }

  private static func bare(_ text: String) -> String {
    text.uppercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Day, month and year next to each other, in figures or words, in any order that people write.
  private func hasBirth(_ words: [String]) -> Bool {
    guard !born.isEmpty else { return false }
    let words = words.filter { $0 != "of" }
    return born.contains { day in
      let (year, month, day) = day.parts
      func isNumber(_ word: String, _ number: Int) -> Bool {
        let figures = word.prefix { $0.isNumber }
        return Int(figures) == number
          && ["", "st", "nd", "rd", "th"].contains(word.dropFirst(figures.count))
      }
      func isMonth(_ word: String) -> Bool {
        isNumber(word, month)
          || word.count > 2 && Text.folded(Day.monthNames[month - 1]).hasPrefix(word.prefix(3))
      }
      func isYear(_ word: String) -> Bool { isNumber(word, year) || word == Self.two(year) }
      let (d, m, y) = (Self.two(day), Self.two(month), String(year))
      if words.contains(where: { [d + m + y, y + m + d].contains($0) }) { return true }
      return words.indices.dropLast(2).contains { at in
        let (a, b, c) = (words[at], words[at + 1], words[at + 2])
        return isNumber(a, day) && isMonth(b) && isYear(c)
          || isYear(a) && isMonth(b) && isNumber(c, day)
          || isMonth(a) && isNumber(b, day) && isYear(c)
      }
    }
  }

  /// The last two figures.
  private static func two(_ number: Int) -> String {
    let text = String(number)
    return text.count < 2 ? "0" + text : String(text.suffix(2))
  }

  private static func words(_ text: String) -> [String] {
    // Whose it is, is whoever it is.
    let bare = ["'", "\u{2019}"].reduce(text + " ") { text, mark in
      text.replacing("\(mark)s ", with: " ").replacing("\(mark)S ", with: " ")
    }
    return Text.folded(bare).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func has(_ name: [String], in words: [String]) -> Bool {
    words.indices.contains { words[$0...].starts(with: name) }
  }
}
