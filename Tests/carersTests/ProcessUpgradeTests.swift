import Foundation
import TestSupport
import Testing

@Suite(
  "An upgrade that is cut off", .serialized,
  .enabled(if: Built.isThere, "The program is not built beside the tests."))
struct ProcessUpgradeTests {
  private static let upgrade = "\"$carers\" init --upgrade s.sqlite -q"

  /// A store of so many referrals whose header says version 1.
  private func bench(rows: Int) throws -> Bench {
    let bench = try Bench()
    bench.sheet("a.csv", rows: rows)
    let made = try bench.run(
      """
      "$carers" init old.sqlite -q && \
      "$carers" refer import a.csv --store old.sqlite --agency Oak -q > /dev/null && \
      printf '\\000\\000\\000\\001' | dd of=old.sqlite bs=1 seek=60 conv=notrunc
      """)
    try #require(made.status == 0)
    return bench
  }

  /// It is the old store or the new one, whole, and the same command makes it the new one.
  private func expectWhole(_ bench: Bench, rows: Int, after fault: String) throws {
    let seen = try bench.status("\"$carers\" check --store s.sqlite -q")
    #expect(seen == 0 || seen == 78, "\(fault)")
    let again = try bench.run(Self.upgrade)
    #expect(again.status == 0, "\(fault): \(again.err)")
    #expect(try bench.status("\"$carers\" check --store s.sqlite -q") == 0, "\(fault)")
    #expect(try bench.referrals() == rows, "\(fault)")
    #expect(
      bench.left == ["a.csv", "old.sqlite", "s.sqlite", "s.sqlite.before-upgrade"], "\(fault)")
  }

  @Test("By a signal at any time", arguments: [SIGTERM, SIGKILL])
  func signals(_ signal: Int32) throws {
    let rows = Built.isLong ? 5000 : 100
    let bench = try bench(rows: rows)
    let fresh = "rm -f s.sqlite*; cp old.sqlite s.sqlite"
    try bench.run(fresh)
    let started = Date()
    try #require(try bench.status(Self.upgrade) == 0)
    let whole = Date().timeIntervalSince(started)
    var random = Seeded(UInt64(signal))
    var killed = 0
    for round in 0..<(Built.isLong ? 100 : 4) {
      try bench.run(fresh)
      let process = try bench.start("exec " + Self.upgrade)
      Thread.sleep(forTimeInterval: .random(in: whole * 0.2...whole * 1.05, using: &random))
      kill(process, signal)
      if bench.ended(process).status != 0 { killed += 1 }
      try expectWhole(bench, rows: rows, after: "signal \(signal), round \(round)")
    }
    #expect(killed > 0)
  }

  @Test(
    "By the system's refusal of any one write",
    .enabled(if: Built.canTrace, "There is no strace, or it may not trace."))
  func refusals() throws {
    let bench = try bench(rows: 20)
    let calls = ["pwrite64", "fsync", "fdatasync", "unlink", "rename"]
    let fresh = "rm -f s.sqlite*; cp old.sqlite s.sqlite"
    try bench.run(fresh)
    let traced = "strace -f -o trace -e trace=\(calls.joined(separator: ",")) \(Self.upgrade)"
    try #require(try bench.status(traced) == 0)
    let trace = bench.scratch.text("trace")
    try bench.run("rm trace")
    var tried = 0
    let deadline = Date() + (Built.isLong ? 3600 : 8)
    for call in calls {
      let points = trace.split(separator: "\n").count { $0.contains(" \(call)(") }
      for point in stride(from: 1, through: points, by: Built.isLong ? 1 : max(points / 4, 1))
      where Date() < deadline {
        let fault = ["error=EIO", "error=ENOSPC", "signal=SIGKILL"][point % 3]
        tried += 1
        try bench.run(fresh)
        let inject = "-e trace=\(call) -e inject=\(call):\(fault):when=\(point)"
        try bench.run("strace -f -o /dev/null \(inject) \(Self.upgrade)")
        try expectWhole(bench, rows: 20, after: "\(call) \(point) \(fault)")
      }
    }
    #expect(tried > 3)
  }
}
