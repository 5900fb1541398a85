import Storage
import YoungCarers

/// Both waiting lists of a service, or of several.
public struct WaitingLists: Sendable {
  public var needs: WaitingFigures
  public var transition: WaitingFigures
  /// Each list itself, of one service: those of several are several.
  public var states: [Assessment.Form: ListState] = [:]

  public init(on day: Day) {
    needs = WaitingFigures(.needs, on: day)
    transition = WaitingFigures(.transition, on: day)
  }

  var all: [WaitingFigures] { [needs, transition] }
  var day: Day { needs.day }

  mutating func add(_ children: [WaitingList.Child], _ list: ListState, _ service: Service) {
    if list.form == .needs {
      needs.add(children, service, isClosed: list.isClosed)
    } else {
      transition.add(children, service, isClosed: list.isClosed)
    }
  }

  /// Adds who joined and who left of one case.
  mutating func add(_ file: CaseFile) {
    needs.add(file)
    transition.add(file)
  }
}

/// A waiting list itself: whether it is open to routine intake, and how long it was not (practice P25).
public struct ListState: Sendable {
  public let form: Assessment.Form
  public let isClosed: Bool
  /// Since when; nil where nobody ever opened or shut it.
  public let since: Day?
  public let daysShut: Int
  public let target: String

  public init(_ form: Assessment.Form, _ changes: [ListChange], _ service: Service, on day: Day) {
    self.form = form
    let last = changes.lastWritten
    isClosed = last?.state == .closed
    since = last?.header.day
    daysShut = ListChange.daysShut(changes, during: day.adding(months: -12) + 1...day)
    target = service.text(form == .transition ? .targetTransition : .targetNeeds)
  }
}

extension OfServices<WaitingLists> {
  /// The lists as they stand. `families` limits them to some cases. A case that stands in several
  /// stores is read from the entries of all of them, and measured as the first service does; what must
  /// be passed to the council while a list is shut must be so where any of their lists is.
  public init(
    of services: [OpenService], families: Set<ID>? = nil, on day: Day, _ act: Act
  ) throws {
    let since = WaitingFigures.recent(day).lowerBound
    var states: [Assessment.Form: [ListState]] = [:]
    try self.init(services, act, from: WaitingLists(on: day)) { service, reader, adding in
      for form in [Assessment.Form.needs, .transition] {
        let list = ListState(form, try reader.listChanges(form), service.service, on: day)
        states[form, default: []].append(list)
        if services.count == 1 { adding.all.states[form] = list }
        adding.own?.states[form] = list
        let children = try reader.waiting(form, families: families)
        for (family, theirs) in Dictionary(grouping: children, by: \.family) {
          adding.add(family) { $0.add(theirs, list, service.service) }
        }
      }
      let recent = try reader.cases(since: since)
      try reader.eachCase(families?.intersection(recent) ?? recent, reading: ListStay.reads) {
        file in adding.add(file.family) { $0.add(file) }
      }
    } once: { shared, all in
      try shared.read { whole in
        for list in states.values.compactMap({ lists in
          lists.first(where: \.isClosed) ?? lists.first
        }) {
          all.add(try whole.waiting(list.form), list, services[0].service)
        }
        try whole.eachCase(try whole.cases(since: since), reading: ListStay.reads) { all.add($0) }
      }
    }
  }
}
