import YoungCarers

/// Both waiting lists as tables: who waits, for how long, and whether the list is open (practice P25
/// to P27).
public struct WaitingReport {
  private let figures: OfServices<WaitingLists>
  private let words: ServicesWords

  private var lists: [WaitingFigures] { figures.all.all }
  private var day: Day { figures.all.day }

  /// `settled` are the settings of each service.
  public init(_ figures: OfServices<WaitingLists>, _ settled: [Service]) {
    self.figures = figures
    words = ServicesWords(names: figures.names, settled: settled)
  }

  public var report: Report {
    Report(
      code: "waiting", title: "Who waits for an assessment",
      preface: [
        "\(words.title). As it stands on \(day.spoken).",
        "A wait is counted from the first referral or request, whatever came between; delays of a family's own are not taken off. Nobody is dropped: not by a closed list, and not by turning 18.",
        "A closed list stops routine intake, and not the duty: whoever has a right to be assessed is received, dated and passed to the council, and is counted here.",
      ]
        + words.preface(
          "A child and a family that several know by one id stand once in what is said of all. A child who waits with two services under two ids waits with each."
        ),
      sections: [Report.Section("Both lists", [both])]
        + lists.map { list in
          Report.Section(
            "\(list.title) assessment",
            [heads(list), state(list)] + (figures.each.isEmpty ? [] : [beside(list).table])
              + [levels(list), weeks(list)])
        },
      relations: lists.flatMap {
        relations($0) + (figures.each.isEmpty ? [] : beside($0).relations)
      }
    ).of(
      figures.each.map { ($0.name, WaitingReport(OfServices($0.figures), words.settled).report) })
  }

  /// Each service's own list.
  private func beside(_ list: WaitingFigures) -> (table: Report.Table, relations: [Relation]) {
    let form = list.form.rawValue
    let own = figures.each.map { list.form == .needs ? $0.figures.needs : $0.figures.transition }
    let over = quantity("children", ["list=\(form)", "which=over"])
    func column(
      _ heading: String, _ quantity: Quantity, _ ids: (WaitingFigures) -> Set<ID>
    ) -> Beside.Column {
      Beside.Column(
        heading: heading, quantity: quantity, all: ids(list).count, own: own.map { ids($0).count })
    }
    let children = quantity("children", ["list=\(form)"])
    let beside = Beside(
      names: figures.names,
      columns: [
        column("Children", children) { $0.waiting.children },
        column("Families", quantity("families", ["list=\(form)"])) { $0.waiting.families },
        column("Over target", over) { $0.over.children },
      ],
      middles: [
        .init(heading: "Days waited", all: .middle(list.days), own: own.map { .middle($0.days) }),
        .init(
          heading: "Longest, in days", all: .longest(list.days),
          own: own.map { .longest($0.days) }),
      ])
    return (
      beside.table("\(form)-services", "The services, beside one another"),
      beside.relations
        + figures.names.map {
          Relation(children.of(service: $0), [over.of(service: $0)], hasRest: true)
        }
    )
  }

  /// Who waits for one assessment waits for it alone or for both; and whom each line tells of is among
  /// those who wait.
  private func relations(_ list: WaitingFigures) -> [Relation] {
    let form = list.form.rawValue
    func parts(_ which: String) -> [String] { ["list=\(form)", "which=\(which)"] }
    return ["children", "families"].flatMap { whom in
      let all = quantity(whom, ["list=\(form)"])
      return [Relation(all, [quantity(whom, ["only=\(form)"]), quantity(whom, ["only=both"])])]
        + ["over", "begun", "while-closed", "contact-late", "unscreened", "adult"].map {
          Relation(all, [quantity(whom, parts($0))], hasRest: true)
        } + [
          Relation(
            quantity(whom, parts("while-closed")), [quantity(whom, parts("to-pass"))],
            hasRest: true)
        ]
    }
      + (Self.levels.map { "levels=\($0.1)" } + Self.bands.map { "weeks=\($0)" }).map { group in
        let of = ["list=\(form)", group]
        return Relation(
          quantity("children", of), [quantity("children", of + ["which=over"])], hasRest: true)
      }
  }

  /// What each band of weeks is called.
  private static let bands = WaitingFigures.bands.map { band in
    band.upperBound == .max
      ? "over \(band.lowerBound - 1) weeks" : "\(band.lowerBound) to \(band.upperBound) weeks"
  }

  private func quantity(_ whom: String, _ parts: [String]) -> Quantity {
    Quantity("waiting-\(whom)", day.description, parts)
  }

  private func count(_ ids: Set<ID>, _ whom: String, _ parts: [String]) -> Figure {
    .count(Count(ids.count, quantity(whom, parts)))
  }

