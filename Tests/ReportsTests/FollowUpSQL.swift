import Reports

/// How families are after the work ended, counted from the views.
extension MeasureSQL {
  static let after = [(6, Measure.sixAfter, Measure.sixKnown), (12, .twelveAfter, .twelveKnown)]
    .flatMap { months, ended, known in
      let all = """
        SELECT \(GroundSQL.day("closed", after: months)) AS mark, family, (
          SELECT min(opened) FROM stay AS next
          WHERE next.family = stay.family AND next.written > stay.written) AS next,
          \(GroundSQL.day("closed", after: months + 6)) AS until
        FROM stay WHERE closed IS NOT NULL AND because NOT LIKE 'passed to %'
        """
      return [
        MeasureSQL(ended, "day", "SELECT mark FROM (\(all))"),
        MeasureSQL(
          known, "day, kind",
          """
          SELECT mark, iif(next < until, 'worked with again', said) FROM (
            SELECT *, (
              SELECT iif(situation IN (
                'settled', 'helped by another service', 'needs help again', 'moved away'),
                situation, 'said otherwise')
              FROM followUps WHERE familyToday = ended.family AND situation <> 'not reached'
                AND day >= mark AND day < until ORDER BY day DESC, recorded DESC, id DESC LIMIT 1)
              AS said FROM (\(all)) AS ended)
          WHERE said IS NOT NULL OR next < until
          """),
      ]
    }
}
