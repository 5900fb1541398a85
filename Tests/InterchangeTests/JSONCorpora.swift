import Foundation

/// Other people's data, read where they lie beside the checkout, or where `CARERS_SHARED` says.
enum JSONCorpora {
  static let folder: URL = {
    if let given = ProcessInfo.processInfo.environment["CARERS_SHARED"] {
      return URL(fileURLWithPath: given).appendingPathComponent("corpora")
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared/corpora").standardized
  }()

  static let suite: [(name: String, bytes: [UInt8])] = {
    let parsing = folder.appendingPathComponent("jsontestsuite/test_parsing")
    let names = try? FileManager.default.contentsOfDirectory(atPath: parsing.path)
    return (names ?? []).sorted().compactMap { name in
      (try? Data(contentsOf: parsing.appendingPathComponent(name))).map { (name, Array($0)) }
    }
  }()

  static let naughty: [String] = {
    let file = try? Data(contentsOf: folder.appendingPathComponent("blns/blns.json"))
    return (file.flatMap { try? JSONDecoder().decode([String].self, from: $0) }) ?? []
  }()
}

/// SplitMix64: the same entries on every machine.
struct JSONGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
