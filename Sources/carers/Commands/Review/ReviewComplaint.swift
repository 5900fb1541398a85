import ArgumentParser
import Storage
import YoungCarers

/// Writes down a complaint, and what became of it.
struct ReviewComplaint: Command {
  static let configuration = CommandConfiguration(
    commandName: "complaint", abstract: "Write down a complaint, and what became of it.",
    discussion: """
      Examples:
        carers review complaint YP-7KQ4-M2DX-K --about "Nobody rang back"
        carers review complaint YP-7KQ4-M2DX-K --acknowledged today
        carers review complaint YC-7KQ4-M2DX-J --outcome upheld

      With --about it is a new one; without, it is the one of that case or person that is not yet \
      answered, or the one whose id is given. It is answered within targets.complaint of the day \
      it came; --due is a later day that was agreed. A child has a right to an advocate.
      """)

  @OptionGroup var subject: AboutArguments

  @Option(
    help: ArgumentHelp(
      "A new complaint: what it is about; - is standard input.", valueName: "text"))
  var about: String?

  @Option(
    name: .customLong("said-by"),
    help: ArgumentHelp(
      "child, parent, \"family and friends\" or \"somebody else\".", valueName: "who"))
  var saidBy: String?

  @Option(help: ArgumentHelp("The day they were told that it came.", valueName: "date"))
  var acknowledged: String?

  @Option(help: ArgumentHelp("Who helps them to complain; or declined.", valueName: "name"))
  var advocate: String?

  @Option(help: ArgumentHelp("The day by which it is answered.", valueName: "date"))
  var due: String?

  @Option(help: ArgumentHelp("Why that day is a later one.", valueName: "reason"))
  var because: String?

  @Option(help: ArgumentHelp("The day they were answered; today.", valueName: "date"))
  var answered: String?

  @Option(
    help: ArgumentHelp(
      "upheld, \"partly upheld\", \"not upheld\" or withdrawn.", valueName: "outcome"))
  var outcome: String?

  @Option(help: ArgumentHelp("What they were answered; - is standard input.", valueName: "text"))
  var answer: String?

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let (entries, id) = try subject.open(session)
    let service = try session.service(entries.store)
    let when = try subject.when(session)
    let text = try session.optional(about)
    try session.change(entries, subject.filter) { writer in
      var complaint =
        try text.map { try made($0, id, on: when, service, writer, session) }
        ?? underWay(id, writer)
      complaint.header.day = when
      try take(&complaint, on: when, session)
      try writer.append(complaint.entry)
      return complaint.sentences
    }
  }

  private func made(
    _ about: String, _ id: ID, on day: Day, _ service: Service, _ writer: Writer,
    _ session: Session
  ) throws -> Complaint {
    var complaint = Complaint()
    complaint.header = try writer.header(about: id)
    complaint.about = about
    complaint.person = id.ifPerson
    complaint.saidBy = Voice(
      rawValue: try session.choice(
        saidBy ?? Voice(of: id, in: writer.reader.caseFile(id))?.rawValue,
        of: Voice.known.map(\.rawValue), "Who complains", option: "--said-by"))
    complaint.received = day
    complaint.acknowledgeBy = service.due(.targetComplaintAcknowledge, after: day)
    complaint.due = service.due(.targetComplaint, after: day)
    return complaint
  }

  /// The complaint itself, or the only one that waits for an answer, of a person or in a case.
  private func underWay(_ id: ID, _ writer: Writer) throws -> Complaint {
    var found: [Complaint]
    if case .complaint(let one)? = try writer.reader.entry(id) {
      found = try writer.reader.hasFallen(id) ? [] : [one]
    } else {
      let file = try writer.reader.caseFile(id)
      found = file.all(Complaint.self).filter { $0.answered == nil }
      if let person = id.ifPerson {
        found = found.filter { $0.person.map(file.today) == file.today(person) }
      }
    }
    guard var complaint = found.first, found.count == 1 else {
      let ids = ID(found.map(\.header.id.text).joined(separator: ", "))
      throw found.isEmpty
        ? Problem(
          "complaint-missing", .noInput, "\(id) has no complaint that waits for an answer",
          cure: "--about writes a new one down; carers review complaints lists them.")
        : Problem(
          "complaint-unnamed", .usage, "\(found.count) complaints wait for an answer: \(ids)",
          cure: "Give the id of the one meant.")
    }
    let before = complaint.header
    complaint.header = writer.header(family: before.family)
    complaint.header.replaces = before.id
    return complaint
  }

  private func take(_ complaint: inout Complaint, on day: Day, _ session: Session) throws {
    complaint.acknowledged =
      try acknowledged.map { try session.day($0, "--acknowledged") } ?? complaint.acknowledged
    complaint.advocate = try session.optional(advocate) ?? complaint.advocate
    complaint.due = try due.map { try session.day($0, "--due") } ?? complaint.due
    complaint.dueBecause = try session.optional(because) ?? complaint.dueBecause
    complaint.answer = try session.optional(answer) ?? complaint.answer
    if outcome != nil || answered != nil {
      complaint.answered =
        try answered.map { try session.day($0, "--answered") } ?? complaint.answered ?? day
      complaint.outcome = Complaint.Outcome(
        rawValue: try session.choice(
          outcome ?? complaint.outcome?.rawValue, of: Complaint.Outcome.known.map(\.rawValue),
          "What came of it", option: "--outcome"))
    }
    let days = [complaint.acknowledged, complaint.answered, complaint.due].compactMap { $0 }
    guard days.allSatisfy({ complaint.came <= $0 }) else {
      throw Problem(
        "complaint-before", .usage, "the complaint came on a later day than that",
        cure: "It came on \(named: complaint.came.spoken).")
    }
  }
}

extension Complaint {
  /// What a command that wrote it says.
  var sentences: [String] {
    if let answered {
      return ["Complaint: \(outcome?.rawValue ?? "answered"), \(answered.spoken)."]
    }
    let told = acknowledged.map { "acknowledged \($0.spoken)" }
    let tell = acknowledgeBy.map { "tell them that it came by \($0.spoken)" }
    let until = due.map { "answer it by \($0.spoken)" }
    return [
      "Complaint of \(came.spoken): "
        + [told ?? tell, until].compactMap { $0 }.joined(separator: "; ") + "."
    ]
      + (saidBy == .child && advocate == nil
        ? ["A child has a right to an advocate: --advocate."] : [])
  }
}
