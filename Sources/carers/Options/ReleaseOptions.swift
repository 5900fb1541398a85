import ArgumentParser
import Reports
import Storage
import YoungCarers

/// Who is to read a report, and what was published before it.
struct ReleaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who is to read it: contract shows true counts to those named with --for.",
      valueName: Readers.allCases.map(\.rawValue).joined(separator: "|")))
  var audience: Readers?

  /// Whether nobody said for whom it is.
  var isUnasked: Bool { audience == nil && recipients.isEmpty && !publish }

  /// Everybody, unless somebody said otherwise.
  fileprivate var readers: Readers { audience ?? .everybody }

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Whom it is for; may be given again. Contract needs one.", valueName: "name"))
  var recipients: [String] = []

  @Option(
    help: ArgumentHelp(
      "An earlier report, as CSV or JSON, where no register has it; may be given again.",
      valueName: "file"), completion: .file())
  var previous: [String] = []

  @Flag(help: "Show anew what was published otherwise, marked [r].")
  var revise = false

  @Flag(help: "Write down in the store that it left, with each figure as it stands.")
  var publish = false
}

extension ReleaseOptions {
  /// `--audience`.
  enum Readers: String, Choice {
    case contract, board
    case everybody = "public"

    var audience: Audience {
      switch self {
      case .contract: .contract
      case .board: .board
      case .everybody: .everybody
      }
    }
  }
}

extension ReleaseOptions {
  /// Throws where true counts would go to nobody by name.
  func proveRecipients() throws {
    guard readers != .contract || !recipients.isEmpty else {
      throw Problem(
        "recipients", .usage, at: Place(file: "--audience"),
        "true counts go to named recipients only",
        cure: "Name them: --for \"Leeds City Council\"; or leave --audience away.")
    }
  }
}

extension Session {
  /// Gives `prepare` the report that its audience may read, and writes out what that makes. Where it is
  /// published the register has it before anybody else does, or nobody has it.
  func release(
    _ report: Disclosed<Report>, _ options: ReleaseOptions,
    _ prepare: (Report) throws -> AtomicFile
  ) throws {
    try options.proveRecipients()
    let previous = try options.previous.map { try previousFigures($0) }
    let name = storePath.flatMap { $0 == "-" ? nil : Self.names([$0]).first }
    for (path, figures) in zip(options.previous, previous) {
      try proveSame(figures, path, named: name)
    }
    func released(_ reader: Reader?, _ rules: DisclosureRules) throws -> Release {
      try released(Published(try reader.map(published) ?? []), rules)
    }
    func released(_ before: Published, _ rules: DisclosureRules) throws -> Release {
      var told = before
      for figures in previous { told.add(figures) }
      return Release(
        report.content.tied(to: told, named: name), for: options.readers.audience,
        to: options.recipients,
        told: told,
        revise: options.revise, rules)
    }
    guard several.isEmpty else { return try releaseSeveral(report, options, released, prepare) }
    guard options.publish else {
      let release = try opened.map { store in
        let rules = DisclosureRules(try service(store))
        return try store.read(as: actor, for: .report, at: world.clock()) {
          try released($0, rules)
        }.content
      }
      return try finish(release ?? released(nil, DisclosureRules()), prepare)
    }
    try publish(options, released, prepare)
  }

  /// What the register of a store has, as far as it counts.
  private func published(_ reader: Reader) throws -> [Publication] {
    try reader.publications().filter { publication in
      knownUntil.map { publication.header.recorded <= $0 } ?? true
    }
  }

  /// A report of several services: none of them keeps its register. What each published of itself is
  /// told of the service.
  private func releaseSeveral(
    _ report: Disclosed<Report>, _ options: ReleaseOptions,
    _ released: (Published, DisclosureRules) throws -> Release,
    _ prepare: (Report) throws -> AtomicFile
  ) throws {
    guard !options.publish else {
      throw Problem(
        "register-several", .usage, at: Place(file: "--publish"),
        "a report of several services stands in no one's register",
        cure: "Keep its CSV, and give it to the next as --previous.")
    }
    var told = Published()
    for one in several {
      let publications = try one.store.read(as: actor, for: .report, at: world.clock()) {
        try published($0)
      }.content
      told.add(Published(publications), of: Dimension.service.rawValue, one.name)
    }
    let rules = several.map { DisclosureRules($0.service) }
    let strictest = rules.dropFirst().reduce(rules[0]) { $0.stricter($1) }
    try finish(try released(told, strictest), prepare)
  }

  private func publish(
    _ options: ReleaseOptions, _ released: (Reader?, DisclosureRules) throws -> Release,
    _ prepare: (Report) throws -> AtomicFile
  ) throws {
    guard let store = opened, store.home != .pipe else {
      throw Problem(
        "register-none", .usage, at: Place(file: "--publish"),
        "there is no store to write it down in",
        cure: "Give the store with --store; without one, keep the CSV and give it as --previous.")
    }
    let rules = DisclosureRules(try service(store))
    let (release, file) = try store.write(act) { writer in
      let release = try released(writer.reader, rules)
      let file = try prepare(release.report)
      var entry = Publication(release, for: options.readers.audience, to: options.recipients)
      entry.header = writer.header(family: nil)
      try writer.append(.publication(entry))
      return (release, file)
    }.value
    try file.commit()
    remark(on: release)
  }

  private func finish(_ release: Release, _ prepare: (Report) throws -> AtomicFile) throws {
    try prepare(release.report).commit()
    remark(on: release)
  }

  /// What somebody should look at. What can be worked out whatever is held back makes the status 1.
  private func remark(on release: Release) {
    for remark in release.remarks {
      let what =
        remark.measure + (remark.period.isEmpty ? "" : " of \(remark.period)")
      switch remark.matter {
      case .exposed:
        status = 1
        presenter.remark(
          Remark(
            "\(named: what): a small number may be worked out, though all beside it is held back"
          ))
      case .stays:
        presenter.remark(
          Remark(
            "\(named: what) is otherwise now; what was published stays (--revise shows it anew)"))
      case .tooNear:
        presenter.remark(
          Remark(
            "\(named: what) is otherwise now by a small number, which nobody should read from it: what was published stays"
          ))
      }
    }
  }
}
