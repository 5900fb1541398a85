/// Collects the counts of a report and the sums that it declares: totals of rows, sums of columns,
/// relations, and of each share the rest. Tables that share no quantity are linked by nothing else.
struct UnknownsOfReport {
  private var unknowns: [Unknown] = []
  private var names: [Unknown.Name] = []
  private var places: [String: Int] = [:]
  private var equations: [Equation] = []
  private let rules: DisclosureRules

  init(_ report: Report, told: Published, revise: Bool, _ rules: DisclosureRules) {
    self.rules = rules
    report.forEachTable { table, name in
      let keys = table.rowKeys(name)
      for (row, key) in zip(table.rows, keys) { addCells(row, key) }
      addTotals(table, keys)
      addSums(table, keys)
    }
    for relation in report.relations { add(relation) }
    let before = told.sums.map { sum in
      (sum.terms.map { Equation.Term(unknown: unknown($0.key), factor: $0.value) }, sum.total)
    }
    for (quantity, count) in report.unseen {
      guard let place = places[Self.key(quantity, at: "")], unknowns[place].value == nil else {
        continue
      }
      unknowns[place].value = count
    }
    for place in unknowns.indices where unknowns[place].value == nil {
      unknowns[place].value = names[place].quantity.flatMap { told.last($0) } ?? nil
    }
    solve(before)
    // What is open still is in no cell, and told by nothing: a sum with it in it tells nothing.
    equations = equations.filter { sum($0.terms) != nil }
    let moved = before.compactMap { recall($0, $1, revise) }
    for place in unknowns.indices { settle(place, told, revise) }
    for place in moved { unknowns[place].isSecret = true }
  }

  var made: Unknowns { Unknowns(unknowns, names, equations) }

  /// The key of a count: its quantity, or the one place where it stands.
  static func key(_ quantity: Quantity?, at place: @autoclosure () -> String) -> String {
    quantity.map { "=" + $0.text } ?? place()
  }

  private mutating func unknown(_ key: String, _ quantity: Quantity?) -> Int {
    if let place = places[key] { return place }
    places[key] = unknowns.count
    unknowns.append(Unknown())
    names.append(Unknown.Name(key: key, quantity: quantity))
    return unknowns.count - 1
  }

  private mutating func unknown(_ quantity: Quantity) -> Int {
    unknown(Self.key(quantity, at: ""), quantity)
  }

  private mutating func unknown(_ count: Count, at place: String, isShown: Bool) -> Int {
    let found = unknown(Self.key(count.quantity, at: place), count.quantity)
    // One number is meant; where there are two, the smaller decides.
    let known = unknowns[found].value.flatMap { $0 > 0 ? $0 : nil }
    unknowns[found].value = known.map { count.value > 0 ? min($0, count.value) : $0 } ?? count.value
    if isShown { unknowns[found].state = .told }
    return found
  }

  private mutating func addCells(_ row: Report.Row, _ key: String) {
    for (column, figure) in row.cells.enumerated() {
      let place = Report.Table.cellKey(key, column)
      switch figure.unrevised {
      case .count(let count): _ = unknown(count, at: place, isShown: true)
      case .cost(_, let count):
        _ = unknown(count, at: Report.Table.wholeKey(place), isShown: true)
      case .share(let part, let whole):
        let isShown = whole.value >= rules.base
        let part = unknown(part, at: Report.Table.partKey(place), isShown: isShown)
        let whole = unknown(whole, at: Report.Table.wholeKey(place), isShown: isShown)
        guard part != whole else { continue }
        let rest = unknown("-\(names[part].key)-\(names[whole].key)", nil)
        equate(whole, [part, rest])
      default: continue
      }
    }
  }

  /// The unknown of a cell that is a count.
  private func cell(_ table: Report.Table, _ row: Int, _ key: String, _ column: Int) -> Int? {
    let cells = table.rows[row].cells
    guard cells.indices.contains(column), case .count(let count) = cells[column].unrevised
    else { return nil }
    return places[Self.key(count.quantity, at: Report.Table.cellKey(key, column))]
  }

  private mutating func addTotals(_ table: Report.Table, _ keys: [String]) {
    var group: [Int] = []
    for (row, key) in keys.enumerated() {
      guard table.rows[row].isTotal else {
        group.append(row)
        continue
      }
      for column in table.columns.indices {
        guard let whole = cell(table, row, key, column) else { continue }
        equate(whole, group.compactMap { cell(table, $0, keys[$0], column) })
      }
      group = []
    }
  }

  private mutating func addSums(_ table: Report.Table, _ keys: [String]) {
    for (row, key) in keys.enumerated() {
      for (column, parts) in table.sums {
        guard let whole = cell(table, row, key, column) else { continue }
        equate(whole, parts.compactMap { cell(table, row, key, $0) })
      }
    }
  }

