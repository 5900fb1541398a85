/// A report as it may be shown.
public struct Release: Sendable, Equatable {
  public var report: Report
  /// What it tells, for the register.
  public var figures: [PublishedFigure]
  /// What it does not tell, in sums of which the rest is told.
  public var sums: [PublishedSum] = []
  public var remarks: [Remark]

  /// What somebody should look at before it leaves. No figure stands in it.
  public struct Remark: Sendable, Hashable {
    public enum Matter: Sendable {
      /// Something too small may be worked out, whatever is held back now: from what was told before, or
      /// because all about it is as small.
      case exposed
      /// What was told before stays, though it is otherwise now.
      case stays
      /// It was to be revised and cannot be: the difference would be too small a number.
      case tooNear
    }

    public var matter: Matter
    /// The measure's code; of what has none, the table's.
    public var measure: String
    public var period: String
  }

  /// `recipients` are those for whom true counts are meant. `told` is what earlier reports told; with
  /// `revise` what is otherwise now is told anew.
  public init(
    _ report: Report, for audience: Audience, to recipients: [String] = [],
    told: Published = Published(), revise: Bool = false,
    _ rules: DisclosureRules = DisclosureRules()
  ) {
    self.report = report
    guard audience != .contract else {
      figures = Self.trueFigures(report)
      remarks = []
      preface("Not for publication. For \(recipients.joined(separator: ", ")).", first: true)
      return
    }
    let protection = Protection(
      UnknownsOfReport(report, told: told, revise: revise, rules).made, rules)
    let shown = ShownFigures(protection.unknowns, audience, rules)
    figures = shown.figures(report)
    sums = protection.unknowns.sums(of: figures)
    remarks = Self.remarks(protection, revise)
    self.report = shown.shown(report)
    if self.report.marks.contains(.confidential) {
      preface(
        "\(Mark.confidential.text) stands for a number below \(rules.threshold) that is not zero, or for one from which such a number could be worked out: no child is to be recognised."
      )
    }
  }

  /// Adds a paragraph that a report has once.
  private mutating func preface(_ paragraph: String, first: Bool = false) {
    guard !report.preface.contains(paragraph) else { return }
    report.preface.insert(paragraph, at: first ? 0 : report.preface.endIndex)
  }

  private static func remarks(_ protection: Protection, _ revise: Bool) -> [Remark] {
    var remarks: Set<Remark> = []
    for (place, unknown) in protection.unknowns.all.enumerated() {
      let quantity = protection.unknowns.quantities(near: place).first
      func remark(_ matter: Remark.Matter) {
        remarks.insert(
          Remark(matter: matter, measure: quantity?.measure ?? "", period: quantity?.period ?? ""))
      }
      if protection.exposed.contains(place) { remark(.exposed) }
      if unknown.stays != nil { remark(revise ? .tooNear : .stays) }
    }
    return remarks.sorted { ($0.measure, $0.period) < ($1.measure, $1.period) }
  }
}

extension Unknowns {
  /// A sum counts where all in it that is not told has a name.
  fileprivate func sums(of figures: [PublishedFigure]) -> [PublishedSum] {
    let places = Dictionary(uniqueKeysWithValues: figures.enumerated().map { ($1.quantity, $0) })
    return equations.compactMap { equation in
      var terms: [PublishedSum.Term] = []
      for term in equation.terms where !(self[term.unknown].isTold) {
        guard let place = names[term.unknown].quantity.flatMap({ places[$0] }) else { return nil }
        terms.append(.init(figure: place, factor: term.factor))
      }
      let total = equation.terms.reduce(0) { sum, term in
        self[term.unknown].isTold ? sum : sum + term.factor * (self[term.unknown].value ?? 0)
      }
      return terms.isEmpty ? nil : PublishedSum(terms, total: total)
    }
  }

  /// Its own, then those of the sums in which it stands.
  fileprivate func quantities(near place: Int) -> [Quantity] {
    ([place] + uses[place].flatMap { equations[$0.equation].terms }.map(\.unknown))
      .compactMap { names[$0].quantity }
  }
}

extension Release {
  /// Every count that has a name, as it is.
  private static func trueFigures(_ report: Report) -> [PublishedFigure] {
    report.counts.sorted { $0.key < $1.key }.map { PublishedFigure($0.key, $0.value) }
  }
}
