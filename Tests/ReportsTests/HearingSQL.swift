import Reports

/// What children and families say, counted from the views.
extension MeasureSQL {
  private static let answered = "answered IS NOT NULL AND outcome IS NOT NULL"

  private static func word(_ column: String, _ known: String) -> String {
    "iif(\(column) IN (\(known)), \(column), 'said otherwise')"
  }
  private static let voice = word(
    "saidBy", "'child', 'parent', 'family and friends', 'somebody else'")

  static let hearing =
    [
      MeasureSQL(.viewsAsked, "day, kind", "SELECT day, \(voice) FROM feedbacks"),
      MeasureSQL(
        .viewsGiven, "day, kind",
        "SELECT day, \(voice) FROM feedbacks WHERE coalesce(toldOnce, heard, words) IS NOT NULL"),
      MeasureSQL(
        .complaints, "day, kind", "SELECT coalesce(received, day), \(voice) FROM complaints"),
      MeasureSQL(
        .complaintsEnded, "day, kind",
        """
        SELECT answered,
          \(word("outcome", "'upheld', 'partly upheld', 'not upheld', 'withdrawn'"))
        FROM complaints WHERE \(answered)
        """
      ),
      MeasureSQL(
        .complaintsInTime, "day",
        "SELECT answered FROM complaints WHERE \(answered) AND answered <= due"
      ),
      MeasureSQL(
        .complaintsUpheld, "day",
        "SELECT answered FROM complaints WHERE \(answered) AND outcome LIKE '%upheld' "
          + "AND outcome <> 'not upheld'"),
    ]
    + [
      (Measure.childToldOnce, "toldOnce", "child"), (.childHeard, "heard", "child"),
      (.parentToldOnce, "toldOnce", "parent"), (.parentHeard, "heard", "parent"),
    ].map { measure, question, voice in
      MeasureSQL(
        measure, "day, kind",
        """
        SELECT day, \(word(question, "'yes', 'partly', 'no'")) FROM feedbacks
        WHERE \(question) IS NOT NULL AND saidBy = '\(voice)'
        """
      )
    }
}
