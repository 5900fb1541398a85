import YoungCarers

/// What children and families say of the service, and their complaints (practice P40).
struct HearingTables {
  let tables: MeasureTables

  var section: Report.Section {
    let voices = Voice.known.map(\.rawValue)
    let given = self.given
    let replies = zip(Measure.replies, ["children", "parents"]).filter {
      given.contains($0.0.voice.rawValue)
    }.flatMap { measures, who in
      [
        reply(measures.toldOnce, "Did I tell it once? What \(who) say"),
        reply(measures.heard, "Was I heard? What \(who) say"),
      ]
    }
    return Report.Section(
      "What children and families say",
      preface: ["Their answers are counted. Their words stay in their files."],
      [
        tables.kinds(
          .viewsAsked, "viewsAsked", "Asked for their views", order: voices,
          all: "All who were asked", chart: false),
        tables.kinds(
          .viewsGiven, "viewsGiven", "Gave their views", order: voices,
          all: "All who gave their views", chart: false),
      ] + replies + [
        tables.kinds(
          .complaints, "complaints", "Complaints that came, by who complained", order: voices,
          all: "All complaints", chart: false),
        tables.kinds(
          .complaintsEnded, "complaintsEnded", "Complaints that ended, by what came of them",
          order: Complaint.Outcome.known.map(\.rawValue), all: "All that ended", chart: false),
        tables.table(
          "complaining", "How complaints went",
          [.share(.complaintsInTime, of: .complaintsEnded), .count(.complaintsUpheld)]),
      ])
  }

  /// Whose views there are in any span.
  private var given: Set<String> { tables.tally.values(.kind, of: [.viewsGiven]) }

  private func reply(_ measure: Measure, _ caption: String) -> Report.Table {
    tables.kinds(
      measure, measure.rawValue, caption, order: Feedback.Reply.known.map(\.rawValue),
      all: "All who answered")
  }

  /// In one span: who answers a question gave their views, and what is upheld is upheld or partly so.
  func relations(_ slot: Int) -> [Relation] {
    let (spans, tally) = (tables.spans, tables.tally)
    func quantity(_ measure: Measure, _ kind: String) -> Quantity {
      spans.quantity(measure, slot).of(Dimension.kind.rawValue, kind)
    }
    let given = self.given
    let replies = Measure.replies.filter { given.contains($0.voice.rawValue) }.flatMap { one in
      [one.toldOnce, one.heard].map {
        Relation(
          quantity(.viewsGiven, one.voice.rawValue), [spans.quantity($0, slot)], hasRest: true)
      }
    }
    let upheld = tally.values(.kind, of: [.complaintsEnded]).sorted().filter {
      Complaint.Outcome(rawValue: $0).isUpheld
    }
    return replies + [
      Relation(
        spans.quantity(.complaintsUpheld, slot), upheld.map { quantity(.complaintsEnded, $0) })
    ]
  }
}
