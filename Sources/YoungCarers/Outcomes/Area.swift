/// The eight outcome areas of Bolton's account, which spells some of them in two ways.
public enum Area: String, Sendable, CaseIterable {
  case resilience, choices, family, education, peers, material, access, caring

  /// As a form prints it.
  public var title: String {
    switch self {
    case .resilience: "Resilience"
    case .choices: "Choices"
    case .family: "Stable family life"
    case .education: "Education, employment and training"
    case .peers: "Peer relationships"
    case .material: "Material support"
    case .access: "Access to services"
    case .caring: "Impact of caring"
    }
  }

  /// In the words of a child.
  public var question: String {
    switch self {
    case .resilience: "How well do you get through hard days?"
    case .choices: "How much do you choose for yourself?"
    case .family: "How steady are things at home?"
    case .education: "How are things at school, college or work?"
    case .peers: "How are things with friends?"
    case .material: "Does your family have what it needs: money, clothes, a warm home?"
    case .access: "Do you and your family get the help you need?"
    case .caring: "How is it to look after somebody? A high number: it is not too much."
    }
  }

  /// Both accounts' spellings, as headers and answers may have them.
  public var spellings: [String] {
    switch self {
    case .resilience, .choices: [rawValue]
    case .family: ["family", "stable family life", "stability of family life"]
    case .education:
      [
        "education", "education employment and training", "EET", "education employment training",
        "education employment and training (EET)",
      ]
    case .peers: ["peers", "peer relationships", "peer relationship"]
    case .material: ["material", "material support"]
    case .access: ["access", "access to services"]
    case .caring: ["caring", "impact of caring"]
    }
  }

  /// However the two accounts spell it, capitals and punctuation aside.
  public init?(spelled text: String) {
    let plain = Text.folded(text)
    guard
      let area = Area.allCases.first(where: { area in
        area.spellings.contains { Text.folded($0) == plain }
      })
    else { return nil }
    self = area
  }
}