  private mutating func add(_ relation: Relation) {
    let whole = unknown(relation.whole)
    var parts = relation.parts.map { unknown($0) }
    let less = relation.less.map { unknown($0) }
    if relation.hasRest {
      let named = (parts + less).map { names[$0].key }.sorted().joined(separator: "-")
      parts.append(unknown("-\(named)-\(names[whole].key)", nil))
    }
    equate(whole, parts, less: less)
  }

  private mutating func equate(_ whole: Int, _ parts: [Int], less: [Int] = []) {
    unknowns[whole].rank += 1
    equations.append(
      Equation(
        [.init(unknown: whole, factor: -1)] + parts.map { .init(unknown: $0, factor: 1) }
          + less.map { .init(unknown: $0, factor: -1) }))
  }

  /// Gives a value to what stands in no cell and is what a sum leaves over.
  private mutating func solve(_ before: [([Equation.Term], Int)]) {
    let sums = equations.map { ($0.terms, 0) } + before
    var isChanged = true
    while isChanged {
      isChanged = false
      for (terms, total) in sums {
        let open = terms.filter { unknowns[$0.unknown].value == nil }
        guard open.count == 1, let one = open.first, abs(one.factor) == 1 else { continue }
        let known = terms.reduce(0) { $0 + $1.factor * (unknowns[$1.unknown].value ?? 0) }
        unknowns[one.unknown].value = (total - known) * one.factor
        isChanged = true
      }
    }
  }

  /// What was not told before, and together came to a number that is known. Where it comes to a small
  /// number more or less now, nobody must be able to work out what it comes to, and that is given. Who
  /// sees revised figures may guess the rest of what changed: then what it comes to is known.
  private mutating func recall(_ terms: [Equation.Term], _ total: Int, _ revise: Bool) -> Int? {
    let now = sum(terms) ?? total
    guard rules.isSmall(abs(now - total)) else {
      if revise || now == total { equations.append(Equation(terms)) }
      return nil
    }
    let names = terms.map { "\($0.factor)\(self.names[$0.unknown].key)" }.sorted()
    let whole = unknown("~" + names.joined(separator: "~"), nil)
    unknowns[whole].value = now
    equations.append(Equation(terms + [.init(unknown: whole, factor: -1)]))
    return whole
  }

  /// Nil where a value is not known.
  private func sum(_ terms: [Equation.Term]) -> Int? {
    terms.reduce(0) { sum, term in
      guard let sum, let value = unknowns[term.unknown].value else { return nil }
      return sum + term.factor * value
    }
  }

  /// What becomes of a count by itself and by what was told of it before.
  private mutating func settle(_ place: Int, _ told: Published, _ revise: Bool) {
    var unknown = unknowns[place]
    defer { unknowns[place] = unknown }
    let quantity = names[place].quantity
    let last = quantity.flatMap { told.last($0) }
    guard let value = unknown.value else {
      unknown.state = .told
      return
    }
    let isShown = unknown.state == .told
    unknown.isSecret = rules.isSmall(value)
    if unknown.isSecret { unknown.state = isShown ? .small : .unseen }
    switch last {
    case nil: return
    case .some(nil):
      unknown.isFixed = true
      unknown.isSecret = true
      unknown.state = rules.isSmall(value) ? .small : .kept
    case .some(let number?):
      if number == rules.rounded(value) {
        unknown.isFixed = true
        unknown.state = .told
        unknown.isSecret = false
        return
      }
      let numbers = quantity.map { told.numbers($0) } ?? []
      let isNear = numbers.contains { rules.isSmall(abs($0 - rules.rounded(value))) }
      unknown.isRevised = revise && !isNear
      if unknown.isRevised { return }
      // The old number stays. The new one, where it or what it adds is small, nobody may work out.
      unknown.stays = number
      unknown.isFixed = true
      unknown.isSecret = unknown.isSecret || isNear
      unknown.state = .unseen
    }
  }
}

extension Report {
  /// Each table, with what names it in this report.
  func forEachTable(_ body: (Table, String) -> Void) {
    for (place, section) in sections.enumerated() {
      for (number, table) in section.tables.enumerated() { body(table, "\(place).\(number)") }
    }
  }
}

extension Report.Table {
  /// What names each row, wherever it stands: its labels, and of those with the same the how manieth.
  func rowKeys(_ table: String) -> [String] {
    var times: [[String]: Int] = [:]
    return rows.map { row in
      times[row.labels, default: 0] += 1
      return ([table] + row.labels + [String(times[row.labels] ?? 0)]).joined(separator: "\n")
    }
  }

  static func cellKey(_ row: String, _ column: Int) -> String { "\(row)\n\(column)" }
  static func partKey(_ cell: String) -> String { cell + "\npart" }
  static func wholeKey(_ cell: String) -> String { cell + "\nwhole" }
}

extension Figure {
  /// Without what says that it was told otherwise before.
  var unrevised: Figure {
    if case .revised(let figure) = self { figure.unrevised } else { self }
  }
}
