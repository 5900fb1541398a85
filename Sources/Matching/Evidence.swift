extension Comparison {
  /// Each finding that was made, in words, without a value.
  public var evidence: [String] {
    var lines: [String] = []
    func add(_ name: String, _ agreement: Agreement) {
      switch agreement {
      case .missing: break
      case .agrees: lines.append("\(name) agrees")
      case .differs, .conflict: lines.append("\(name) differs")
      }
    }
    add("UPN", upn)
    add("NHS number", nhsNumber)
    add("system id", systemID)
    if namesSwapped {
      lines.append("given name and surname are swapped")
    } else {
      if let words = given.words(form: "a known form") { lines.append("given name \(words)") }
      if let words = surname.words(form: "a known form or part") {
        lines.append("surname \(words)")
      }
    }
    if let words = born.words { lines.append("birth date \(words)") }
    if let words = household.words { lines.append(words) }
    add("person cared for", caredFor)
    add("telephone", phone)
    add("school", school)
    if sex == .differs { add("sex", sex) }
    return lines
  }
}

extension Likeness {
  fileprivate func words(form: String) -> String? {
    switch self {
    case .missing: nil
    case .different: "differs"
    case .doubtful: "is alike but may be another's"
    case .near: "is nearly the same"
    case .variant: "is \(form)"
    case .exact: "agrees"
    }
  }
}

extension Comparison.Birth {
  fileprivate var words: String? {
    switch self {
    case .missing: nil
    case .exact: "agrees"
    case .newYear: "agrees, but 1 January may stand for the year"
    case .slip: "differs by one slip"
    case .different: "differs"
    }
  }
}

extension Comparison.Household {
  fileprivate var words: String? {
    switch self {
    case .missing: nil
    case .same: "postcode and address agree"
    case .postcode: "postcode agrees"
    case .address: "address agrees"
    case .neighbour: "postcode agrees, house differs"
    case .moved: "household differs"
    }
  }
}
