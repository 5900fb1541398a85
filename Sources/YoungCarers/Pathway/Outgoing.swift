/// What every document and message that goes out must honour (practice P6, P8): who must not see it,
/// the contact and address that are safe, and whether letters that nobody writes by hand are stopped.
public struct Outgoing: Sendable, Equatable {
  /// Who must not see anything, or must not be contacted, as the alerts name them.
  public let barred: [String]
  /// How to get in touch in place of the telephone that is given, where that is not safe.
  public let safeContact: String?
  /// Where to write in place of the address that is given.
  public let safeAddress: String?
  public let interpreter: String?
  /// Somebody has died: no automatic letter goes out.
  public let isBereaved: Bool

  /// Whether a reader may be sent it: nobody whom an alert bars, by name or as part of a longer one.
  /// An alert that bars nobody by name bars everybody, until a person has looked.
  public func maySee(_ reader: String) -> Bool {
    let reader = " \(Text.folded(reader)) "
    return !barred.contains { whom in
      let whom = Text.folded(whom)
      return whom.isEmpty || reader.contains(" \(whom) ") || " \(whom) ".contains(reader)
    }
  }

  /// Whether somebody may be sent it who has several names: the agency's aliases, the worker's own.
  /// Without a name it goes to nobody as long as an alert bars anybody unnamed.
  public func maySee(anyOf names: [String]) -> Bool {
    names.allSatisfy(maySee) && !barred.contains("")
  }

  /// The address to write to, and the telephone to ring.
  public func address(_ given: String?) -> String? { safeAddress ?? given }
  public func contact(_ given: String?) -> String? { safeContact ?? given }
}

extension CaseFile {
  /// The alerts of a day as they bear on what goes out about somebody; all of them where it is about
  /// the whole family.
  public func outgoing(about person: ID?, on day: Day) -> Outgoing {
    let alerts = alerts(on: day).filter {
      $0.person == nil || person == nil || $0.person.map(today) == person.map(today)
    }
    func last(_ what: Alert.What) -> String? { alerts.last { $0.what == what }?.text }
    return Outgoing(
      barred: alerts.filter { $0.what == .mustNotSee || $0.what == .noContact }
        .map { $0.whom ?? "" },
      safeContact: last(.safeContact), safeAddress: last(.safeAddress),
      interpreter: last(.interpreter),
      isBereaved: alerts.contains { $0.what == .bereavement })
  }
}
