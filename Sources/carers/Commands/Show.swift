import ArgumentParser
import Storage
import YoungCarers

/// Shows one case: who is in it, who leads, and what happened.
struct Show: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a case: its people, its lead worker and its chronology.",
    discussion: """
      Examples:
        carers show YC-7KQ4
        carers show YP-3CR9-H4NT-Y
        carers find okafor | carers show -

      Any unique beginning of an id will do. A person's id shows the case they are in today. \
      Without an id every case is shown.
      """)

  @Argument(
    help: ArgumentHelp("Ids of cases or people; - takes references or entries.", valueName: "id"))
  var ids: [String] = []

  @Flag(help: "Show also what was withdrawn or replaced.")
  var all = false

  @OptionGroup var output: EntryOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let entries = try session.entries(ids.contains("-") ? ["-"] : [])
    let asked = ids.filter { $0 != "-" }
    let files = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      var families = try asked.map { try reader.today(reader.resolve($0)).family }
      if asked.isEmpty { families = try entries.selected?.sorted() ?? reader.allFamilies() }
      return try families.map { try reader.caseFile($0, fallen: all) }
    }
    guard !files.content.isEmpty else {
      throw Problem(
        "show-nobody", .usage, "no case was named", cure: "Give an id: carers find looks for names."
      )
    }
    if output.format != nil {
      return try session.writeEntries(files.map { $0.flatMap(\.entries) }, output)
    }
    try session.writeText(
      files.map { $0.map { CaseText($0, session).text }.joined(separator: "\n") }, output.file)
  }
}

/// A case as text for a worker.
struct CaseText {
  private let file: CaseFile
  private let today: Day
  private let width: Int
  private let style: Style

  init(_ file: CaseFile, _ session: Session) {
    self.file = file
    today = session.today
    width = min(session.world.width, 100)
    style = session.style
  }

  var text: String {
    ([heading] + leadLines + [""] + people + [""] + chronology).joined(separator: "\n") + "\n"
  }

  private var heading: String {
    let name = file.name.map { "\(Visible.line($0)) family" } ?? "A family"
    return style.bold("\(file.family.text)  \(name)")
  }

  private var leadLines: [String] {
    let leads = file.leads(on: today).map { lead in
      Visible.line(lead.lead) + (lead.agency.map { " (\(Visible.line($0)))" } ?? "")
    }
    let unread = file.unreadRepeats.count
    var lines = [
      leads.isEmpty ? "No lead worker." : "Lead: \(leads.joined(separator: ", ")).",
      "Referrals: \(file.referrals.count).",
    ]
    if unread > 0 {
      lines.append(style.bold("Referred again, not yet read: \(unread)."))
    }
    return lines
  }

  private var people: [String] {
    file.members.flatMap { member -> [String] in
      func line(_ label: String, _ values: [String]) -> String? {
        values.isEmpty ? nil : "    \(label): \(Visible.line(values.joined(separator: " / ")))"
      }
      let names = member.all { person in
        let name = [person.given, person.surname].compactMap { $0 }.joined(separator: " ")
        return name.isEmpty ? nil : name + (person.preferred.map { " (\($0))" } ?? "")
      }
      let age = member.latest(\.born).map { " · \(today.age(born: $0))" } ?? ""
      let role = member.entries.last?.role.rawValue ?? ""
      let relation = member.latest(\.relation).map { ", \($0)" } ?? ""
      return [
        "  \(style.bold(Visible.line(names.joined(separator: " / ")))) · \(Visible.line(role + relation))\(age)  \(member.id.text)"
      ]
        + [
          line("born", member.all { $0.born?.written }),
          line(
            "school",
            member.all {
              [$0.school, $0.year.map { "year \($0)" }].compactMap { $0 }.joined(separator: ", ")
                .nilIfEmpty
            }),
          line(
            "address",
            member.all {
              [$0.address, $0.postcode].compactMap { $0 }.joined(separator: ", ").nilIfEmpty
            }),
          line("phone", member.all(\.phone)), line("UPN", member.all(\.upn)),
          line("NHS number", member.all { $0.nhsNumber.map { NHSNumber($0)?.spaced ?? $0 } }),
        ].compactMap { $0 }
    }
  }

  private var chronology: [String] {
    [style.bold("Chronology")]
      + file.entries.compactMap { entry in
        sentence(entry).map { words in
          let lines = wrapped(Visible.line(words), to: max(40, width - 14))
          return lines.enumerated().map { index, line in
            "  \(index == 0 ? entry.header.day.description : "          ")  \(line)"
          }.joined(separator: "\n")
        }
      }
  }

  /// What a line of the chronology says; people are shown above.
  private func sentence(_ entry: Entry) -> String? {
    let by = entry.header.worker.map { " (\($0))" } ?? ""
    switch entry {
    case .family, .person: return nil
    case .referral(let referral): return words(referral)
    case .samePerson(let decision):
      let who = decision.decided == .program ? "recognised" : "decided"
      return
        "\(decision.other.text) \(who) to be \(decision.one.text): \(decision.because.joined(separator: "; "))\(by)"
    case .differentPeople(let decision):
      return "\(decision.one.text) and \(decision.other.text) decided to be two people\(by)"
    case .sameFamily(let decision):
      return "\(decision.other.text) decided to be one case with \(decision.one.text)\(by)"
    case .differentFamilies(let decision):
      return "\(decision.one.text) and \(decision.other.text) decided to be two cases\(by)"
    case .allocation(let lead):
      let until = lead.ends.map { " until \($0)" } ?? ""
      return "Lead worker: \(lead.lead)\(lead.agency.map { " of \($0)" } ?? "")\(until)\(by)"
    case .note(let note): return note.text + by
    case .withdrawal(let withdrawal):
      return "Withdrawn: \(withdrawal.entries.count) entries, because \(withdrawal.because)\(by)"
    case .unknown(let unknown): return "(\(unknown.record): written by a later version)"
    }
  }

  private func words(_ referral: Referral) -> String {
    let child = referral.person.flatMap { id in
      file.members.first { $0.id == file.today(id) }?.latest(\.given)
    }
    var parts = ["Referral of \(child ?? "a child") by \(referral.agency ?? "an agency not named")"]
    if let relation = referral.caredForRelation {
      parts.append(
        "cares for \(relation.lowercased())" + (referral.condition.map { " (\($0))" } ?? ""))
    }
    if !referral.tasks.isEmpty { parts.append(referral.tasks.joined(separator: ", ")) }
    if let reason = referral.reason { parts.append("“\(reason)”") }
    if referral.matched == .undecided { parts.append("who the child is waited for a decision") }
    return parts.joined(separator: "; ")
  }

  private func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if Visible.width(last) + 1 + Visible.width(String(word)) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension String {
  var nilIfEmpty: String? { isEmpty ? nil : self }
}
