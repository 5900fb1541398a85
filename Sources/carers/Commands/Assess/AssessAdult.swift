import ArgumentParser
import Storage
import YoungCarers

/// The adult's side of a child's caring.
struct AssessAdult: Command {
  static let configuration = CommandConfiguration(
    commandName: "adult",
    abstract: "Review what the person cared for receives, and what it replaces.",
    discussion: """
      Examples:
        carers assess adult mother --for YP-7KQ4-M2DX-K --asked today
        carers assess adult mother --for YP-7KQ4-M2DX-K --held today --relies partly
        carers assess adult YP-3CR9-H4NT-Y --for YP-7KQ4-M2DX-K --joint-visit

      It says what the person cared for now receives, which of the child's tasks that replaces, and \
      whether care still relies on the child.
      """)

  @Argument(
    help: ArgumentHelp("The person cared for: an id, or mother, brother…", valueName: "person"))
  var person: String

  @Argument(
    help: ArgumentHelp("Entries; - is standard input.", valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The child whose tasks they are.", valueName: "child"))
  var child: String

  @Option(help: ArgumentHelp("The day the review was asked for.", valueName: "date"))
  var asked: String?

  @Option(name: .customLong("of"), help: ArgumentHelp("Who was asked for it.", valueName: "name"))
  var askedOf: String?

  @Option(help: ArgumentHelp("The day it was held.", valueName: "date"))
  var held: String?

  @Option(help: ArgumentHelp("What they now receive, separated by ;.", valueName: "what;what"))
  var gives: String?

  @Option(help: ArgumentHelp("The child's tasks that it takes over.", valueName: "task;task"))
  var tasks: String?

  @Option(help: ArgumentHelp("Whether care still relies on the child.", valueName: "how"))
  var relies: Reliance?

  @Flag(name: .customLong("considered-child"), help: "The review considered the child.")
  var consideredChild = false

  @Flag(name: .customLong("joint-visit"), help: "It is a joint visit with the child.")
  var jointVisit = false

  @Option(
    name: .customLong("plan-kind"),
    help: ArgumentHelp("What is reviewed: care plan, disabled child's…", valueName: "kind"))
  var planKind: String?

  @Option(help: ArgumentHelp("What came of it.", valueName: "text"))
  var text: String?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var common: CommonOptions

  enum Reliance: String, Choice { case no, partly, yes }

  func run(_ session: Session) throws {
    let entries = try session.entries(files, partial: filter.partial)
    let carer = try session.child(child, entries)
    let service = try session.service(entries.store)
    guard let form = AssessmentForm(.needs, service) else { return }
    try session.change(entries, filter) { writer in
      let file = try writer.reader.caseFile(carer)
      let assessing = Assessing(form: form, child: carer, service: service, today: session.today)
      let (adult, relation) = try assessing.whom(person, file, writer)
      let isChild = assessing.isChild(adult, relation, file)
      var review = try underWay(adult, carer, file, writer)
      try take(&review, isChild, service, session)
      try writer.append(.adultReview(review))
      let isCarer = file.children.contains { $0.id == file.today(carer) }
      return sentences(review)
        + AdultSide.remarks(
          review, isForChild: isChild, childAge: file.age(of: carer, on: session.today),
          isCarer: isCarer,
          service)
    }
  }

  /// The last review for the two, gone on with; after one was held, a new one where it is asked for.
  private func underWay(_ adult: ID, _ carer: ID, _ file: CaseFile, _ writer: Writer) throws
    -> AdultReview
  {
    let last = file.all(AdultReview.self).last {
      $0.person.map(file.today) == file.today(adult)
        && $0.youngCarer.map(file.today) == file.today(carer)
    }
    guard var review = last, review.held == nil || asked == nil else {
      var review = AdultReview()
      review.header = try writer.header(about: adult)
      review.person = adult
      review.youngCarer = carer
      return review
    }
    let before = review.header
    review.header = writer.header(family: before.family)
    review.header.replaces = before.id
    return review
  }

  private func take(
    _ review: inout AdultReview, _ isForChild: Bool, _ service: Service, _ session: Session
  ) throws {
    if let asked {
      let day = try session.day(asked, "--asked")
      review.asked = day
      review.due = service.due(.targetAdultReview, after: day)
    }
    review.held = try held.map { try session.day($0, "--held") } ?? review.held
    review.askedOf = askedOf ?? review.askedOf
    review.gives = gives.map(Item.split) ?? review.gives
    review.tasks = tasks.map(Item.split) ?? review.tasks
    review.relies = relies?.rawValue ?? review.relies
    review.planKind = planKind ?? review.planKind ?? AdultSide.plan(isForChild: isForChild)
    review.text = text ?? review.text
    if consideredChild { review.consideredChild = true }
    if jointVisit { review.jointVisit = true }
  }

  private func sentences(_ review: AdultReview) -> [String] {
    let plan = review.planKind ?? AdultSide.carePlan
    let state =
      review.held.map { "held on \($0.spoken)" }
      ?? review.asked.map {
        "asked for on \($0.spoken)" + (review.due.map { ", due \($0.spoken)" } ?? "")
      } ?? "noted"
    return ["Review (\(plan)) \(state)."]
      + (review.tasks.isEmpty ? [] : ["It takes over: \(review.tasks.joined(separator: ", "))."])
  }
}
