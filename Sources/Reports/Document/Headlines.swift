/// What has changed since last time, in sentences: made of the figures that are shown, so that nothing
/// is told that the tables do not show.
extension Report {
  /// With a paragraph of what has changed, where any of it may be told.
  public var telling: Report {
    var report = self
    let changes = changes
    if !changes.isEmpty { report.preface.append(changes.joined(separator: " ")) }
    return report
  }

  var changes: [String] {
    let shown = self.shown
    return headlines.compactMap { headline in
      guard let now = shown[headline.now], let before = shown[headline.before] else { return nil }
      let difference =
        now == before
        ? "as many as in \(headline.than)"
        : "\(abs(now - before)) \(now > before ? "more" : "fewer") than in \(headline.than)"
      return "\(headline.words): \(now), \(difference)."
    }
  }

  /// The counts that stand as numbers somewhere in the tables.
  private var shown: [Quantity: Int] {
    var shown: [Quantity: Int] = [:]
    func see(_ figure: Figure) {
      switch figure {
      case .count(let count):
        if let quantity = count.quantity { shown[quantity] = count.value }
      case .revised(let figure): see(figure)
      default: break
      }
    }
    for table in tables { for row in table.rows { row.cells.forEach(see) } }
    return shown
  }
}