  /// Who waits on one list, on the other, and on both: each once.
  private var both: Report.Table {
    func ids(_ path: KeyPath<WaitingFigures.Heads, Set<ID>>) -> [Set<ID>] {
      lists.map { $0.waiting[keyPath: path] }
    }
    func row(
      _ label: String, _ part: [String], isTotal: Bool = false, _ chosen: ([Set<ID>]) -> Set<ID>
    ) -> Report.Row {
      Report.Row(
        [label],
        [
          count(chosen(ids(\.children)), "children", part),
          count(chosen(ids(\.families)), "families", part),
        ], isTotal: isTotal)
    }
    func all(_ sets: [Set<ID>]) -> Set<ID> { sets.reduce([]) { $0.union($1) } }
    func shared(_ sets: [Set<ID>]) -> Set<ID> {
      sets.dropFirst().reduce(sets.first ?? []) { $0.intersection($1) }
    }
    return Report.Table(
      code: "both", caption: "Who waits, each once", columns: ["Children", "Families"],
      rows: lists.enumerated().map { place, list in
        row("Only for a \(list.form.rawValue) assessment", ["only=\(list.form.rawValue)"]) {
          $0[place].subtracting(shared($0))
        }
      } + [
        row("For both", ["only=both"], shared), row("All who wait", [], isTotal: true, all),
      ])
  }

  private func heads(_ list: WaitingFigures) -> Report.Table {
    let rows: [(String, String, WaitingFigures.Heads)] = [
      ("Waiting", "", list.waiting), ("Joined in the last 4 weeks", "joined", list.joined),
      ("Left, assessed, in the last 4 weeks", "left", list.left),
      ("Over target", "over", list.over), ("Assessment under way", "begun", list.underWay),
      ("Came while the list was closed", "while-closed", list.whileClosed),
      ("Of these, still to be passed to the council", "to-pass", list.toPass),
      ("Contact is late", "contact-late", list.contactLate),
      ("Not screened yet", "unscreened", list.unscreened),
      ("18 or older by now", "adult", list.adults),
    ]
    return Report.Table(
      code: "\(list.form.rawValue)-list", caption: "Who waits, and who came and left",
      columns: ["Children", "Families"],
      rows: rows.map { label, code, heads in
        let parts =
          ["list=\(list.form.rawValue)"] + (code.isEmpty ? [] : ["which=\(code)"])
        return Report.Row(
          [label],
          [
            count(heads.children, "children", parts), count(heads.families, "families", parts),
          ])
      },
      note:
        "A child left when the assessment was finished. The last 4 weeks are the 28 days up to the day of this report."
    )
  }

  private func state(_ list: WaitingFigures) -> Report.Table {
    func row(_ label: String, _ state: ListState) -> Report.Row {
      Report.Row(
        [label],
        [
          .text(state.isClosed ? "closed" : "open"),
          state.since.map { .text($0.written) } ?? .none, .text(state.target),
          .number(state.daysShut),
        ])
    }
    let one = figures.all.states[list.form].map { [row("Today", $0)] }
    let several = figures.each.compactMap { name, own in
      own.states[list.form].map { row(name, $0) }
    }
    return Report.Table(
      code: "\(list.form.rawValue)-state",
      caption: several.isEmpty ? "The list itself" : "The lists themselves",
      labels: [several.isEmpty ? "" : Dimension.service.title.capitalised],
      columns: ["List", "Since", "Target", "Days shut in the last 12 months"],
      rows: one ?? several)
  }

  private static let levels: [(WaitingList.Level, String)] = [
    (.danger, "A concern is open"), (.excessive, "Too much, or not right for the age"),
    (.heavy, "Weighs heavily"), (.lighter, "Lighter"),
    (.unknown, "Not known: no brief assessment"),
  ]

  private func levels(_ list: WaitingFigures) -> Report.Table {
    table(
      list, "levels", "By level of need", "Need",
      Self.levels.map { ($1, list.levels[$0] ?? .init()) })
  }

  private func weeks(_ list: WaitingFigures) -> Report.Table {
    let rows = Self.bands.enumerated().map { place, words in
      (words, list.weeks[place] ?? .init())
    }
    var table = table(list, "weeks", "By how long they have waited, in whole weeks", "Waited", rows)
    table.chart = .bars(columns: [0])
    return table
  }

  private func table(
    _ list: WaitingFigures, _ code: String, _ caption: String, _ label: String,
    _ rows: [(String, WaitingFigures.Group)]
  ) -> Report.Table {
    func row(_ words: String, _ group: WaitingFigures.Group, isTotal: Bool) -> Report.Row {
      let of = ["list=\(list.form.rawValue)"] + (isTotal ? [] : ["\(code)=\(words)"])
      return Report.Row(
        [words],
        [
          .count(Count(group.days.count, quantity("children", of))),
          .count(Count(group.over, quantity("children", of + ["which=over"]))),
          .middle(group.days), .longest(group.days),
        ], isTotal: isTotal)
    }
    let all = rows.reduce(into: WaitingFigures.Group()) { all, row in
      all.days.add(row.1.days)
      all.over += row.1.over
    }
    return Report.Table(
      code: "\(list.form.rawValue)-\(code)", caption: caption, labels: [label],
      columns: ["Children", "Over target", "Days waited", "Longest, in days"],
      rows: rows.map { row($0.0, $0.1, isTotal: false) } + [row("All", all, isTotal: true)],
      note:
        "Days waited: the wait in the middle, and in brackets between which waits the middle half lies."
    )
  }
}

extension WaitingFigures {
  fileprivate var title: String { form == .transition ? "Transition" : "Needs" }

  /// The waits of all who wait.
  fileprivate var days: Spread { levels.values.reduce(into: Spread()) { $0.add($1.days) } }
}
