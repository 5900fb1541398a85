import ArgumentParser
import Interchange
import Storage
import YoungCarers

/// Prints a form: blank, or for one child and one agency.
struct AssessForm: Command {
  static let configuration = CommandConfiguration(
    commandName: "form", abstract: "Print a form, filled in with what its reader may see.",
    discussion: """
      Examples:
        carers assess form --format html -o brief.html
        carers assess form YP-Y4D6-MDM9-N --for "Elm School" --format html --large
        carers assess form --format csv -o sheet.csv

      Of a child it shows an agency what that agency wrote itself and what child and family agreed to \
      share; the child's own words go to nobody the child did not name. What else is known says: \
      already answered, do not ask again.
      """)

  @Argument(
    help: ArgumentHelp(
      "A child's id or a case's, and streams of entries; - is standard input.", valueName: "word"))
  var words: [String] = []

  @Option(
    help: ArgumentHelp("Which form: brief, needs, transition or outcomes.", valueName: "form"))
  var form = "brief"

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The agency that will hold it; else the configuration's.", valueName: "name")
  )
  var reader: String?

  @Flag(help: "Large print: 20 point, in HTML.")
  var large = false

  @Option(help: ArgumentHelp("How it is written.", valueName: "text|html|md|csv"))
  var format: Format = .text

  @OptionGroup var file: FileOptions
  @OptionGroup var common: CommonOptions

  enum Format: String, Choice { case text, html, md, csv }

  func run(_ session: Session) throws {
    let named = words.first { $0 != "-" && ID.typed($0) != .notAnID }
    if large, format != .html {
      throw Problem(
        "form-large", .usage, "only HTML has a size of print", cure: "Add --format html.")
    }
    guard let named else {
      let printed = PrintedForm(try blank(try session.settled()))
      return try session.writeText(session.given(text(printed)), file)
    }
    guard let agency = reader ?? session.configuration["agency"] else {
      throw Problem(
        "reader-unnamed", .usage, "who will hold the form is not said",
        cure: "Name the agency: --for \"Oakfield Academy\".")
    }
    let entries = try session.entries(words.filter { $0 != named })
    let form = try blank(session.service(entries.store))
    let child = try session.child(named, entries)
    let printed = try entries.store.read(
      as: session.actor, for: .casework, at: session.world.clock()
    ) { reader in
      let agency = try FormReader(agency: agency, among: reader.agencies())
      return try filled(form, reader.caseFile(child), child, agency, session.today)
    }
    try session.writeText(printed.map(text), file)
  }

  /// The service of the store, where one is named; its titles stand on the form.
  private func blank(_ service: Service) throws -> AssessmentForm {
    guard let form = AssessmentForm(Assessment.Form(rawValue: form), service) else {
      throw Problem(
        "form-unknown", .usage, "no form is called \"\(named: form)\"",
        cure: Nearest.cure(form, among: ["brief", "needs", "transition", "outcomes"]))
    }
    return form
  }

  private func filled(
    _ form: AssessmentForm, _ file: CaseFile, _ child: ID, _ reader: FormReader, _ today: Day
  ) throws -> PrintedForm {
    switch file.bar(child, to: reader, on: today) {
    case .mustNotSee:
      throw Problem(
        "must-not-see", .notAllowed, "an alert says that this agency must not see \(child)",
        cure: "carers alert list shows whose. A blank form, without the child, may go.")
    case .bereavement:
      throw Problem(
        "form-bereavement", .notAllowed,
        "the family of \(child) is bereaved, and no form that is filled in beforehand goes out",
        cure: "Ask in person first. A blank form, without the child, may go.")
    case nil: break
    }
    var printed = PrintedForm(
      // How things are is scored anew: an answer of before would lead the one who scores.
      form,
      prefilled: form.form == .outcomes
        ? [] : file.prefill(form, of: child, for: reader, on: today))
    printed.agency = reader.agency
    printed.person = file.today(child)
    if file.mayName(child, to: reader, on: today) {
      let member = file.members.first { $0.id == file.today(child) }
      printed.child = [
        member?.latest(\.preferred) ?? member?.latest(\.given), member?.latest(\.surname),
      ]
      .compactMap { $0 }.joined(separator: " ")
    }
    return printed
  }

  private func text(_ form: PrintedForm) -> String {
    switch format {
    case .text: return FormText(form: form).text
    case .md: return FormText(form: form).markdown
    case .html: return FormPage(form: form, isLarge: large).html
    case .csv:
      var bytes: [UInt8] = []
      let writer = CSVWriter(excel: false)
      for row in form.sheet { writer.write(row, to: &bytes) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
