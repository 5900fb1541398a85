/// Looks for another way in which the hidden numbers could lie: some one higher, some one lower, so
/// that every sum still comes to what is known. Whoever sees only what is shown cannot tell such a way
/// from the true one, so nothing that differs between them can be worked out.
///
/// The cheapest such way, by Dijkstra's algorithm over the sums that are still out of balance: hidden
/// numbers cost next to nothing, and what is told costs what not telling it would lose. Each number
/// moves by one at most; where there is a way at all in tables of rows and columns, there is such a one.
struct Exchange {
  struct Move {
    var unknown: Int
    var by: Int
  }

  /// How many states are looked at before the search gives up, which is taken for "there is none":
  /// more where nothing else would protect a number than where it would only be told again.
  private var patience: Int { sparesNothing ? 4_000 : 400 }

  let unknowns: Unknowns
  let rules: DisclosureRules
  /// Whether what is told may move too.
  let sparesNothing: Bool

  /// What each sum out of balance is thought to cost yet: without that, where a number stands in many
  /// sums, all ways would be looked at that are cheap and lead nowhere.
  private var hurry: Int { sparesNothing ? 300 : 2 }

  private struct Step {
    var before: Int
    var move: Move
    var cost: Int
    /// What each sum out of balance lacks, in their order.
    var lacks: [Lack]
  }

  private struct Lack: Hashable {
    var equation: Int
    var amount: Int
  }

  /// What it costs to move a number; nil where it cannot move.
  private func cost(_ unknown: Unknown) -> Int? {
    guard let value = unknown.value else { return nil }
    guard unknown.isTold else { return 1 }
    guard sparesNothing, !unknown.isFixed, value >= rules.threshold else { return nil }
    return (1_000 + min(value, 999)) * (unknown.rank == 0 ? 1 : 4 * unknown.rank)
  }

  func moves(of start: Int) -> [Move]? {
    let anchor = unknowns.uses[start].last?.equation
    var steps: [Step] = []
    var queue = Heap()
    var best: [[Lack]: Int] = [:]
    func add(_ move: Move, after before: Int, cost: Int, _ lacks: [Lack]) {
      if let known = best[lacks], known <= cost { return }
      best[lacks] = cost
      queue.insert(cost + lacks.count * hurry, steps.count)
      steps.append(Step(before: before, move: move, cost: cost, lacks: lacks))
    }
    for by in [1, -1] where canMove(start, by) {
      add(Move(unknown: start, by: by), after: -1, cost: 0, after([], start, by))
    }
    for _ in 0..<patience {
      guard let place = queue.popFirst()?.step else { return nil }
      let (step, cost) = (steps[place], steps[place].cost)
      guard let lack = step.lacks.first(where: { $0.equation != anchor }) ?? step.lacks.first
      else { return path(to: place, steps) }
      guard best[step.lacks] == cost else { continue }
      for term in unknowns.equations[lack.equation].terms {
        let by = -lack.amount.signum() * term.factor.signum()
        guard let more = self.cost(unknowns[term.unknown]), canMove(term.unknown, by),
          !hasMoved(term.unknown, place, steps)
        else { continue }
        add(
          Move(unknown: term.unknown, by: by), after: place, cost: cost + more,
          after(step.lacks, term.unknown, by))
      }
    }
    return nil
  }

  private func canMove(_ unknown: Int, _ by: Int) -> Bool {
    let unknown = unknowns[unknown]
    return unknown.couldLie(at: (unknown.value ?? 0) + by, rules)
  }

  private func after(_ lacks: [Lack], _ unknown: Int, _ by: Int) -> [Lack] {
    var lacks = lacks
    for use in unknowns.uses[unknown] {
      let amount = use.factor * by
      let place = lacks.firstIndex { $0.equation >= use.equation } ?? lacks.endIndex
      if place < lacks.endIndex, lacks[place].equation == use.equation {
        lacks[place].amount += amount
        if lacks[place].amount == 0 { lacks.remove(at: place) }
      } else {
        lacks.insert(Lack(equation: use.equation, amount: amount), at: place)
      }
    }
    return lacks
  }

  private func hasMoved(_ unknown: Int, _ place: Int, _ steps: [Step]) -> Bool {
    var place = place
    while place >= 0 {
      if steps[place].move.unknown == unknown { return true }
      place = steps[place].before
    }
    return false
  }

  private func path(to place: Int, _ steps: [Step]) -> [Move] {
    var moves: [Move] = []
    var place = place
    while place >= 0 {
      moves.append(steps[place].move)
      place = steps[place].before
    }
    return moves
  }
}

/// The cheapest first, of the equally cheap the one that came first.
private struct Heap {
  private var items: [(cost: Int, step: Int)] = []

  mutating func insert(_ cost: Int, _ step: Int) {
    items.append((cost, step))
    var place = items.count - 1
    while place > 0, items[place] < items[(place - 1) / 2] {
      items.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func popFirst() -> (cost: Int, step: Int)? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    guard !items.isEmpty else { return first }
    items[0] = last
    var place = 0
    while true {
      let children = [2 * place + 1, 2 * place + 2].filter { $0 < items.count }
      guard let least = children.min(by: { items[$0] < items[$1] }), items[least] < items[place]
      else { return first }
      items.swapAt(place, least)
      place = least
    }
  }
}
