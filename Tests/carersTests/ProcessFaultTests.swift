import Foundation
import TestSupport
import Testing

@Suite(
  "An import that is cut off", .serialized,
  .enabled(if: Built.isThere, "The program is not built beside the tests."))
struct ProcessFaultTests {
  private static let load = "\"$carers\" refer import a.csv --store s.sqlite --agency Oak -q"

  private func bench(rows: Int) throws -> Bench {
    let bench = try Bench()
    bench.sheet("a.csv", rows: rows)
    try bench.run("\"$carers\" init empty.sqlite -q")
    return bench
  }

  /// All of it or nothing is there, a check finds nothing, and the same command completes it.
  private func expectWhole(_ bench: Bench, rows: Int, after fault: String) throws {
    let kept = try bench.referrals()
    #expect(kept == 0 || kept == rows, "\(fault)")
    let check = try bench.run("\"$carers\" check --store s.sqlite")
    #expect(check.status == 0, "\(fault): \(check.err)")
    #expect(try bench.status(Self.load + " > /dev/null") == 0, "\(fault)")
    #expect(try bench.referrals() == rows, "\(fault)")
    #expect(bench.left == ["a.csv", "empty.sqlite", "s.sqlite"], "\(fault)")
  }

  @Test("By a signal at any time", arguments: [SIGINT, SIGTERM, SIGKILL])
  func signals(_ signal: Int32) throws {
    let rows = Built.isLong ? 20_000 : 300
    let bench = try bench(rows: rows)
    try bench.run("cp empty.sqlite s.sqlite")
    let started = Date()
    try bench.run(Self.load)
    let whole = Date().timeIntervalSince(started)
    var random = Seeded(UInt64(signal))
    var killed = 0
    for round in 0..<(Built.isLong ? 100 : 5) {
      try bench.run("cp empty.sqlite s.sqlite")
      let process = try bench.start("exec " + Self.load)
      Thread.sleep(forTimeInterval: .random(in: 0...whole * 1.1, using: &random))
      kill(process, signal)
      let ended = bench.ended(process)
      #expect(ended.status == 128 + signal || ended.status == 0)
      if ended.status != 0 { killed += 1 }
      let left = Set(bench.left).subtracting(["a.csv", "empty.sqlite", "s.sqlite"])
      #expect(left.isSubset(of: ["s.sqlite-journal"]))
      if ended.status == 0 { #expect(try bench.referrals() == rows) }
      try expectWhole(bench, rows: rows, after: "signal \(signal), round \(round)")
    }
    #expect(killed > 0)
  }

  @Test("By a limit on the size of files")
  func limit() throws {
    let bench = try bench(rows: 600)
    for blocks in [300, 400, 600, 900] {
      try bench.run("cp empty.sqlite s.sqlite")
      let ended = try bench.run("ulimit -f \(blocks); " + Self.load)
      #expect(ended.status != 0 || blocks == 900)
      if ended.status == 0 { #expect(try bench.referrals() == 600) }
      try expectWhole(bench, rows: 600, after: "limit \(blocks)")
    }
  }

  @Test(
    "By a full disk: told, nothing kept, and complete once there is room",
    .enabled(if: Built.canMount, "Only root can mount a small disk, and not everywhere."))
  func fullDisk() throws {
    let bench = try bench(rows: 2000)
    try #require(try bench.status("mkdir d && \(Built.mount) d") == 0)
    defer { _ = try? bench.run("umount d; rmdir d") }
    let take = "\"$carers\" refer import a.csv --agency Oak -q --store"
    let ended = try bench.run("cp empty.sqlite d/s.sqlite; \(take) d/s.sqlite")
    #expect(ended.status == 74 && ended.err.contains("disk is full"))
    #expect(try bench.referrals("d/s.sqlite") == 0)
    #expect(try bench.run("ls -A d").out == "s.sqlite\n")
    let folder = try bench.run("\"$carers\" init d/cases/ -q && \(take) d/cases")
    #expect(folder.status == 74)
    #expect(try bench.referrals("d/cases") == 0)
    let roomy = try bench.run(
      "mount -o remount,size=64m d && \(take) d/s.sqlite > /dev/null && \(take) d/cases > /dev/null"
    )
    #expect(roomy.status == 0)
    #expect(try bench.referrals("d/s.sqlite") == 2000)
    #expect(try bench.referrals("d/cases") == 2000)
    #expect(try bench.status("\"$carers\" check --store d/cases -q") == 0)
  }

  @Test(
    "By the system's refusal of any one write",
    .enabled(if: Built.canTrace, "There is no strace, or it may not trace."),
    arguments: ["s.sqlite", "cases"])
  func refusals(_ store: String) throws {
    let rows = 50
    let bench = try bench(rows: rows)
    let calls = ["pwrite64", "write", "fsync", "fdatasync", "unlink", "rename"]
    let load = "\"$carers\" refer import a.csv --store \(store) --agency Oak -q"
    let fresh = "rm -rf cases s.sqlite; cp empty.sqlite s.sqlite; cp -a none cases"
    try bench.run("\"$carers\" init none/ -q; \(fresh)")
    try #require(
      try bench.status("strace -f -o trace -e trace=\(calls.joined(separator: ",")) \(load)") == 0)
    let trace = bench.scratch.text("trace")
    var tried = 0
    let deadline = Date() + (Built.isLong ? 3600 : 8)
    for call in calls {
      let points = trace.split(separator: "\n").count { $0.contains(" \(call)(") }
      let faults = ["error=EIO", "error=ENOSPC", "signal=SIGKILL"]
      for point in stride(from: 1, through: points, by: 1) where Date() < deadline {
        let fault = faults[point % 3]
        if !Built.isLong, point > 6, point % 4 != 1 { continue }
        tried += 1
        try bench.run(fresh)
        let ended = try bench.run(
          "strace -f -o /dev/null -e trace=\(call) -e inject=\(call):\(fault):when=\(point) \(load)"
        )
        let name = "\(call) \(point) \(fault)"
        let kept = try bench.referrals(store)
        #expect(kept == 0 || kept == rows, "\(name)")
        if ended.status == 0 { #expect(kept == rows, "\(name)") }
        if ended.err.contains("othing was kept") { #expect(kept == 0, "\(name)") }
        let check = try bench.run("\"$carers\" check --store \(store)")
        #expect(check.status == 0, "\(name): \(check.err)")
        #expect(try bench.status("\(load) > /dev/null") == 0, "\(name)")
        #expect(try bench.referrals(store) == rows, "\(name)")
      }
    }
    #expect(tried > 3)
  }
}

@Suite struct BuiltTests {
  @Test("The program stands beside the tests: without it no process would be tried")
  func isThere() { #expect(Built.isThere) }
}
