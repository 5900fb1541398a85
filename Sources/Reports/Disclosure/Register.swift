import YoungCarers

extension Publication {
  /// A released report, as the register keeps it. The header is the caller's.
  public init(_ release: Release, for audience: Audience, to recipients: [String]) {
    self.init()
    self.audience = audience.rawValue
    self.recipients = recipients
    report = release.report.code
    period = release.report.period.isEmpty ? nil : release.report.period
    title = release.report.title
    figures = release.figures.map(\.text)
    sums = release.sums.map(\.text)
  }
}

extension Published {
  /// What the register has told, in the order of its entries. True counts that named recipients hold
  /// in confidence are not told to anybody else.
  public init(_ register: [Publication]) {
    self.init()
    for entry in register where entry.audience != Audience.contract.rawValue { add(entry) }
  }

  private mutating func add(_ entry: Publication) {
    let figures = entry.figures.compactMap { PublishedFigure($0) }
    // A figure that cannot be read would move the places by which sums name the others.
    let isWhole = figures.count == entry.figures.count
    add(figures, isWhole ? entry.sums.compactMap { PublishedSum($0) } : [])
  }
}

extension DisclosureRules {
  /// As the service settled them.
  public init(_ service: Service) {
    self.init(
      threshold: service.number(.disclosureThreshold), base: service.number(.disclosureBase),
      rounding: service.number(.disclosureRounding))
  }
}
