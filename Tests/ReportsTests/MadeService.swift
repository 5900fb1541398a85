import TestSupport
import YoungCarers

/// A service made at random: families whose children come, wait, are worked with and leave, with all
/// that is written late, withdrawn, replaced, joined and parted. Its entries stand in the order in
/// which they were written.
struct MadeService {
  let entries: [Entry]
  /// Three years from the first day of a financial year.
  static let days = day("2023-04-01")...day("2026-03-31")

  static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

  init(children: Int, seed: UInt64) throws {
    var maker = Maker(Pen(seed: seed, days: Self.days))
    maker.openService()
    while maker.made < children { maker.addFamily() }
    maker.joinAndPart()
    try maker.mend()
    entries = maker.pen.entries.sorted {
      ($0.header.recorded, $0.id) < ($1.header.recorded, $1.id)
    }
  }
}

/// A family as it is being made.
struct MadeFamily {
  var id: ID
  var first: Day
  var children: [ID] = []
  var caredFor: ID
  var agency: MadeAgency
}

struct MadeAgency {
  var name: String?
  var kind: String?
}

struct Maker {
  var pen: Pen
  var made = 0
  var families: [MadeFamily] = []
  var lastReferral: [ID: ID] = [:]

  init(_ pen: Pen) { self.pen = pen }

  private static let agencies: [MadeAgency] =
    (1...14).map { MadeAgency(name: "School \($0)", kind: "school") } + [
      MadeAgency(name: "SCHOOL 3", kind: "School"), MadeAgency(name: "Mill Lane", kind: "gp"),
      MadeAgency(name: "Park Practice", kind: "GP surgery"),
      MadeAgency(name: "Ward 7", kind: "hospital ward"), MadeAgency(name: "Nurses", kind: "nurse"),
      MadeAgency(name: "North Carers", kind: "young carers service"),
      MadeAgency(name: "South Carers", kind: "Young Carers Service"),
      MadeAgency(name: "Adults", kind: "adult services"), MadeAgency(name: "Aunt", kind: nil),
      MadeAgency(name: nil, kind: "police"), MadeAgency(name: nil, kind: nil),
    ]

  mutating func agency() -> MadeAgency { pen.pick(Self.agencies) }

  /// Agencies, lists opened and shut, and advice about nobody.
  mutating func openService() {
    let first = MadeService.days.lowerBound
    for number in 1...12 {
      var agency = Agency()
      (agency.name, agency.agencyKind) = (
        "School \(number)", number == 4 ? "Primary School" : "school"
      )
      agency.urn = String(100_000 + number)
      if number == 5 { agency.aliases = ["School 13"] }
      pen.write(agency, nil, on: first)
    }
    var surgery = Agency()
    (surgery.name, surgery.agencyKind) = ("Mill Lane", "gp")
    pen.write(surgery, nil, on: first)
    for form in [Assessment.Form.needs, .transition] {
      var day = first + pen.draw(30...90)
      var state = ListChange.State.closed
      while day < MadeService.days.upperBound {
        var change = ListChange()
        (change.list, change.state, change.because) = (form, state, "staff")
        pen.write(change, nil, on: day)
        day = day + pen.draw(8...120)
        if !pen.chance(5) { state = state == .closed ? .open : .closed }
      }
    }
    for _ in 0..<60 {
      var advice = Consultation()
      (advice.agency, advice.question) = (agency().name, "what to do")
      pen.write(advice, nil, on: first + pen.draw(0...1090))
      var news = Referral()
      (news.agency, news.agencyKind) = (advice.agency, "gp")
      if pen.chance(2) {
        let day = first + pen.draw(0...1090)
        var contact = Contact()
        contact.purpose = .outcome
        contact.about = pen.write(news, nil, on: day).header.id
        if pen.chance(2) { pen.write(contact, nil, on: day + pen.draw(0...3)) }
      }
      var screening = Screening()
      screening.result = .advice
      if pen.chance(4) { pen.write(screening, nil, on: first + pen.draw(0...1090)) }
    }
  }

  mutating func addFamily() {
    let first = MadeService.days.lowerBound + pen.draw(0...1050)
    var family = MadeFamily(
      id: pen.newID(.family), first: first, caredFor: pen.newID(.person), agency: agency())
    var home = Family()
    home.name = "Fam"
    let opened = pen.write(home, family.id, on: first, id: family.id).header.recorded
    var adult = Person()
    (adult.role, adult.given) = (.caredFor, "Pat")
    pen.write(adult, family.id, on: first, id: family.caredFor, after: opened)
    for place in 0..<pen.pick([1, 1, 1, 2, 2, 3]) {
      let day = place > 0 && pen.chance(3) ? first + pen.draw(1...400) : first
      guard day < MadeService.days.upperBound else { continue }
      family.children.append(addChild(to: family, on: day, after: opened))
    }
    if pen.chance(6) {
      var sibling = Person()
      (sibling.role, sibling.given, sibling.sex) = (.child, "Lee", "F")
      pen.write(sibling, family.id, on: first, id: pen.newID(.person), after: opened)
    }
    made += family.children.count
    families.append(family)
    addReferrals(family)
    for child in family.children { addFirstSteps(child, family) }
    addInvolvement(family)
    if pen.chance(12) {
      var advice = Consultation()
      (advice.agency, advice.person) = (agency().name, family.children.first)
      pen.write(advice, family.id, on: first)
    }
  }

