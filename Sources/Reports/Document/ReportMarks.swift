extension Report {
  var cells: [Figure] { tables.flatMap(\.rows).flatMap(\.cells) }

  /// The marks that stand in it, in their order: what a legend explains.
  public var marks: [Mark] {
    let found = cells.compactMap { cell -> Mark? in
      if case .mark(let mark) = cell.unrevised { mark } else { nil }
    }
    return Mark.allCases.filter(found.contains)
  }
}
