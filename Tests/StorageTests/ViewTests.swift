import GRDB
import TestSupport
import Testing
import YoungCarers

@testable import Storage

@Suite("What the views list is what the rules say of each case")
struct ViewTests {
  /// Three agencies write about forty children; some repeats are read, some withdrawn, some leads end.
  private func desk(_ random: inout Seeded) throws -> Desk {
    let desk = try Desk()
    var rows: [String] = []
    for (place, given) in ["Ava", "Noah", "Zoe", "Omar", "Lily", "Ivan", "Mei", "Tom"].enumerated()
    {
      for (step, surname) in ["Khan", "Okafor", "Hartley", "Novak", "Osei"].enumerated() {
        rows.append("\(given),\(surname),20\(10 + step)-0\(place + 1)-17,LS\(place)\(step) 1AB")
      }
    }
    for agency in ["Oak", "Elm", "Ash"] {
      let sheet = rows.filter { _ in !random.chance(3) }.joined(separator: "\n")
      _ = try desk.take("given,surname,born,postcode\n\(sheet)\n", agency: agency)
    }
    let all = try desk.read { try $0.referrals(on: Day(number: 20_780)) }
    try desk.write { writer in
      for listed in all {
        if random.chance(3) {
          var note = Note()
          note.header = writer.header(family: listed.family)
          note.about = listed.referral
          note.text = "Read."
          try writer.append(.note(note))
        }
        if random.chance(4) {
          var withdrawal = Withdrawal()
          withdrawal.header = writer.header(family: nil)
          withdrawal.entries = [listed.referral.text]
          withdrawal.because = "wrong child"
          try writer.append(.withdrawal(withdrawal))
        }
        if random.chance(3) {
          var screening = Screening()
          screening.header = try writer.header(about: listed.person)
          screening.about = random.chance(2) ? listed.referral : nil
          screening.person = random.chance(4) ? nil : listed.person
          try writer.append(.screening(screening))
        }
        if random.chance(3) {
          var flag = SafeguardingFlag()
          flag.header = try writer.header(about: listed.person)
          flag.person = listed.person
          try writer.append(.flag(flag))
          var answer = flag
          answer.header = try writer.header(about: listed.person)
          answer.answers = flag.header.id
          answer.done = random.chance(2) ? "Rang the front door." : nil
          answer.doneBy = "R Shah"
          if random.chance(2) { try writer.append(.flag(answer)) }
        }
        if random.chance(2) {
          var offer = Offer()
          offer.header = try writer.header(about: listed.person)
          offer.person = random.chance(3) ? nil : listed.person
          offer.what = random.chance(2) ? "Breaks" : "breaks"
          offer.answer = random.chance(2) ? .accepted : .declined
          try writer.append(.offer(offer))
        }
        guard random.chance(2) else { continue }
        var lead = Allocation()
        lead.header = writer.header(family: listed.family)
        lead.lead = ["R Shah", "J Bell"].randomElement(using: &random) ?? ""
        lead.starts = Day(number: .random(in: 20_770...20_790, using: &random))
        lead.ends = random.chance(2) ? lead.starts.map { $0 + 5 } : nil
        try writer.append(.allocation(lead))
      }
    }
    return desk
  }

  @Test(
    "P1, P2: repeats nobody has read or screened, open flags, and leads on any day",
    arguments: [1, 2, 3])
  func same(_ seed: Int) throws {
    var random = Seeded(UInt64(seed))
    try desk(&random).read { reader in
      let files = try reader.allFamilies().map { try reader.caseFile($0) }
      let unread = files.flatMap(\.unreadRepeats).map(\.header.id)
      #expect(try reader.repeats() == Set(unread))
      #expect(unread.count > 5)
      let unscreened = files.flatMap(\.unscreened).map(\.header.id)
      #expect(try reader.unscreened() == Set(unscreened))
      #expect(unscreened.count > 5 && unscreened.count < files.flatMap(\.referrals).count - 5)
      let open = Set(files.flatMap(\.openFlags).map(\.header.id))
      let flags = try reader.listed(SafeguardingFlag.self, in: "openFlags")
      #expect(Set(flags.map(\.entry.header.id)) == open)
      #expect(open.count > 5)
      let offers = Set(files.flatMap(\.openOffers).map(\.header.id))
      let made = try reader.listed(Offer.self, in: "openOffers")
      #expect(Set(made.map(\.entry.header.id)) == offers)
      #expect(offers.count > 5)
      var leads = 0
      for day in [20_765, 20_775, 20_780, 20_788].map({ Day(number: $0) }) {
        let listed = try reader.referrals(on: day)
        for file in files {
          let said = listed.first { $0.family == file.family }?.lead
          let names = file.leads(on: day).map(\.lead).sorted()
          #expect(
            (said?.split(separator: ", ").map(String.init).sorted() ?? []) == names
              || file.referrals.isEmpty)
          leads += names.count
        }
      }
      #expect(leads > 20)
    }
  }

  @Test("A referral without a person is nobody's repeat")
  func nobody() throws {
    let desk = try Desk()
    try desk.write { writer in
      for _ in 0..<2 {
        var referral = Referral()
        referral.header = writer.header(family: nil)
        try writer.append(.referral(referral))
      }
    }
    #expect(try desk.read { try $0.repeats() }.isEmpty)
  }
}

