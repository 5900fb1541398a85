import YoungCarers

/// A case as text for a worker.
struct CaseText {
  private let file: CaseFile
  private let standing: Set<ID>
  private let today: Day
  private let width: Int
  private let style: Style
  private let sentences: Sentences
  private let service: Service

  init(_ file: CaseFile, _ service: Service, _ session: Session) {
    self.file = file
    self.service = service
    standing = Set(file.standing.map(\.id))
    today = session.today
    width = min(session.world.width, 100)
    style = session.style
    sentences = Sentences(file)
  }

  var text: String {
    let parts = [[heading] + dangers, leadLines, dates, [""], people, [""], chronology]
    return parts.flatMap(\.self).joined(separator: "\n") + "\n"
  }

  private var heading: String {
    let name = file.name.map { "\(Visible.line($0)) family" } ?? "A family"
    return style.bold("\(file.family.text)  \(name)")
  }

  /// What keeps people safe, before anything else (practice P1, P8).
  private var dangers: [String] {
    let flags = file.openFlags.map { flag in
      "FLAG \(flag.header.day.written)\(whom(flag.person)): \(flag.raised ?? "safeguarding")"
        + (flag.text.map { "; \($0)" } ?? "")
        + "; not answered: carers flag answer \(flag.header.id.text)"
    }
    let alerts = file.alerts(on: today).map { alert in
      "\(alert.what.rawValue.capitalised)\(whom(alert.person))"
        + (alert.whom.map { " (\($0))" } ?? "") + (alert.ends.map { ", until \($0.written)" } ?? "")
        + ": \(alert.text)"
    }
    return (flags + alerts).flatMap { Visible.wrapped(Visible.line($0), to: width) }.map(style.bold)
  }

  private var isClosed: Bool { file.involvement.isClosed }

  private var leadLines: [String] {
    // Who led until the day it was closed leads no more.
    let leads = file.leads(on: today).filter { !isClosed || $0.ends != today }.map { lead in
      Visible.line(lead.lead) + (lead.agency.map { " (\(Visible.line($0)))" } ?? "")
    }
    let others = file.practitioners(on: today).map { worker in
      Visible.line(worker.name) + (worker.agency.map { " (\(Visible.line($0)))" } ?? "")
    }
    let (unread, unscreened) = (file.unreadRepeats.count, file.unscreened.count)
    return [
      leads.isEmpty
        ? (isClosed ? nil : "No lead worker.") : "Lead: \(leads.joined(separator: ", ")).",
      others.isEmpty ? nil : "Also involved: \(others.joined(separator: ", ")).",
      "Referrals: \(file.referrals.count).",
      unread > 0 ? style.bold("Referred again, not yet read: \(unread).") : nil,
      unscreened > 0 ? style.bold("Not yet screened: \(unscreened).") : nil,
    ].compactMap { $0 }
  }

  private var dates: [String] {
    let steps =
      isClosed
      ? []
      : file.children.compactMap { child in
        file.nextStep(of: child.id, service).map { step in
          "Next for \(Visible.line(child.latest(\.given) ?? child.id.text)): \(step.words)."
        }
      }
    let due = file.all(Assessment.self).filter { $0.finished == nil }.compactMap { assessment in
      assessment.due.map { due in
        "\(assessment.form.rawValue.capitalised) assessment\(whom(assessment.person)) due"
          + " \(due.written)\(due < today ? ", overdue" : "")."
      }
    }
    return [
      file.lastSeen.map { "Last seen: \($0.written)." },
      isClosed ? nil : file.nextContact.map { "Next contact: \($0.written)." },
    ].compactMap { $0 } + WorkLines(file: file, today: today).lines + due + steps
  }

  private func whom(_ person: ID?) -> String {
    let member = person.map(file.today).flatMap { id in file.members.first { $0.id == id } }
    return member?.latest(\.given).map { " of \(Visible.line($0))" } ?? ""
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
      let relation = member.latest(\.relation)
      let called =
        names.isEmpty ? relation?.capitalised ?? "Name not known" : names.joined(separator: " / ")
      let what = names.isEmpty ? role : [role, relation].compactMap { $0 }.joined(separator: ", ")
      return [
        "  \(style.bold(Visible.line(called))) · \(Visible.line(what))\(age)  \(member.id.text)"
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
            Visible.wrapped(Visible.line(String($0)), to: max(40, width - 14))
          }
          return lines.enumerated().map { index, line in
            "  \(index == 0 ? entry.header.day.description : "          ")  \(line)"
          }.joined(separator: "\n")
        }
      }
  }
}

extension Person {
  /// The name they like to be called, where it says more than the given name.
  fileprivate var preferredInBrackets: String {
    preferred.flatMap { $0 == given ? nil : " (\($0))" } ?? ""
  }
}
