import Foundation
import TestSupport
import Testing

@testable import Storage

/// Run by `make views`, which says where a Python with the other tools is.
private let python = ProcessInfo.processInfo.environment["CARERS_VIEWS_PYTHON"]

@Suite("Views in other tools", .enabled(if: python != nil))
struct OtherToolsTests {
  @Test("Every view says the same in DuckDB and in datasette as in SQLite")
  func same() throws {
    let desk = try Desk()
    var entries = Entries(seed: 3)
    try desk.load(try entries.lines(4_000))
    let process = Process()
    process.executableURL = URL(filePath: try #require(python))
    process.arguments = [
      Checkout.root.appending(path: "Tests/Views/compare.py").path, desk.path,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
