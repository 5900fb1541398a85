import ArgumentParser
import Storage
import YoungCarers

/// Writes down who speaks for a child.
struct ConferenceAdvocate: Command {
  static let configuration = CommandConfiguration(
    commandName: "advocate",
    abstract: "Write down who speaks for a child, or that the child said no.",
    discussion: """
      Examples:
        carers conference advocate YC-7KQ4-M2DX-J "P Novak" --for Sam --kind volunteer
        carers conference advocate YC-7KQ4-M2DX-J --for YP-3CR9-H4NT-Y --declined
        carers conference advocate YC-7KQ4-M2DX-J --for YP-3CR9-H4NT-Y --asked-again

      Somebody the child knows, or a volunteer whose check (--checked) and training (--trained) hold. \
      Not a parent, a person cared for or a worker on the case. A child who said no is asked again \
      before the day. --for may be left out where one child is asked.
      """)

  @OptionGroup var about: InviteeArguments

  @Option(
    name: .customLong("for"), help: ArgumentHelp("The child: name or id.", valueName: "child"))
  var child: String?

  @Option(help: ArgumentHelp("Somebody they know, or volunteer.", valueName: "kind"))
  var kind: String?

  @Option(help: ArgumentHelp("The day of a volunteer's check.", valueName: "date"))
  var checked: String?

  @Option(help: ArgumentHelp("The day of a volunteer's training.", valueName: "date"))
  var trained: String?

  @Flag(help: "The child said no to an advocate.")
  var declined = false

  @Flag(name: .customLong("asked-again"), help: "A child who said no was asked again.")
  var askedAgain = false

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let isRefused = declined || askedAgain
    let name = isRefused ? nil : try about.whom(session)
    let kinds = [Invitee.Advocate.known, .volunteer].map(\.rawValue)
    let kind = isRefused ? nil : try session.choice(kind, of: kinds, "Which", option: "--kind")
    let checked = try checked.map { try session.day($0, "--checked") }
    let trained = try trained.map { try session.day($0, "--trained") }
    try about.atConference(session) { desk in
      let before = try asked(desk)
      if askedAgain && !declined && before.advocateKind != .declined {
        throw Problem(
          "advocate-not-declined", .usage, "\(before.key) did not say no to an advocate",
          cure: "--declined writes that down.")
      }
      let after = try desk.replace(before) { invitee in
        invitee.advocate = name
        invitee.advocateKind = kind.map { Invitee.Advocate(rawValue: $0) } ?? .declined
        invitee.advocateChecked = checked
        invitee.advocateTrained = trained
        invitee.advocateAskedAgain =
          askedAgain ? try session.past(desk.day, "nobody can be asked") : nil
      }
      return try said(after, desk)
    }
  }

  /// The child of that name or id, or the only one who is asked.
  private func asked(_ desk: AtConference) throws -> Invitee {
    if let child { return try desk.invitee(child) }
    let carers = Set(desk.file.children.map(\.id))
    let found = desk.invitees.filter {
      $0.person.map { carers.contains(desk.file.today($0)) } == true
    }
    guard let only = found.first, found.count == 1 else {
      throw Problem(
        "child-unnamed", .usage, "\(found.count) young carers of \(desk.file.family) are asked",
        cure: "Say for whom it is with --for.")
    }
    return only
  }

  private func said(_ child: Invitee, _ desk: AtConference) throws -> [String] {
    let advocacy = Advocacy(
      at: desk.conference, in: desk.file, on: desk.conference.date ?? desk.day, desk.service)
    guard let name = child.advocate else {
      return child.advocateAskedAgain == nil
        ? ["\(child.name) said no to an advocate: ask again before the day."]
        : ["\(child.name) was asked again, and said no to an advocate."]
    }
    if let near = advocacy.near(name) {
      throw Problem(
        "advocate-near", .usage, "the advocate is \(named: near.words)",
        cure: "Somebody else speaks for the child: somebody they know, or a volunteer. See P31.")
    }
    return ["\(name) speaks for \(child.name)."]
      + advocacy.gaps(of: child).map { "Not yet ready: \($0.words)" }
  }
}
