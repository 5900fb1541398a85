/// A row of List 2 of Ofsted's Annex A: "All early help assessments in the six months before the date
/// of inspection." Columns, codes and dates as the framework's annex has them.
public struct EarlyHelpAssessment: Sendable, Equatable {
  /// The columns, byte for byte.
  public static let columns = [
    "Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)",
    "Assessment start date", "Assessment completion date", "Organisation completing assessment",
  ]
  /// What counts as one: the brief assessment, by whatever name, and the needs assessment.
  public static let forms: Set<Assessment.Form> = [.brief, .needs]

  public var family: ID
  public var child: String
  public var sex: String?
  public var ethnicity: String?
  public var born: Day?
  public var age: Int?
  public var started: Day
  public var completed: Day?
  public var organisation: String

  /// A value for each column.
  public var values: [String?] {
    [
      child, AnnexACode.gender(sex), AnnexACode.ethnicity(ethnicity), born?.slashed,
      age.map(String.init), started.slashed, completed?.slashed, organisation,
    ]
  }

  /// By the day they began, then by child.
  public static func ordered(_ rows: [EarlyHelpAssessment]) -> [EarlyHelpAssessment] {
    rows.inOrder(
      of: { ($0.started, $0.child, $0.completed?.number ?? .max, $0.organisation) }, <)
  }
}

/// The words of Annex A for what is unambiguous; anything else stays as it was given.
public enum AnnexACode {
  public static func gender(_ given: String?) -> String {
    switch Sex(given) {
    case .male: "a) Male"
    case .female: "b) Female"
    case .unknown: "c) Not stated/recorded"
    case .neither: "d) Neither"
    case nil: given ?? ""
    }
  }

  public static func ethnicity(_ given: String?) -> String {
    guard let code = Ethnicity.code(given), let place = Ethnicity.codes.firstIndex(of: code) else {
      return given ?? ""
    }
    return "\(Character(UnicodeScalar(UInt8(ascii: "a") + UInt8(place))))) \(code)"
  }
}

extension Day {
  /// `04/12/2026`.
  public var slashed: String {
    let (year, month, day) = parts
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(two(day))/\(two(month))/\(year)"
  }
}

extension CaseFile {
  /// The early help assessments of the young carers in a case that were under way in the six months
  /// before an inspection, ages as on its day. An assessment without a setting is `service`'s own.
  public func earlyHelp(inspectedOn day: Day, by service: String) -> [EarlyHelpAssessment] {
    let begun = beginnings
    return all(Assessment.self).compactMap { one in
      guard EarlyHelpAssessment.forms.contains(one.form),
        let child = one.person.flatMap(member), child.isYoungCarer,
        one.form == .brief || one.started != nil || one.finished != nil
      else { return nil }
      let started = one.started ?? begun[one.key]?.day ?? one.header.day
      let completed = one.finished.flatMap { $0 <= day ? $0 : nil }
      guard started <= day, completed.map({ $0 >= day.adding(months: -6) }) ?? true else {
        return nil
      }
      let born = child.latest(\.born)
      return EarlyHelpAssessment(
        family: family, child: child.latest(\.systemID) ?? child.id.text, sex: child.latest(\.sex),
        ethnicity: child.latest(\.ethnicity), born: born, age: born.map { day.age(born: $0) },
        started: started, completed: completed, organisation: one.setting ?? service)
    }
  }
}
