import YoungCarers

/// What ties the measures of a period's report together, for disclosure control.
extension PeriodReport {
  var relations: [Relation] {
    FlowTables(figures: figures, tables: tables).relations + spans.all.indices.flatMap(measures)
      + Measure.allCases.filter { !$0.isStock }.flatMap(years)
      + Breakdowns(figures: figures).relations
  }

  /// The same measure in the spans, of all and of each kind.
  private func years(_ measure: Measure) -> [Relation] {
    let kinds = figures.tally.values(.kind, of: [measure]).sorted()
    if measure.isOnce { return spans.relationsOfOnce { spans.quantity(measure, $0) } }
    return spans.relations { spans.quantity(measure, $0) }
      + kinds.flatMap { kind in
        spans.relations {
          spans.quantity(measure, $0).of(Dimension.kind.rawValue, kind)
        }
      }
  }

  /// Measures that are parts of others, in one span.
  private func measures(_ slot: Int) -> [Relation] {
    func quantity(_ measure: Measure) -> Quantity { spans.quantity(measure, slot) }
    let parts = Self.parts.map { whole, parts, hasRest in
      Relation(quantity(whole), parts.map(quantity), hasRest: hasRest)
    }
    let kinds = Self.kinds.flatMap { whole, part, isOfKind in
      figures.tally.values(.kind, of: [part]).sorted().map { kind in
        let all = quantity(whole)
        return Relation(
          isOfKind ? all.of(Dimension.kind.rawValue, kind) : all,
          [quantity(part).of(Dimension.kind.rawValue, kind)], hasRest: true)
      }
    }
    let lists = Self.lists.filter { _ in slot == Spans.this }.map { waiting, joined, left in
      Relation(
        quantity(waiting), [spans.quantity(waiting, Spans.before), quantity(joined)],
        less: [quantity(left)])
    }
    return parts + kinds + lists + HearingTables(tables: tables).relations(slot)
  }

  private static let lists: [(Measure, Measure, Measure)] = [
    (.needsWaiting, .needsJoined, .needsLeft),
    (.transitionWaiting, .transitionJoined, .transitionLeft),
  ]

  /// Measures of which each kind is a part of another: of the same kind of it, or of all.
  private static let kinds: [(Measure, Measure, isOfKind: Bool)] = [
    (.actionsDue, .actionsDone, true), (.triages, .ways, false),
    (.viewsAsked, .viewsGiven, true),
  ]

  private static let parts: [(Measure, [Measure], Bool)] = [
    (.referrals, [.newChildren, .repeats], true), (.referrals, [.rereferrals], true),
    (.referrals, [.healthReferrals], true), (.briefs, [.healthBriefs], true),
    (.briefs, [.levels], false), (.needsWaiting, [.needsOver], true),
    (.needFound, [.needUnmet], true), (.transitionWaiting, [.transitionOver], true),
    (.needsFinished, [.needsLeft], true),
    (.transitionFinished, [.transitionLeft], true),
    (.closures, [.closedFamilies, .transferredOutFamilies], false),
    (.servedFamilies, [.involvedFamilies], true),
    (.involvedFamilies, [.unledFamilies], true), (.closures, [.overLimit], true),
    (.endedChildren, [.childrenRelieved], true),
    (.areaPairs, [.areasUp, .areasSame, .areasDown, .areasTop], false),
    (.actionsDue, [.actionsDone], true), (.viewsAsked, [.viewsGiven], true),
    (.sixAfter, [.sixKnown], true), (.twelveAfter, [.twelveKnown], true),
    (.needsFinished, [.needsTimed], true), (.needsTimed, [.needsInTime], true),
    (.transitionFinished, [.transitionTimed], true),
    (.transitionTimed, [.transitionInTime], true),
  ]
}
