/// The questions of one form of assessment, in the order in which they are asked.
public struct AssessmentForm: Sendable {
  public let form: Assessment.Form
  /// What the service calls it.
  public let title: String
  public let items: [Item]
  /// Of the eight outcome areas: what their numbers mean.
  public internal(set) var scale: Scale?

  init(_ form: Assessment.Form, title: String, _ items: [Item]) {
    self.form = form
    self.title = title
    self.items = items
  }

  /// Nil for a form that this version has no questions for.
  public init?(_ form: Assessment.Form, _ service: Service) {
    switch form {
    case .brief: self = .brief(service)
    case .needs: self = .needs(service)
    case .transition: self = .transition(service)
    case .outcomes: self = .outcomes(service)
    default: return nil
    }
  }

  public func item(_ code: String) -> Item? { items.first { $0.code == code } }

  /// With further items beside its own: those of instruments, `MACA-YC18.3`.
  public func adding(_ more: [Item]) -> AssessmentForm {
    var wider = AssessmentForm(form, title: title, items + more)
    wider.scale = scale
    return wider
  }

  /// What must still be answered before it can be finished.
  public func missing(in answers: Answers) -> [Item] {
    items.filter { $0.isNeeded && answers[$0.code] == nil }
  }
}
