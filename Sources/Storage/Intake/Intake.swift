import Interchange
import YoungCarers

/// Takes referral sheets in: every row is planned, then every entry written, in one transaction with
/// a receipt that balances.
public final class Intake {
  public struct Options: Sendable {
    /// Whose sheet it is, where the rows do not say.
    public var agency: String?
    public var agencyKind: String?
    /// Whether children known already are looked for.
    public var matching = true
    /// Whether a row is set aside that says the very same as one that was forgotten on request. What
    /// somebody types, or sends with something new, never is.
    public var setsAside = true

    public init() {}
  }

  /// A sheet, and what is said of it beforehand.
  public struct Delivery {
    public var sheet: Sheet
    public var options: Options
    /// The lines whose rows are taken, where not all are.
    public var only: Set<Int>?

    public init(_ sheet: Sheet, _ options: Options) {
      self.sheet = sheet
      self.options = options
    }

    func takes(_ row: SheetRow) -> Bool { only?.contains(row.line) ?? true }
  }

  /// What is said while rows are read: `index` is the delivery's.
  public struct Listener {
    public var rejected: (_ index: Int, Problem) throws -> Void
    public var setAside: (_ index: Int, Problem) throws -> Void
    public var remarked: (_ index: Int, [Remark]) throws -> Void
    /// Where each row was filed: its line, and the child as it describes them.
    public var filed: (_ index: Int, _ line: Int, _ person: ID) -> Void = { _, _, _ in }

    public init(
      rejected: @escaping (Int, Problem) throws -> Void,
      setAside: @escaping (Int, Problem) throws -> Void,
      remarked: @escaping (Int, [Remark]) throws -> Void
    ) {
      self.rejected = rejected
      self.setAside = setAside
      self.remarked = remarked
    }
  }

  private let writer: Writer
  private let settings: Settings
  private let deliveries: [Delivery]

  public init(_ writer: Writer, _ settings: Settings, _ deliveries: [Delivery]) {
    self.writer = writer
    self.settings = settings
    self.deliveries = deliveries
  }

  /// One receipt a sheet.
  public func run(_ listener: Listener) throws -> [Receipt] {
    let matching = deliveries.contains { $0.options.matching }
    let keys = MatchKeys(db: writer.db)
    if matching { try keys.catchUp() }
    let planner = try Planner(
      writer, settings, matching: matching,
      setsAside: deliveries.allSatisfy(\.options.setsAside))
    planner.reserve(deliveries.reduce(0) { $0 + $1.sheet.rowCountHint })
    let receipts =
      try matching || !writer.isEmpty.get()
      ? settled(planner, listener) : straight(planner, listener)
    if matching { try keys.catchUp() }
    guard receipts.allSatisfy(\.balances) else {
      throw Problem(
        "receipt-unbalanced", .fault, "a fault in carers: the rows do not add up; nothing was kept")
    }
    return receipts
  }

  /// Every row is settled before the first is filed: a later row may put an earlier one in doubt.
  private func settled(_ planner: Planner, _ listener: Listener) throws -> [Receipt] {
    var receipts = try deliveries.indices.map { index in
      try read(index, listener) { row in
        try planner.plans.append(planner.plan(row, agency: agency(of: row, index)))
      }
    }
    var plans = planner.plans[...]
    try writer.inBulk {
      for (index, delivery) in deliveries.enumerated() {
        let filing = Filing(writer, delivery)
        try delivery.sheet.forEachRow { line in
          guard case .row(let row) = line, delivery.takes(row), let plan = plans.popFirst() else {
            return
          }
          try filing.file(row, plan, &receipts[index])
          listener.filed(index, row.line, plan.person)
        }
      }
    }
    return receipts
  }

  /// Where nobody is known and nobody is looked for, each row is filed as it is read.
  private func straight(_ planner: Planner, _ listener: Listener) throws -> [Receipt] {
    var receipts: [Receipt] = []
    try writer.inBulk {
      for (index, delivery) in deliveries.enumerated() {
        let filing = Filing(writer, delivery)
        var filed = Receipt()
        let read = try read(index, listener) { row in
          let plan = try planner.plan(row, agency: agency(of: row, index))
          try filing.file(row, plan, &filed)
          listener.filed(index, row.line, plan.person)
        }
        receipts.append(read + filed)
      }
    }
    return receipts
  }

  private func agency(of row: SheetRow, _ index: Int) -> String? {
    row[.agency] ?? deliveries[index].options.agency
  }

  /// The rows that are children, and a receipt of those that are not.
  private func read(_ index: Int, _ listener: Listener, _ row: (SheetRow) throws -> Void) throws
    -> Receipt
  {
    let delivery = deliveries[index]
    var taken = Receipt()
    let counted = try delivery.sheet.forEachRow { line in
      if delivery.only != nil {
        guard case .row(let read) = line, delivery.takes(read) else { return }
        taken.read += 1
        return try row(read)
      }
      switch line {
      case .row(let read): try row(read)
      case .rejected(let problem): try listener.rejected(index, problem)
      case .setAside(let problem): try listener.setAside(index, problem)
      }
    }
    if delivery.only != nil { return taken }
    try listener.remarked(index, counted.remarks)
    var receipt = Receipt()
    receipt.read = counted.read
    receipt.rejected = counted.rejected
    receipt.setAside = counted.setAside
    return receipt
  }
}
