import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// The waiting lists, in order, each child's place with its reason.
struct AssessWaiting: Command {
  static let configuration = CommandConfiguration(
    commandName: "waiting", abstract: "Show who waits for an assessment, in order, and why so.",
    discussion: """
      Examples:
        carers assess waiting needs
        carers assess waiting transition --format csv
        carers assess waiting needs --over --format md -o waiting.md

      The needs list goes by assessed need and impact, then by days; the transition list by \
      birthday. The clock runs from the first referral or request. Nobody is dropped: not by a \
      closed list, and not by turning 18.
      """)

  @Argument(
    help: ArgumentHelp(
      "needs, unless transition is said; and entries or references, - is standard input.",
      valueName: "list|file"), completion: .file())
  var words: [String] = []

  @Flag(help: "Only those over target.")
  var over = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    let names = words.filter { ListName(rawValue: $0) != nil }
    let form = ListName(rawValue: names.last ?? "needs")?.form ?? .needs
    let entries = try session.entries(words.filter { !names.contains($0) })
    let service = try session.service(entries.store)
    let found = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let list = try reader.listing(form)
      let isClosed = list?.state == .closed
      let children = try reader.waiting(form, families: entries.selected)
      let places = WaitingList.ordered(
        children, form, service, isClosed: isClosed, on: session.today)
      return (list, places, try reader.flow(form))
    }
    let shown = found.map { $0.1.filter { !over || $0.over != nil } }
    try session.write(
      shown.map(Self.listing), shown.content.map(\.reference), entries, output,
      empty: "Nobody waits.")
    let (list, places, flow) = found.content
    try session.say(Self.summary(places, form, list))
    guard entries.selected == nil else { return }
    let forecast = WaitingForecast(
      joined: flow.joined, left: flow.left, length: places.count, today: session.today,
      weeks: service.number(.forecastWeeks),
      since: list.flatMap { $0.state == .open ? $0.header.day : nil })
    try session.say(WaitingWords.forecast(forecast))
  }

  /// Children and families are both counted (practice P26).
  static func summary(_ places: [WaitingList.Place], _ form: Assessment.Form, _ list: ListChange?)
    -> String
  {
    func count(_ number: Int, _ one: String, _ many: String) -> String {
      "\(number) \(number == 1 ? one : many)"
    }
    let families = Set(places.map(\.child.family)).count
    let over = places.count { $0.over != nil }
    let passed = places.count { $0.marks.contains("to be passed to the council") }
    let closed = list.flatMap { change in
      change.state == .closed
        ? "the list is closed since \(change.header.day.written)"
          + (change.because.map { ": \($0)" } ?? "") : nil
    }
    let parts = [
      "\(count(places.count, "child", "children")) of \(count(families, "family", "families")) \(places.count == 1 ? "waits" : "wait") for a \(form.rawValue) assessment",
      over > 0 ? "\(over) over target" : nil,
      passed > 0 ? "\(passed) to be passed to the council" : nil, closed,
    ]
    return parts.compactMap { $0 }.joined(separator: "; ") + "."
  }

  private static func listing(_ places: [WaitingList.Place]) -> Listing {
    var listing = Listing(columns: [
      .init(name: "place", title: "Place", isNumber: true, minimum: 5, priority: 9),
      .init(name: "child", title: "Child", minimum: 10, priority: 9, wraps: true),
      .init(name: "because", title: "Why this place", minimum: 24, priority: 8, wraps: true),
      .init(name: "since", title: "Waits from", minimum: 10, priority: 6),
      .init(name: "days", title: "Days", isUsual: false, isNumber: true),
      .init(name: "due", title: "Due", minimum: 10, priority: 5),
      .init(name: "over", title: "Over by", minimum: 8, priority: 7),
      .init(name: "birthday", title: "Birthday", minimum: 10, priority: 4, wraps: true),
      .init(name: "marks", title: "Look at", minimum: 12, priority: 7, wraps: true),
      .init(name: "contactBy", title: "Contact by", isUsual: false),
      .init(name: "requestedBy", title: "Asked by", isUsual: false),
      .init(name: "born", title: "Born", isUsual: false),
      .init(name: "case", title: "Case", minimum: 14, priority: 3),
      .init(name: "person", title: "Person", isUsual: false),
    ])
    listing.rows = places.map { place in
      let child = place.child
      return [
        String(place.number), child.name, place.because.joined(separator: "; "),
        child.waitsFrom.description, String(place.days), child.due?.description, place.over,
        place.birthday, place.marks.joined(separator: "; ").nilIfEmpty,
        place.contactBy.description, child.requestedBy, child.born?.description,
        child.family.text, child.person.text,
      ]
    }
    return listing
  }
}

/// A waiting list as it is said on the command line.
enum ListName: String, Choice {
  case needs, transition
  var form: Assessment.Form { self == .needs ? .needs : .transition }
}

extension WaitingList.Place {
  var reference: Reference {
    Reference(id: child.person, kind: Kind.person.rawValue, family: child.family)
  }
}
