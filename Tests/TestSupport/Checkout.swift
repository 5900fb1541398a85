import Foundation

/// Files that tests read where they lie.
public enum Checkout {
  public static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The project's own school files.
  public static let schoolFiles = root.appending(path: "Tests/Fixtures/school-csv")

  public static func schoolFile(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: schoolFiles.appending(path: name)))
  }

  /// Other people's data, beside the checkout or where `CARERS_SHARED` says; nil where it is not.
  public static func shared(_ path: String) -> URL? {
    let named = ProcessInfo.processInfo.environment["CARERS_SHARED"].map { URL(filePath: $0) }
    let folder = named ?? root.deletingLastPathComponent().appending(path: "shared")
    let found = folder.appending(path: path)
    return FileManager.default.fileExists(atPath: found.path) ? found : nil
  }

  /// The Big List of Naughty Strings; none where it is not at hand.
  public static let naughtyStrings: [String] = {
    let data = shared("corpora/blns/blns.json").flatMap { try? Data(contentsOf: $0) }
    return (data.flatMap { try? JSONDecoder().decode([String].self, from: $0) }) ?? []
  }()
}
