extension Offer {
  /// Whether it is to be made again. An offer without a day is made again at once.
  public func isDue(on day: Day) -> Bool {
    answer != .accepted && askAgain.map { $0 <= day } ?? true
  }
}

extension CaseFile {
  /// Offers that nobody has accepted: of each thing, to each person or the family, the latest. One no
  /// never closes one, and unanswered is not declined (practice P16). One that was not made is none.
  public var openOffers: [Offer] {
    all(Offer.self).reduce(into: [Offer]()) { latest, offer in
      latest.removeAll {
        $0.person.map(today) == offer.person.map(today)
          && Text.folded($0.what) == Text.folded(offer.what)
      }
      latest.append(offer)
    }.filter { $0.answer != .accepted && $0.notMadeBecause == nil }
  }
}
