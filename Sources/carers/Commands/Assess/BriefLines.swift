import Interchange
import Storage
import YoungCarers

/// A line of JSON as a brief assessment.
struct BriefLines {
  private var brief: BriefSetting
  private let line: FormLine
  private let lines: FormLines
  private(set) var answers = Answers()
  /// Items that were answered with what is no answer.
  private(set) var unread: [String] = []

  init(_ brief: BriefSetting, _ line: FormLine, _ lines: FormLines) {
    self.brief = brief
    self.line = line
    self.lines = lines
  }

  var place: Place { lines.place(of: line) }

  /// Nil where it was taken in before. Throws where it is not believed.
  mutating func row(_ writer: Writer, _ forms: inout FormSource) throws -> BriefTaking.Row? {
    var problem: Problem?
    for answer in line.answers {
      do {
        try brief.forms.form.take(
          answer.text, for: answer.code, into: &answers, today: brief.today)
      } catch var found as Problem {
        found.place = lines.place(of: answer, in: line)
        unread.append(answer.code)
        if brief.forms.form.item(answer.code) == nil { found.place?.column = nil }
        problem = problem ?? found
      }
    }
    if let problem { throw problem }
    brief.agency = line.setting ?? brief.agency
    brief.agencyKind = line.settingKind ?? brief.agencyKind
    brief.assessor = line.assessor ?? brief.assessor
    brief.day = try line.day.map { try Day.reading($0, today: brief.today) } ?? brief.day
    guard let typed = line.person else {
      throw Problem(
        "form-person", .data, "it does not say whose it is",
        cure: "Give the child's id: {\"person\":\"YP-Y4D6-MDM9-N\",\"answers\":{…}}.")
    }
    let id = try Self.person(typed)
    guard try writer.reader.exists(id) else { throw Self.unknown(id) }
    let person = try writer.reader.today(id).person ?? id
    let day = brief.day ?? brief.today
    var assessment = try brief.assessment(answers, of: person) {
      try writer.reader.caseFile(person).answeredItems(of: person, on: day)
    }
    let fields = [person.text, brief.day?.description ?? "", brief.assessor ?? ""]
    let said = Array((fields + assessment.answers.sorted()).joined(separator: "\u{1F}").utf8)
    assessment.source = forms.source(said, setting: brief.agency, number: nil)
    if try forms.isHere(said, setting: brief.agency, number: nil) { return nil }
    return BriefTaking.Row(person: person, assessment: assessment, place: place)
  }

  /// A person's whole id. Throws where it is none.
  static func person(_ typed: String) throws -> ID {
    guard case .whole(let id) = ID.typed(typed), id.shape == .person else {
      throw Problem(
        "person-id", .data, "\(.value) is no person's id",
        cure: "A person's whole id is like YP-Y4D6-MDM9-N: carers show has it.")
    }
    return id
  }

  static func unknown(_ id: ID?) -> Problem {
    Problem(
      "child-unknown", .data, id.map { "there is no \($0) here" } ?? "nobody here is this child",
      cure: id == nil
        ? "Take them in first with carers refer import, or with --add; or put an id into a column person."
        : "Correct the id.")
  }
}
