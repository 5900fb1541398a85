import YoungCarers

/// Who is worked with: what comes and goes, of families and of children (practice P38).
extension Facts {
  var involvement: [Fact] {
    let stays = file.stays
    let families = stays.flatMap { facts($0, child: nil) }
    let children = file.children.flatMap { child in
      file.stays(of: child, in: stays).flatMap { facts($0, child: child.id) }
    }
    return families + children
  }

  private func facts(_ stay: Stay, child: ID?) -> [Fact] {
    let isFamily = child == nil
    let begun: Measure =
      switch stay.beginning {
      case .accepted: isFamily ? .acceptedFamilies : .acceptedChildren
      case .transferred: isFamily ? .transferredInFamilies : .transferredInChildren
      case .reopened: isFamily ? .reopenedFamilies : .reopenedChildren
      case .joined: .joinedChildren
      }
    var facts = [Fact(measure: begun, day: stay.opened, child: child)]
    if let closed = stay.closed {
      let ended: Measure =
        stay.closure?.because == .transferred
        ? (isFamily ? .transferredOutFamilies : .transferredOutChildren)
        : (isFamily ? .closedFamilies : .closedChildren)
      facts.append(Fact(measure: ended, day: closed, child: child))
    }
    return facts
  }

  /// How the work ended, how long it took, and what has changed for the children.
  var endings: [Fact] {
    let stays = file.stays
    let children = file.children.map { ($0.id, file.stays(of: $0, in: stays)) }
    // A closure with nothing to close begins a spell, and no stay.
    return zip(stays, file.spells.suffix(stays.count)).flatMap { stay, spell -> [Fact] in
      guard let closure = stay.closure, let closed = stay.closed else { return [] }
      var facts = [Fact(measure: .closures, day: closed, kind: closure.because.rawValue)]
      if closure.planned { facts.append(Fact(measure: .plannedClosures, day: closed)) }
      facts.append(
        Fact(
          measure: .involvementDays, day: closed, number: Int(closed.number - stay.opened.number)))
      let limit = file.all(Allocation.self).filter { spell.contains($0.header.day) }
        .compactMap(\.agreedLimit).max()
      if let limit, limit < closed { facts.append(Fact(measure: .overLimit, day: closed)) }
      facts.append(
        Fact(
          measure: .practitionersFirst, day: closed,
          number: file.countOfPractitioners(on: stay.opened)))
      facts.append(
        Fact(
          measure: .practitionersLast, day: closed, number: file.countOfPractitioners(on: closed)))
      let theirs = children.filter { child in
        child.1.contains { $0.closure?.header.id == closure.header.id }
      }
      return facts + theirs.flatMap { change($0.0, spell, closed) }
    }
  }

  /// The child's own scores, first against closing (practice P35), and how much caring was reduced
  /// (P36).
  private func change(_ child: ID, _ spell: Spell, _ closed: Day) -> [Fact] {
    func fact(_ measure: Measure, _ count: Int = 1, kind: String? = nil) -> Fact {
      Fact(measure: measure, day: closed, child: child, kind: kind, count: count)
    }
    let pairs = Distance(file.scored(child, in: spell), closingOnly: true).pairs(by: .child)
    let moves: [Distance.Move: Measure] = [
      .up: .areasUp, .same: .areasSame, .down: .areasDown, .atTop: .areasTop,
    ]
    let scored = pairs.flatMap { pair in
      [fact(.areaPairs, kind: pair.area.title)]
        + (moves[pair.move].map { [fact($0, kind: pair.area.title)] } ?? [])
    }
    let caring = file.caringReduced(
      child, in: spell, closingOnly: true, instruments: instruments)
    let told = caring.tasks.filter(\.wasTold).count
    return [fact(.endedChildren)] + (pairs.isEmpty ? [] : [fact(.scoredTwice)]) + scored
      + (told > 0 ? [fact(.tasksTold, told)] : [])
      + (caring.claimed > 0 ? [fact(.tasksRelieved, caring.claimed), fact(.childrenRelieved)] : [])
      + (caring.tooMuch.map { both in
        [fact(.tooMuchAsked)] + (both.first.isEmpty ? [] : [fact(.tooMuchFirst)])
          + (both.last.isEmpty ? [] : [fact(.tooMuchLast)])
      } ?? [])
  }
}
