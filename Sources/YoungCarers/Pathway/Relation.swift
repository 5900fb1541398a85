/// What somebody is to a child, as people write it: Mum, his mother, Mother (MS).
public enum Relation {
  /// One word for each, so that two agencies that say it differently mean the same person.
  public static func key(_ given: String) -> String {
    let plain = given.prefix { $0 != "(" && $0 != "," }
    let words = Text.folded(String(plain)).split(separator: " ").map(String.init)
      .filter { !["my", "his", "her", "their", "the"].contains($0) }
    return words.map { known[$0] ?? $0 }.joined(separator: " ")
  }

  private static let known = [
    "mum": "mother", "mummy": "mother", "mam": "mother", "mom": "mother", "mama": "mother",
    "dad": "father", "daddy": "father", "papa": "father", "gran": "grandmother",
    "granny": "grandmother", "grandma": "grandmother", "nan": "grandmother",
    "nana": "grandmother", "grandad": "grandfather", "granddad": "grandfather",
    "grandpa": "grandfather", "bro": "brother", "sis": "sister", "stepmum": "stepmother",
    "stepdad": "stepfather", "aunty": "aunt", "auntie": "aunt",
  ]
}

extension CaseFile {
  public func member(_ id: ID) -> Member? {
    let today = today(id)
    return members.first { $0.id == today }
  }

  /// How old somebody is; nil where no date of birth is known.
  public func age(of person: ID, on day: Day) -> Int? {
    member(person)?.latest(\.born).map { day.age(born: $0) }
  }

  /// The people of the case whom a child may care for, by what is said of them.
  public func member(called given: String) -> Member? {
    let key = Relation.key(given)
    let others = members.filter { member in member.entries.contains { $0.role != .youngCarer } }
    return others.first { member in
      member.entries.contains { $0.relation.map(Relation.key) == key }
    }
      ?? others.first { member in
        member.entries.contains { $0.given.map { Text.folded($0) } == Text.folded(given) }
      }
  }
}
