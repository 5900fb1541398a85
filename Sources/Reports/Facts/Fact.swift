import YoungCarers

/// Something that happened in a family's case on a day, and that a report counts.
struct Fact: Equatable {
  var measure: Measure
  var day: Day
  /// The child it is about; nil where it is about the family.
  var child: ID?
  var kind: String?
  /// Of measures that are a middle: the days, or the number.
  var number: Int?
  /// How many at once.
  var count = 1
  /// The agency it came by, where that is not the agency that first referred the child.
  var referral: Referral?
}

/// The facts of one case, theme by theme: pure, and the same whenever it is asked.
struct Facts {
  let file: CaseFile
  let service: Service
  let instruments: Instruments

  var all: [Fact] { beside + after(file.stays) + involvement + endings }

  /// Those that do not tell when the work with a family began and ended, how it went, and what became
  /// of them.
  var beside: [Fact] {
    reach + firstSteps + assessments + adults + conferences + promises + contacts + hearing
  }
}
