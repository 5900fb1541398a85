import ArgumentParser
import YoungCarers

/// What is said of a conference when it is booked, and what may change while it is moved.
struct BookingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Where; - is standard input.", valueName: "place"))
  var place: String?

  @Option(help: ArgumentHelp("The independent coordinator.", valueName: "name"))
  var coordinator: String?

  @Option(
    name: .customLong("coordinator-agency"),
    help: ArgumentHelp("The coordinator's agency.", valueName: "name"))
  var coordinatorAgency: String?

  @Option(help: ArgumentHelp("How long, in minutes.", valueName: "minutes"))
  var minutes: Int?

  @Option(help: ArgumentHelp("Who referred the family to it.", valueName: "name"))
  var referrer: String?

  @Option(help: ArgumentHelp("What to talk about, separated by ;.", valueName: "a;b"))
  var concerns: String?

  @Option(help: ArgumentHelp("The language that the family chose.", valueName: "language"))
  var language: String?

  @Option(help: ArgumentHelp("The food that the family chose.", valueName: "food"))
  var food: String?

  @Option(
    name: .customLong("chosen-by"),
    help: ArgumentHelp("Who chose whom, where and when: child, family.", valueName: "who"))
  var chosenBy: String?

  @Option(
    name: .customLong("bottom-line"),
    help: ArgumentHelp("What must be safe, as the referrer wrote.", valueName: "text"))
  var bottomLine: String?

  @Option(
    name: .customLong("parental-reason"),
    help: ArgumentHelp(
      "Edge of care: mental health, substance misuse; separated by ;.", valueName: "a;b"))
  var parentalReason: String?

  /// What was said replaces what stood; what was not said stays.
  func take(into conference: inout Conference, _ session: Session) throws {
    if let minutes, !(5...1440).contains(minutes) {
      throw Problem(
        "minutes", .usage, "--minutes takes 5 to 1440, a day", cure: "For example --minutes 150.")
    }
    conference.place = try session.optional(place) ?? conference.place
    conference.coordinator = try session.optional(coordinator) ?? conference.coordinator
    conference.coordinatorAgency =
      try session.optional(coordinatorAgency) ?? conference.coordinatorAgency
    conference.minutes = minutes ?? conference.minutes
    conference.referrer = try session.optional(referrer) ?? conference.referrer
    if concerns != nil { conference.concerns = try session.names(concerns) }
    conference.language = try session.optional(language) ?? conference.language
    conference.food = try session.optional(food) ?? conference.food
    conference.chosenBy = try session.optional(chosenBy) ?? conference.chosenBy
    conference.bottomLine = try session.optional(bottomLine) ?? conference.bottomLine
    if parentalReason != nil { conference.parentalReason = session.several(parentalReason) }
  }
}

/// Who overrides a rule, and why.
struct DespiteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Why, where a rule is overridden.", valueName: "reason"))
  var despite: String?

  @Option(help: ArgumentHelp("Who decided that; you, unless said.", valueName: "name"))
  var by: String?

  var reason: String? { despite?.nilIfEmpty }

  func decider(_ session: Session) throws -> String {
    try session.optional(by) ?? session.actor.name
  }
}

extension Session {
  /// A day and a time as somebody wrote them; an error names the option.
  func moment(_ text: String, _ option: String) throws -> (Day, TimeOfDay) {
    try placed(option) { try TimeOfDay.reading(dayAndTime: text, today: today) }
  }

  func time(_ text: String, _ option: String) throws -> TimeOfDay {
    try placed(option) { try TimeOfDay.reading(text) }
  }

  private func placed<Value>(_ option: String, _ read: () throws -> Value) throws -> Value {
    do {
      return try read()
    } catch var problem as Problem {
      problem.place = Place(file: option)
      throw problem
    }
  }
}