  private mutating func addChild(to family: MadeFamily, on day: Day, after: Instant) -> ID {
    var child = Person()
    (child.given, child.surname) = ("Kid", "Fam")
    child.born = pen.chance(12) ? nil : day + -365 * pen.draw(3...19) + pen.draw(0...364)
    child.sex = pen.pick(["F", "M", "female", "Boy", "U", "non-binary", nil])
    child.ethnicity = pen.pick([
      "WBRI", "APKN", "MWAS", "REFU", "NOBT", "White British", "Black African", "White and Asian",
      "Prefer not to say", "Chinese", "Gypsy", nil,
    ])
    child.postcode = pen.pick(["LS1 1AA", "LS2 2BB", nil])
    child.school = pen.pick(["School 1", "school 5", "School 13", "Elsewhere", nil])
    let id = pen.newID(.person)
    let written = pen.write(child, family.id, on: day, id: id, after: after)
    // Described once more, with what was not known before.
    if pen.chance(15) {
      var again = Person()
      (again.given, again.sex, again.born) = ("Kid", "M", day + -4000)
      again.header.replaces = id
      pen.write(
        again, family.id, on: day + 20, id: pen.newID(.person), after: written.header.recorded)
    }
    return id
  }

  private mutating func addReferrals(_ family: MadeFamily) {
    for (place, child) in family.children.enumerated() {
      for turn in 0..<(pen.chance(4) ? pen.draw(2...3) : place > 0 && pen.chance(3) ? 0 : 1) {
        var referral = Referral()
        let agency = turn == 0 ? family.agency : agency()
        (referral.agency, referral.agencyKind) = (agency.name, agency.kind)
        referral.person = pen.chance(60) ? nil : child
        let day = family.first + (turn == 0 ? 0 : pen.draw(0...700))
        let written = pen.write(referral, family.id, on: day)
        lastReferral[child] = written.header.id
        for purpose in pen.some([Contact.Purpose.acknowledgement, .outcome], 2) {
          var contact = Contact()
          (contact.purpose, contact.about) = (purpose, written.header.id)
          contact.person = referral.person
          pen.write(contact, family.id, on: day + pen.draw(0...5), after: written.header.recorded)
        }
      }
    }
  }

  /// Families and people found to be one long after, and some found to be two after all.
  mutating func joinAndPart() {
    for _ in 0..<(families.count / 12 + 4) {
      let (one, other) = (pen.pick(families), pen.pick(families))
      guard one.id != other.id else { continue }
      let day = Swift.max(one.first, other.first) + pen.draw(101...400)
      guard day <= MadeService.days.upperBound else { continue }
      var joined: (id: ID, recorded: Instant)?
      if pen.chance(2), let a = one.children.first, let b = other.children.first {
        var same = SamePerson()
        (same.one, same.other) = (a, b)
        let written = pen.write(same, one.id, on: day)
        joined = (written.header.id, written.header.recorded)
      } else {
        var same = SameFamily()
        (same.one, same.other) = (one.id, other.id)
        let written = pen.write(same, one.id, on: day)
        joined = (written.header.id, written.header.recorded)
      }
      guard pen.chance(3), let joined else { continue }
      withdraw([joined.id], after: joined.recorded, on: day + pen.draw(1...90))
    }
  }

  @discardableResult
  private mutating func withdraw(_ ids: [ID], after: Instant, on day: Day) -> Withdrawal {
    var withdrawal = Withdrawal()
    (withdrawal.entries, withdrawal.because) = (ids.map(\.text), "entered in error")
    return pen.write(
      withdrawal, nil, on: Swift.min(day, MadeService.days.upperBound), after: after)
  }

  /// Withdraws some entries, some of those withdrawals too, and replaces others.
  mutating func mend() throws {
    let written = pen.entries
    let replaced = Set(written.compactMap(\.header.replaces))
    for entry in written {
      guard let kind = entry.kind, ![.agency, .listing, .withdrawal].contains(kind),
        pen.chance(25)
      else { continue }
      let isWho = [.person, .family, .samePerson, .sameFamily].contains(kind)
      if pen.chance(2) && !(isWho && !pen.chance(4)) {
        let day = entry.header.day + pen.draw(0...150)
        let gone = withdraw([entry.id], after: entry.header.recorded, on: day)
        if pen.chance(4) {
          withdraw([gone.header.id], after: gone.header.recorded, on: day + pen.draw(0...60))
        }
      } else if !isWho, !replaced.contains(entry.id) {
        try pen.replace(entry)
      }
    }
  }
}
