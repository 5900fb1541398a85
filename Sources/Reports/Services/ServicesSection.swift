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

  var title: String {
    isOne ? settled.first?.text(.nameService).capitalised ?? "" : "Several young carers services"
  }

  var preface: [String] {
    guard !isOne else { return [] }
    let differ = Self.bearing.filter { name in Set(settled.map { $0.text(name) }).count > 1 }
    return [
      "The services are \(names.joined(separator: "; ")). What is said of all is counted once, also where several know it: an entry, a case and a child by its id. A child whom a UPN or an NHS number tells is one of the new children and of those worked with; whatever was done for the child is counted where it was done. A family that goes from one to another is worked with throughout."
    ]
      + (differ.isEmpty
        ? []
        : [
          "They have settled differently, and each is measured by its own: \(differ.map(\.rawValue).joined(separator: ", ")). A target stands where all have the same."
        ])
  }

  /// The settings that figures are measured by.
  private static let bearing = Service.Name.allCases.filter { name in
    [
      "targets.", "ages.", "bands.", "thresholds.", "scales.", "holidays.", "reports.",
      "disclosure.",
    ]
    .contains { name.rawValue.hasPrefix($0) }
  }

  var section: Report.Section? {
    isOne ? nil : Report.Section("Each service", [beside, balance, shut])
  }

  /// Only what is told of each.
  var short: Report.Section? { isOne ? nil : Report.Section("Each service", [beside]) }

  private var beside: Report.Table {
    func count(_ measure: Measure, _ of: String?) -> Figure {
      let all = spans.quantity(measure, Spans.this)
      guard let of else { return .count(Count(figures.tally.count(measure, Spans.this), all)) }
      return .count(
        Count(
          figures.tally.count(measure, Spans.this, .service, of),
          all.of(Dimension.service.rawValue, of)))
    }
    let again = measures.contains { overlap($0) > 0 }
    let less = Report.Row(
      ["Less: shared"],
      measures.map { .count(Count(max(overlap($0), 0), self.again($0))) })
    return Report.Table(
      code: Dimension.service.rawValue, caption: "The services, beside one another",
      labels: [Dimension.service.title.capitalised], columns: measures.map(\.servicesTitle),
      rows: names.map { name in Report.Row([name], measures.map { count($0, name) }) }
        + (again ? [less] : [])
        + [Report.Row(["All"], measures.map { count($0, nil) }, isTotal: !again)],
      note: again ? "Shared is what several services know: it is counted once." : nil)
  }

  private func overlap(_ measure: Measure) -> Int { figures.overlap(measure, Spans.this) }

  private func again(_ measure: Measure) -> Quantity {
    Quantity("\(measure) again", spans.quantity(measure, Spans.this).period)
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
    measures.filter { !isOne && overlap($0) >= 0 }.map { measure in
      let all = spans.quantity(measure, Spans.this)
      return Relation(
        all, names.map { all.of(Dimension.service.rawValue, $0) },
        less: overlap(measure) > 0 ? [again(measure)] : [])
    }
      + names.map { name in
        func quantity(_ measure: Measure) -> Quantity {
          spans.quantity(measure, Spans.this).of(Dimension.service.rawValue, name)
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
