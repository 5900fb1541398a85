import ArgumentParser

/// Whom a report goes to by mail, and from whom it comes.
struct MailOptions: ParsableArguments {
  @Option(
    name: .customLong("mail-to"),
    help: ArgumentHelp(
      "With --format eml: whom it goes to; may be given again.", valueName: "address"))
  var to: [String] = []

  @Option(
    name: .customLong("mail-from"),
    help: ArgumentHelp(
      "With --format eml: whom it comes from, in place of calendar.mail.", valueName: "address"))
  var from: String?
}
