import ArgumentParser
import Storage
import YoungCarers

/// Says what is missing before the conference, or lets a named person override it.
struct ConferenceReady: Command {
  static let configuration = CommandConfiguration(
    commandName: "ready", abstract: "Say what is missing before the day.",
    discussion: """
      Examples:
        carers conference ready YC-7KQ4-M2DX-J
        carers conference ready YC-7KQ4-M2DX-J --despite "Ill; told." --rule prepared

      Status 1 where something is missing. --despite overrides what is missing, or only the rules that \
      --rule names: who decided and why stays beside it, here and when it was held.
      """)

  @OptionGroup var about: AboutArguments
  @OptionGroup var despite: DespiteOptions

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Only this rule; it may be given several times.", valueName: "code"))
  var rule: [String] = []

  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    if let reason = despite.reason { return try override(because: reason, session) }
    let (entries, subject) = try about.open(session)
    let service = try session.service(entries.store)
    let readiness = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let file = try reader.caseFile(subject)
      return Readiness(
        of: try file.requireBooked(), in: file, service, today: session.today)
    }
    if !readiness.content.open.isEmpty { session.status = 1 }
    try session.writeText(readiness.map { ReadyText($0, session).text })
  }

  private func override(because reason: String, _ session: Session) throws {
    let rules = try self.rules()
    let decider = try despite.decider(session)
    try about.atConference(session) { desk in
      let readiness = Readiness(
        of: desk.conference, in: desk.file, desk.service, today: session.today)
      let meant = readiness.open.filter { rules.isEmpty || rules.contains($0.rule) }
      guard !meant.isEmpty else {
        throw Problem(
          "nothing-missing", .usage, "nothing of that is missing",
          cure: "carers conference ready \(desk.file.family) shows what is.")
      }
      for gap in meant { try desk.decide(.override, on: gap, by: decider, because: reason) }
      let left = readiness.open.count - meant.count
      session.status = left > 0 ? 1 : 0
      return meant.map { "Overridden by \(decider): \($0.rule.rawValue). \($0.words)" }
        + [left == 0 ? "Nothing else is missing." : "Still missing: \(left)."]
    }
  }

  private func rules() throws -> [ConferenceRule] {
    try rule.map { code in
      guard let rule = ConferenceRule(rawValue: code), rule.part != .onTheDay else {
        let known = ConferenceRule.allCases.filter { $0.part != .onTheDay }.map(\.rawValue)
        throw Problem(
          "rule-unknown", .usage, "no rule before the day is called \"\(named: code)\"",
          cure: Nearest.cure(code, among: known))
      }
      return rule
    }
  }
}
