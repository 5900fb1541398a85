/// Ethnicity as it was given: a main code of the Department for Education, or words.
public enum Ethnicity {
  /// In the department's order (field notes 4.4).
  public static let codes = [
    "WBRI", "WIRI", "WIRT", "WOTH", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN",
    "AOTH", "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT",
  ]
  public static let refused = "REFU"
  public static let notObtained = "NOBT"

  private static let words = [
    "white british": "WBRI", "white irish": "WIRI", "traveller of irish heritage": "WIRT",
    "gypsy roma": "WROM", "white and black caribbean": "MWBC", "white and black african": "MWBA",
    "white and asian": "MWAS", "indian": "AIND", "pakistani": "APKN", "bangladeshi": "ABAN",
    "black caribbean": "BCRB", "black african": "BAFR", "chinese": "CHNE", "refused": refused,
    "declined": refused, "prefer not to say": refused, "not obtained": notObtained,
    "not yet obtained": notObtained, "information not yet obtained": notObtained,
    "not known": notObtained, "unknown": notObtained, "not asked": notObtained,
    "not stated": notObtained,
  ]

  /// The code where it is unambiguous, `NOBT` where nothing was given; nil for other words.
  public static func code(_ given: String?) -> String? {
    let folded = Text.folded(given ?? "")
    if folded.isEmpty { return notObtained }
    let typed = folded.uppercased()
    return codes.contains(typed) ? typed : words[folded]
  }
}
