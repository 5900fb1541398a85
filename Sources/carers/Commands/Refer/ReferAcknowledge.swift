import ArgumentParser
import Storage
import YoungCarers

/// Writes down that the referrer was told that a referral came.
struct ReferAcknowledge: Command {
  static let configuration = CommandConfiguration(
    commandName: "acknowledge", abstract: "Tell referrers that their referrals came.",
    discussion: """
      Examples:
        carers refer acknowledge YC-7KQ4-M2DX-J --how telephone
        carers refer acknowledge YC-7KQ4-M2DX-J --letter -o letter.txt
        carers refer list --unacknowledged | carers refer acknowledge -

      Of a case, every referral that nobody has acknowledged. A letter names the child as the referrer \
      did, and is not written where an alert says so.
      """)

  @OptionGroup var telling: TellingArguments
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws { try telling.tell(.acknowledgement, nil, session) }
}

/// Writes down that the referrer was told what became of a referral.
struct ReferTold: Command {
  static let configuration = CommandConfiguration(
    commandName: "told", abstract: "Tell referrers what became of their referrals.",
    discussion: """
      Examples:
        carers refer told YC-7KQ4-M2DX-J --how telephone
        carers refer told YC-7KQ4-M2DX-J --letter -o letter.txt

      Of a case, every referral whose referrer was not told. What --text says stands in the letter \
      only where it may be shared with that agency as "outcome" (carers consent): else status 77.
      """)

  @Option(help: ArgumentHelp("What they were told; - is standard input.", valueName: "text"))
  var text: String?

  @OptionGroup var telling: TellingArguments
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    try telling.tell(.outcome, session.optional(text), session)
  }
}

/// Which referrals are answered, and how.
struct TellingArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Ids of referrals or cases; - takes references or entries.", valueName: "id"))
  var ids: [String]

  @Option(help: ArgumentHelp("How they were told: telephone, e-mail, letter…", valueName: "how"))
  var how: String?

  @Option(help: ArgumentHelp("When they were told.", valueName: "date"))
  var day: String?

  @Flag(help: "Write a short letter to each referrer, in plain text.")
  var letter = false

  @OptionGroup var file: FileOptions
  @OptionGroup var filter: FilterOptions

  func tell(_ purpose: Contact.Purpose, _ text: String?, _ session: Session) throws {
    let entries = try session.entries(ids.contains("-") ? ["-"] : [], partial: filter.partial)
    let asked = try ids.filter { $0 != "-" }.map { try session.whole($0, entries) }
    let when = try day.map { try session.day($0, "--day") } ?? session.today
    let choice = ReferralChoice(entries, purpose)
    var letters: [String] = []
    var written: AtomicFile?
    let outcome = try entries.store.write(session.act, dryRun: filter.dryRun) { writer in
      let due = try choice.referrals(asked, isBatch: ids.contains("-"), writer.reader)
      for (file, referral) in due {
        var contact = Contact()
        contact.header =
          try (referral.person ?? referral.header.family).map { try writer.header(about: $0) }
          ?? writer.header(family: nil)
        contact.header.day = when
        contact.about = referral.header.id
        contact.agency = referral.agency
        contact.how = how ?? (letter ? "letter" : nil)
        contact.person = referral.person
        contact.purpose = purpose
        contact.text = text
        contact.whom = referral.referrer
        if letter {
          letters.append(
            try ReferrerLetter(
              referral, file, purpose, text, on: when, among: writer.reader.agencies()
            ).written())
        }
        try writer.append(.contact(contact))
      }
      // A letter that is in no file was not sent: no contact is written down before it is.
      if letter { written = try session.prepared(letters.joined(separator: "\u{C}\n"), file) }
      return due.count
    }
    if outcome.value == 0 { session.status = 1 }
    try session.say(sentence(purpose, outcome.value))
    if let written { return try written.commit() }
    if !filter.dryRun { try session.emit(entries, outcome.written, only: filter.only) }
  }

  private func sentence(_ purpose: Contact.Purpose, _ count: Int) -> String {
    let referrals = count == 1 ? "1 referral" : "\(count) referrals"
    let kept = filter.dryRun ? " (dry run: nothing was kept)" : ""
    return
      (purpose == .outcome
      ? "Told what became of it: \(referrals)." : "Acknowledged: \(referrals).") + kept
  }
}
