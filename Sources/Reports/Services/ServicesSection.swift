import YoungCarers

/// Of a report of several services: each one beside the others, and what must be said of them.
struct ServicesSection {
  let figures: PeriodFigures
  let settled: [Service]
  /// What is told of each.
  var measures = Self.usual

  private var names: [String] { figures.services.keys.sorted() }
  private var spans: Spans { figures.spans }
  private var isOne: Bool { figures.services.isEmpty }

  static let usual: [Measure] = [
    .referrals, .newChildren, .involvedFamilies, .involvedChildren, .needsWaiting, .conferences,
    .closures,
  ]

  private var words: ServicesWords {
    ServicesWords(names: isOne ? [] : names, settled: settled)
  }

  var title: String { words.title }

  var preface: [String] {
    words.preface(
      "What is said of all is counted once, also where several know it: an entry, a case and a child by its id. A child whom a UPN or an NHS number tells is one of the new children and of those worked with; whatever was done for the child is counted where it was done. A family that goes from one to another is worked with throughout."
    )
  }

  var section: Report.Section? {
    isOne ? nil : Report.Section("Each service", [beside, balance, shut])
  }

  /// Only what is told of each.
  var short: Report.Section? { isOne ? nil : Report.Section("Each service", [beside]) }

  private var counts: Beside {
    Beside(
      names: names,
      columns: measures.map { measure in
        Beside.Column(
          heading: measure.servicesTitle, quantity: spans.quantity(measure, Spans.this),
          all: figures.tally.count(measure, Spans.this),
          own: names.map { figures.tally.count(measure, Spans.this, .service, $0) })
      })
  }

  private var beside: Report.Table {
    counts.table(Dimension.service.rawValue, "The services, beside one another")
  }

  private var balance: Report.Table {
    Report.Table(
      code: "servicesBalance", caption: "Whether each service's figures add up",
      labels: [Dimension.service.title.capitalised], columns: ["Adds up"],
      rows: names.map { name in
        Report.Row([name], [.text(figures.services[name]?.wrong.isEmpty == true ? "yes" : "NO")])
      })
  }

  private var shut: Report.Table {
    Report.Table(
      code: "servicesShut", caption: "Days on which each list was shut",
      labels: [Dimension.service.title.capitalised],
      columns: ["Needs assessments", "Transition assessments"],
      rows: names.map { name in
        Report.Row(
          [name],
          [Assessment.Form.needs, .transition].map { form in
            .number(figures.services[name]?.shut[form]?[Spans.this] ?? 0)
          })
      })
  }

  /// The services and what several know make all; a new child's first referral is one of the referrals.
  var relations: [Relation] {
    guard !isOne else { return [] }
    return counts.relations
      + names.map { name in
        func quantity(_ measure: Measure) -> Quantity {
          spans.quantity(measure, Spans.this).of(service: name)
        }
        return Relation(quantity(.referrals), [quantity(.newChildren)], hasRest: true)
      }
  }
}

extension Measure {
  /// Above a narrow column.
  fileprivate var servicesTitle: String {
    switch self {
    case .newChildren: "New children"
    case .involvedFamilies: "Families at the end"
    case .involvedChildren: "Children at the end"
    case .needsWaiting: "Waiting at the end"
    case .conferences: "Conferences"
    case .closures: "Closures"
    default: title
    }
  }
}
