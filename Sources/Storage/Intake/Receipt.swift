/// What became of every row of a sheet. Nothing is dropped in silence: read = new + known + already
/// here + to decide + rejected + set aside, always.
public struct Receipt: Sendable, Equatable {
  public var read = 0
  /// Children nobody like whom was known.
  public var new = 0
  /// Surely children known already: the referral is kept beside the others.
  public var known = 0
  /// Rows that were taken in before.
  public var alreadyHere = 0
  /// Rows kept apart until a person says who the child is.
  public var toDecide = 0
  public var rejected = 0
  /// Not children: footers and repeated headings; or forgotten on request, and not brought back.
  public var setAside = 0
  /// How many of `setAside` were forgotten on request.
  public var forgotten = 0
  /// Parents and other contacts written down beside the children.
  public var contacts = 0

  public init() {}

  public var balances: Bool {
    read == new + known + alreadyHere + toDecide + rejected + setAside
  }

  /// What stands in the journal: counts alone.
  public var json: String {
    """
    {"alreadyHere":\(alreadyHere),"contacts":\(contacts),"known":\(known),"new":\(new),\
    "read":\(read),"rejected":\(rejected),"setAside":\(setAside),"toDecide":\(toDecide)}
    """
  }

  public static func + (a: Receipt, b: Receipt) -> Receipt {
    var sum = a
    sum.read += b.read
    sum.new += b.new
    sum.known += b.known
    sum.alreadyHere += b.alreadyHere
    sum.toDecide += b.toDecide
    sum.rejected += b.rejected
    sum.setAside += b.setAside
    sum.forgotten += b.forgotten
    sum.contacts += b.contacts
    return sum
  }
}
