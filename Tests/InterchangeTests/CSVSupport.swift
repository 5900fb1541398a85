import Foundation

/// The corpora shared between checkouts; nil where they are not at hand.
let sharedCorpora: URL? = {
  let named = ProcessInfo.processInfo.environment["CARERS_SHARED"].map(URL.init(fileURLWithPath:))
  let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared").standardizedFileURL
  let corpora = (named ?? beside).appendingPathComponent("corpora")
  return FileManager.default.fileExists(atPath: corpora.path) ? corpora : nil
}()

func corpus(_ path: String) throws -> [UInt8] {
  guard let sharedCorpora else { return [] }
  return Array(try Data(contentsOf: sharedCorpora.appendingPathComponent(path)))
}

/// SplitMix64: the same values in every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
