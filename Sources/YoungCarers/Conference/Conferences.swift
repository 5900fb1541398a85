/// A family's conferences, and whom it wants there.
extension CaseFile {
  /// First to last; each as it stands today.
  public var conferences: [Conference] { all(Conference.self) }

  /// By the name that it has through all its entries.
  public func conference(_ key: ID) -> Conference? {
    conferences.last { $0.key == key || $0.header.id == key }
  }

  /// Those that are neither held nor cancelled.
  var bookedConferences: [Conference] {
    conferences.filter { $0.held == nil && $0.cancelled == nil }
  }

  /// The one that is booked.
  public var bookedConference: Conference? { bookedConferences.last }

  /// Those that were held since the work began, or began again.
  var heldConferences: [Conference] {
    sinceItBegan(conferences.filter { $0.held != nil }) { $0.held ?? $0.header.day }
  }

  /// The last that was held.
  public var heldConference: Conference? { heldConferences.last }

  /// In the order in which they were asked.
  public func invitees(of conference: Conference) -> [Invitee] {
    all(Invitee.self).filter { $0.conference == conference.key }.sorted { $0.key < $1.key }
  }

  public func questions(at conference: Conference) -> [Question] {
    all(Question.self).filter { $0.conference == conference.key }
  }
}

extension Invitee {
  public var isExcluded: Bool { excluded != nil }

  /// Those who declined, cannot come or are kept away need no preparation (practice P29).
  public var needsPreparation: Bool { !isExcluded && reply != .notComing }
}
