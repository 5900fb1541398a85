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

    public init() {}
  }

  /// A sheet, and what is said of it beforehand.
  public struct Delivery {
    public var sheet: Sheet
    public var options: Options

    public init(_ sheet: Sheet, _ options: Options) {
      self.sheet = sheet
      self.options = options
    }
  }

  /// What is said while rows are read: `index` is the delivery's.
  public struct Listener {
    public var rejected: (_ index: Int, Problem) throws -> Void
    public var setAside: (_ index: Int, Problem) throws -> Void
    public var remarked: (_ index: Int, [Remark]) throws -> Void

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
    let planner = try Planner(writer, settings, matching: matching)
    var receipts: [Receipt] = []
    for index in deliveries.indices { receipts.append(try plan(index, planner, listener)) }
    var plans = planner.plans[...]
    try writer.inBulk {
      for (index, delivery) in deliveries.enumerated() {
        let filing = Filing(writer, delivery, planner.keys)
        try delivery.sheet.forEachRow { line in
          guard case .row(let row) = line, let plan = plans.popFirst() else { return }
          try filing.file(row, plan, &receipts[index])
        }
      }
    }
    if matching { try keys.catchUp() }
    guard receipts.allSatisfy(\.balances) else {
      throw Problem(
        "receipt-unbalanced", .fault, "a fault in carers: the rows do not add up; nothing was kept")
    }
    return receipts
  }

  private func plan(_ index: Int, _ planner: Planner, _ listener: Listener) throws -> Receipt {
    let delivery = deliveries[index]
    let counted = try delivery.sheet.forEachRow { line in
      switch line {
      case .row(let row): try planner.plan(row, agency: row[.agency] ?? delivery.options.agency)
      case .rejected(let problem): try listener.rejected(index, problem)
      case .setAside(let problem): try listener.setAside(index, problem)
      }
    }
    try listener.remarked(index, counted.remarks)
    var receipt = Receipt()
    receipt.read = counted.read
    receipt.rejected = counted.rejected
    receipt.setAside = counted.setAside
    return receipt
  }
}
