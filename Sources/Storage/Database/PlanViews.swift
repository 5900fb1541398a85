/// The plans that are in force, and what somebody still has to do.
extension Views {
  static let plans = [
    View(
      name: "livePlans",
      about: "Plans that have not ended, each with the entry that it began with.",
      select: """
        SELECT plans.*, coalesce(begun, id) AS began FROM plans WHERE ended IS NULL
        """),
    View(
      name: "openActions",
      about:
        "Actions of live plans that are neither done nor dropped, each with its state as it was last said.",
      select: """
        SELECT actions.*, last.state AS state, livePlans.id AS planEntry
        FROM actions JOIN livePlans ON livePlans.began = actions.plan
        LEFT JOIN (
          SELECT action, state, row_number() OVER (
            PARTITION BY action ORDER BY day DESC, recorded DESC, id DESC) AS place
          FROM actionProgress) AS last
          ON last.place = 1 AND last.action = coalesce(actions.begun, actions.id)
        WHERE actions.dropped IS NULL
          AND coalesce(last.state, '') NOT IN ('done', 'no longer needed')
        """),
  ]
}
