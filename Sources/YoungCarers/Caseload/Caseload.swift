/// What one family adds to its lead workers' caseloads on a day.
public struct Caseload: Sendable, Equatable {
  /// A lead worker of this service, or of another agency.
  public struct Lead: Sendable, Hashable {
    public var name: String
    public var agency: String?

    public init(name: String, agency: String? = nil) {
      self.name = name
      self.agency = agency
    }
  }

  public var leads: [Lead] = []
  /// Whether this service works with the family.
  public var isInvolved = false
  /// Young carers, and of these who waits for an assessment.
  public var children = 0
  public var waiting = 0
  /// A conference is booked, or the family has said yes to one.
  public var isPreparing = false
  /// A review is due, or booked, from today until the day asked about; or was due before.
  public var hasReviewDue = false
  /// The agreed time of the involvement is over.
  public var isOverLimit = false
  /// Safeguarding alarms that nobody has answered.
  public var openFlags = 0

  public init() {}

  /// Nobody leads a family that is worked with (practice P24).
  public var isUnallocated: Bool { isInvolved && leads.isEmpty }
}

extension CaseFile {
  /// Nil where nobody leads the family and the service does not work with it, or the work has ended.
  public func caseload(on day: Day, reviewsUntil last: Day) -> Caseload? {
    if involvement.isClosed { return nil }
    let allocations = leads(on: day)
    guard involvement.isOpen || !allocations.isEmpty else { return nil }
    let waiting = Set(waits.compactMap(\.person))
    let review = reviewDue
    let reviewDay = review?.booked ?? review?.day
    var load = Caseload()
    load.leads = allocations.map { Caseload.Lead(name: $0.lead, agency: $0.agency) }
    load.isInvolved = involvement.isOpen
    load.children = children.count
    load.waiting = children.count { waiting.contains($0.id) }
    load.isPreparing = bookedConference != nil || !unbookedOffers.isEmpty
    load.hasReviewDue = reviewDay.map { $0 <= last } ?? false
    load.isOverLimit = allocations.contains { $0.agreedLimit.map { $0 < day } ?? false }
    load.openFlags = openFlags.count
    return load
  }

  /// Offers of a conference to which the family said yes, and for which none was booked since.
  var unbookedOffers: [Offer] {
    let accepted = all(Offer.self).filter { $0.answer == .accepted && $0.isOfConference }
    guard !accepted.isEmpty, !involvement.isClosed else { return [] }
    return sinceItBegan(accepted, on: \.header.day).filter { offer in
      !conferences.contains { $0.cancelled == nil && $0.header.recorded > offer.header.recorded }
    }
  }
}
