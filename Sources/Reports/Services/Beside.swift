import YoungCarers

/// Several services beside one another: each one's own counts, and all of them, what several know
/// counted once. What is counted oftener than that is taken away in a line of its own.
struct Beside {
  struct Column {
    var heading: String
    /// Of all; that of a service is a part of it.
    var quantity: Quantity
    var all: Int
    /// In the order of the names.
    var own: [Int]

    /// How much more the services' own come to.
    var again: Int { own.reduce(-all, +) }
  }

  /// Numbers that add up by how often each came, and not by what lies in their middle.
  struct Middle {
    var heading: String
    var all: Figure
    var own: [Figure]
  }

  let names: [String]
  var columns: [Column]
  var middles: [Middle] = []

  func table(_ code: String, _ caption: String) -> Report.Table {
    let isShared = columns.contains { $0.again > 0 }
    func row(
      _ label: String, _ count: (Column) -> Count, _ middle: (Middle) -> Figure,
      isTotal: Bool = false
    ) -> Report.Row {
      Report.Row(
        [label], columns.map { .count(count($0)) } + middles.map(middle), isTotal: isTotal)
    }
    let own = names.enumerated().map { place, name in
      row(name, { Count($0.own[place], $0.quantity.of(service: name)) }, { $0.own[place] })
    }
    let less = row("Less: shared", { Count(max($0.again, 0), $0.quantity.again) }, { _ in .none })
    return Report.Table(
      code: code, caption: caption, labels: [Dimension.service.title.capitalised],
      columns: columns.map(\.heading) + middles.map(\.heading),
      rows: own + (isShared ? [less] : [])
        + [row("All", { Count($0.all, $0.quantity) }, \.all, isTotal: !isShared)],
      note: isShared ? "Shared is what several services know: it is counted once." : nil)
  }

  /// The services, less what several know, make all.
  var relations: [Relation] {
    columns.filter { $0.again >= 0 }.map { column in
      Relation(
        column.quantity, names.map { column.quantity.of(service: $0) },
        less: column.again > 0 ? [column.quantity.again] : [])
    }
  }
}

/// What a report says before its figures of whom they are about.
struct ServicesWords {
  /// Of several; empty where it is one.
  let names: [String]
  /// What they have settled.
  let settled: [Service]

  var title: String {
    names.isEmpty
      ? settled.first?.text(.nameService).capitalised ?? "" : "Several young carers services"
  }

  /// `once` says what of the figures is counted once.
  func preface(_ once: String) -> [String] {
    guard !names.isEmpty else { return [] }
    let differ = Self.bearing.filter { name in Set(settled.map { $0.text(name) }).count > 1 }
    return ["The services are \(names.joined(separator: "; ")). \(once)"]
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
}
