import Foundation
import TestSupport
import Testing

@Suite(
  "What is said on standard error",
  .enabled(if: Built.isThere, "The program is not built beside the tests."))
struct ProcessCanaryTests {
  private static let names = [
    "Quillonia", "Zaphrentis", "Obrimsky", "Wexcombe", "Tarlquist", "Yolvanna", "Ibbersole",
    "Prandlewick", "Smorgatha", "Kelvaxis", "Umbrolly", "Fentiblade", "Grizwalda", "Harpingdon",
    "Jessamund", "Lorbitane", "Munsterfield", "Nabokeld", "Vexilmore", "Dronchester",
  ]

  @Test("Names stand in nothing that cron would mail, and in no file left behind")
  func canaries() throws {
    let bench = try Bench()
    let head = "referral_id,first_name,last_name,dob,address,upn,reason\n"
    let rows = Self.names.enumerated().map { number, name in
      let born = ["13/02/2012", "31/02/2014", "soon \(name)", ""][number % 4]
      return "\(number),\(name),\(name)son,\(born),\"1 \(name) Road\",\(name)UPN,\(name) said so"
    }
    bench.scratch.put(head + rows.joined(separator: "\n") + "\n", in: "bad.csv")
    bench.scratch.put(head + rows.joined(separator: ",extra,\(Self.names[3])\n"), in: "ragged.csv")
    bench.scratch.put(head + rows.joined(separator: "\n\""), in: "quote.csv")
    bench.scratch.put(rows.joined(separator: "\n"), in: "headless.csv")
    let entry = #"{"record":"person","day":"2026-11-02","id":"YP-2222-2222-2","given":"Quillonia""#
    bench.scratch.put(
      "\(entry),\"given\":\"Zaphrentis\"}\n", in: "twice.jsonl")
    bench.scratch.put("\(entry),\"born\":\"Obrimsky\"}\n", in: "born.jsonl")
    bench.scratch.put("\(entry)\n", in: "torn.jsonl")
    bench.scratch.put("given=Quillonia\nWexcombe\nborn=Tarlquist\n", in: "lines")
    bench.scratch.put("given=Quillonia\nborn=Tarlquist 31/02/2014\n", in: "born")
    bench.scratch.put("Umbrolly\u{1B}[2J", in: "note")
    let ended = try bench.run(
      """
      "$carers" init s.sqlite -q
      export CARERS_STORE=s.sqlite
      for file in bad ragged quote headless; do
        "$carers" refer columns $file.csv
        "$carers" refer import $file.csv
        "$carers" refer import $file.csv --errors json --agency Oak
        "$carers" refer import $file.csv --strict --rejects r.csv
        "$carers" refer import $file.csv --store - --rejects r2.csv | "$carers" load -
        "$carers" refer import - --dry-run < $file.csv
        "$carers" refer import $file.csv --map "first_name=nonsense"
        "$carers" refer import $file.csv > /dev/full
        "$carers" refer import $file.csv --links / --rejects /nowhere/r.csv
      done
      for file in twice born torn; do
        "$carers" load $file.jsonl
        "$carers" load $file.jsonl --errors json
        "$carers" refer list --store - $file.jsonl
        "$carers" refer list --store - $file.jsonl --partial
      done
      "$carers" refer add - < lines
      "$carers" refer add - < born
      "$carers" refer add --given Quillonia --born "soon Vexilmore"
      "$carers" refer add --given Quillonia --unknown-option
      "$carers" note Harpingdon --text Grizwalda
      "$carers" note YC-2222-2222-2 < note
      "$carers" find Jessamund
      "$carers" show Jessamund
      "$carers" refer same Lorbitane Munsterfield
      "$carers" export --store bad.csv
      "$carers" check --store bad.csv
      """)
    #expect(!ended.err.isEmpty)
    for name in Self.names {
      let said = ended.err.split(separator: "\n").filter { $0.contains(name) }
      #expect(said == [], "\(name)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(bench.folder)/tmp") == [])
    let known: Set = [
      "bad.csv", "ragged.csv", "quote.csv", "headless.csv", "twice.jsonl", "born.jsonl",
      "torn.jsonl", "lines", "born", "note", "s.sqlite", "r.csv", "r2.csv",
    ]
    #expect(Set(bench.left).subtracting(known) == [])
  }
}
