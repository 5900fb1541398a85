import YoungCarers

/// A case as text for a worker.
struct CaseText {
  private let file: CaseFile
  private let standing: Set<ID>
  private let today: Day
  private let width: Int
  private let style: Style
  private let sentences: Sentences

  init(_ file: CaseFile, _ session: Session) {
    self.file = file
    standing = Set(file.standing.map(\.id))
    today = session.today
    width = min(session.world.width, 100)
    style = session.style
    sentences = Sentences(file)
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
        sentences.sentence(entry).map { words in
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
