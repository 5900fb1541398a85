/// The views of what waits for an answer: referrers to be told, offers to be made again.
extension Views {
  static let safety = [
    View(
      name: "unacknowledged", about: "Referrals whose referrer has not been told that they came.",
      select: """
        SELECT referrals.* FROM referrals WHERE referrals.id NOT IN (
          SELECT about FROM contacts
          WHERE about IS NOT NULL AND purpose IN ('acknowledgement', 'outcome'))
        """),
    View(
      name: "openOffers",
      about: "Offers that nobody has accepted, the latest of each, and when to ask again.",
      select: """
        SELECT * FROM (
          SELECT *, row_number() OVER (
            PARTITION BY coalesce(today, familyToday), lower(what)
            ORDER BY day DESC, recorded DESC, id DESC) AS place
          FROM offers)
        WHERE place = 1 AND answer <> 'accepted' AND notMadeBecause IS NULL
        """),
  ]
}