@Suite("The views of conferences list what stands")
struct ConferenceViewTests {
  @Test("Booked, held or cancelled; who may come; departures of what was held")
  func rows() throws {
    let desk = try Desk()
    _ = try desk.take("given,surname,born\nZoe,Okafor,2014-02-04\n", agency: "Oak")
    let family = try #require(
      try desk.read { try $0.referrals(on: Day(number: 20_780)) }.first?.family)
    func count(_ view: String) throws -> Int? {
      try desk.sql { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(view)") }
    }
    func counts() throws -> [Int?] {
      try ["booked", "heldConferences", "comingInvitees", "departures"].map(count)
    }
    var conference = try desk.write { writer in
      var conference = Conference()
      conference.header = writer.header(family: family)
      conference.date = Day(number: 20_790)
      try writer.append(conference.entry)
      for reply in Invitee.Reply.known {
        var invitee = Invitee()
        invitee.header = writer.header(family: family)
        invitee.conference = conference.header.id
        invitee.reply = reply
        try writer.append(invitee.filled)
      }
      var departure = ManagersDecision()
      departure.header = writer.header(family: family)
      departure.about = conference.header.id
      departure.what = .departure
      try writer.append(departure.filled)
      return conference
    }
    #expect(try counts() == [1, 0, 2, 0])
    func replace(_ change: (inout Conference) -> Void) throws {
      try desk.write { writer in
        let before = conference.header.id
        conference.header = writer.header(family: family)
        conference.header.replaces = before
        conference.begun = conference.begun ?? before
        change(&conference)
        try writer.append(conference.entry)
      }
    }
    try replace { $0.cancelled = Day(number: 20_785) }
    #expect(try counts() == [0, 0, 0, 0])
    try replace {
      $0.cancelled = nil
      $0.held = Day(number: 20_790)
    }
    #expect(try counts() == [0, 1, 0, 1])
  }
}

@Suite("Every view of what keeps people safe answers with what stands")
struct SafetyViewTests {
  private static let names = [
    "screenings", "unscreened", "openFlags", "consents", "alerts", "decisions", "agencies",
    "contacts",
    "unacknowledged", "consultations", "practitioners",
    "openOffers",
  ]

  private func count(_ desk: Desk) throws -> [String: Int] {
    try desk.sql { db in
      try Dictionary(
        uniqueKeysWithValues: Self.names.map { name in
          (name, try Int.fetchOne(db, sql: "SELECT count(*) FROM \(name)") ?? -1)
        })
    }
  }

  @Test("One entry of each kind is one row, and what is withdrawn is none but for a flag")
  func rows() throws {
    let desk = try Desk()
    _ = try desk.take("given,surname,born\nZoe,Okafor,2014-02-04\n", agency: "Oak")
    let child = try #require(
      try desk.read { try $0.referrals(on: Day(number: 20_780)) }.first?.person)
    let written = try desk.write { writer in
      let blanks: [any Payload] = [
        Consent(), Alert(), ManagersDecision(), Agency(), Contact(), Consultation(),
        Practitioner(), Offer(), SafeguardingFlag(),
      ]
      return try blanks.map { blank in
        var entry = blank
        entry.header = try writer.header(about: child)
        return try writer.append(entry.filled).id
      }
    }
    #expect(Set(Self.names).isSubset(of: Set(Views.all.map(\.name))))
    var expected = Dictionary(uniqueKeysWithValues: Self.names.map { ($0, 1) })
    expected["screenings"] = 0
    #expect(try count(desk) == expected)
    try desk.write { writer in
      var screening = Screening()
      screening.header = try writer.header(about: child)
      screening.person = child
      try writer.append(.screening(screening))
      var withdrawal = Withdrawal()
      withdrawal.header = writer.header(family: nil)
      withdrawal.entries = written.map(\.text)
      withdrawal.because = "undone"
      try writer.append(.withdrawal(withdrawal))
    }
    expected = Dictionary(uniqueKeysWithValues: Self.names.map { ($0, 0) })
    for name in ["screenings", "openFlags", "unacknowledged"] { expected[name] = 1 }
    #expect(try count(desk) == expected)
  }
}
