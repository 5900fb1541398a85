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
  private let standing: Set<ID>
  private let today: Day
  private let width: Int
  private let style: Style

  init(_ file: CaseFile, _ session: Session) {
    self.file = file
    standing = Set(file.standing.map(\.id))
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
        return name.isEmpty ? nil : name + person.preferredInBrackets
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
              [$0.school, $0.year.map(Self.year)].compactMap { $0 }.joined(separator: ", ")
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

  private static func year(_ given: String) -> String {
    given.first?.isNumber ?? false ? "year \(given)" : given
  }

  private var chronology: [String] {
    [style.bold("Chronology")]
      + file.entries.compactMap { entry in
        sentence(entry).map { words in
          let marked = standing.contains(entry.id) ? words : "[stands no more] \(words)"
          let lines = marked.split(whereSeparator: \.isNewline).flatMap {
            wrapped(Visible.line(String($0)), to: max(40, width - 14))
          }
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
      let pair = (named(decision.other), named(decision.one))
      let because =
        decision.because.isEmpty
        ? "" : ": " + decision.because.joined(separator: "; ")
      return decision.decided == .program
        ? "\(pair.0) was recognised as \(pair.1)\(because)"
        : "\(pair.0) and \(pair.1) are one, it was decided\(because)\(by)"
    case .differentPeople(let decision):
      return "\(named(decision.one)) and \(named(decision.other)) are two, it was decided\(by)"
    case .sameFamily(let decision):
      return "\(decision.other.text) and \(decision.one.text) are one case, it was decided\(by)"
    case .differentFamilies(let decision):
      return "\(decision.one.text) and \(decision.other.text) are two cases, it was decided\(by)"
    case .allocation(let lead):
      let of = lead.agency.map { " of \($0)" } ?? ""
      let starts = lead.starts.map { " from \($0.written)" } ?? ""
      let ends = lead.ends.map { " until \($0.written)" } ?? ""
      return "Lead worker: \(lead.lead)\(of)\(starts)\(ends)\(by)"
    case .note(let note): return note.text + by
    case .withdrawal(let withdrawal):
      return "Withdrawn: \(withdrawal.entries.count) entries, because \(withdrawal.because)\(by)"
    case .unknown(let unknown): return "(\(unknown.record): written by a later version)"
    }
  }

  /// Somebody as one contact described them.
  private func description(_ id: ID) -> Person? {
    for case .person(let person) in file.entries where person.header.id == id { return person }
    return nil
  }

  private func named(_ id: ID) -> String {
    let person = description(id)
    return [person?.given, person?.surname, id.text].compactMap { $0 }.joined(separator: " ")
  }

  private func words(_ referral: Referral) -> String {
    let child = referral.person.flatMap { description($0)?.given }
    var parts = ["Referral of \(child ?? "a child") by \(referral.agency ?? "an agency not named")"]
    if let relation = referral.caredForRelation {
      parts.append(
        "cares for \(relation.lowercased())" + (referral.condition.map { " (\($0))" } ?? ""))
    }
    if !referral.tasks.isEmpty { parts.append(referral.tasks.joined(separator: ", ")) }
    if let reason = referral.reason { parts.append("“\(reason)”") }
    if referral.matched == .undecided { parts.append("it was left to a person to say who this is") }
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

extension Person {
  /// The name they like to be called, where it says more than the given name.
  fileprivate var preferredInBrackets: String {
    preferred.flatMap { $0 == given ? nil : " (\($0))" } ?? ""
  }
}

extension String {
  var nilIfEmpty: String? { isEmpty ? nil : self }
}
