import YoungCarers

/// For each school how many pupils it may write down in the census, and how many it may not be told
/// of; and the schools that we have not heard from (practice P41, P42).
public struct CensusReport {
  /// A young carer at a school, without a name.
  public struct Pupil: Sendable {
    /// Nil where no school is known.
    public var school: String?
    public var pupil: CensusPupil

    public init(school: String?, pupil: CensusPupil) {
      self.school = school
      self.pupil = pupil
    }
  }

  /// A school, and the last day on which we heard from it.
  public struct School: Sendable {
    public var agency: Agency
    public var heard: Day?

    public init(_ agency: Agency, heard: Day?) {
      self.agency = agency
      self.heard = heard
    }
  }

  private let pupils: [Pupil]
  private let schools: [School]
  private let service: String
  private let since: Day
  private let day: Day

  /// `schools` are those not heard from since `since`.
  public init(_ pupils: [Pupil], notHeard schools: [School], service: String, since: Day, day: Day)
  {
    self.pupils = pupils
    self.schools = schools
    self.service = service
    self.since = since
    self.day = day
  }

  public var report: Report {
    Report(
      code: "census", title: "Young carers in the school census",
      preface: [
        "\(service.capitalised). As it stands on \(day.spoken).",
        "P: a parent has declared it. S: the school itself has identified the child. A school may write down neither for a child whom somebody else has identified: ask the parent, or ask the school what it sees.",
        "A school is told of its own pupils only, and only where there is a basis to share: carers report census --school NAME is that list. N, not declared, does not say that a child is no young carer.",
      ],
      sections: [
        Report.Section("Pupils", [bySchool, withheld]),
        Report.Section(
          "Schools we have not heard from",
          preface: [
            "No referral, no brief assessment and no question has come from them since \(since.written). It is a reason to ring and ask how they are; it says nothing of what they do."
          ], [notHeard]),
      ])
  }

  /// Those with a code who may not be passed on: all of them stand in two tables.
  private func held(_ pupils: [Pupil]) -> [Pupil] {
    pupils.filter { $0.pupil.code != nil && !$0.pupil.isToPass }
  }

  private var allHeld: Quantity { Quantity("census-withheld", day.description) }

  private var bySchool: Report.Table {
    let grouped = Dictionary(grouping: pupils) { $0.school ?? "" }
    let names = grouped.keys.filter { !$0.isEmpty }
      .sorted { (Text.folded($0), $0) < (Text.folded($1), $1) }
    func row(_ label: String, _ pupils: [Pupil], isTotal: Bool = false) -> Report.Row {
      func count(_ isSo: (CensusPupil) -> Bool) -> Figure {
        .count(pupils.count { isSo($0.pupil) })
      }
      return Report.Row(
        [label],
        [
          .count(pupils.count), count { $0.isToPass && $0.code?.code == .p },
          count { $0.isToPass && $0.code?.code == .s },
          .count(Count(held(pupils).count, isTotal ? allHeld : nil)), count { $0.code == nil },
        ], isTotal: isTotal)
    }
    return Report.Table(
      code: "schools", caption: "Young carers by school", labels: ["School"],
      columns: ["Young carers", "P", "S", "May not be passed on", "Neither P nor S"],
      rows: names.map { row($0, grouped[$0] ?? []) } + [
        row("School not known", grouped[""] ?? []), row("All", pupils, isTotal: true),
      ],
      chart: .stacked(columns: [1, 2, 3, 4]), sums: [0: [1, 2, 3, 4]])
  }

  /// Why those with a code may not be passed on.
  private var withheld: Report.Table {
    let held = held(pupils)
    let reasons: [Sharing.Reason] = [.unasked, .refused, .withdrawn, .expired, .decidedAgainst]
    return Report.Table(
      code: "withheld", caption: "Why a school may not be told", labels: ["Why"],
      columns: ["Young carers"],
      rows: reasons.map { reason in
        Report.Row(
          [reason.rawValue], [.count(held.count { $0.pupil.sharing.reason == reason })])
      } + [Report.Row(["All"], [.count(Count(held.count, allHeld))], isTotal: true)],
      note: "carers consent writes an answer down; --what census where it is about this alone.")
  }

  private var notHeard: Report.Table {
    Report.Table(
      code: "not-heard", caption: "Schools we have not heard from", labels: ["School", "URN"],
      columns: ["Pupils on roll", "Last heard from"],
      rows: schools.map { school in
        Report.Row(
          [school.agency.name, school.agency.urn ?? ""],
          [
            school.agency.roll.map { .number($0) } ?? .mark(.unavailable),
            .text(school.heard?.written ?? "not yet"),
          ])
      }, note: "Schools are the agencies of that kind: carers agency list.")
  }
}
