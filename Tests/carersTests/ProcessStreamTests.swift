import Foundation
import TestSupport
import Testing

@Suite(
  "The program among others",
  .enabled(if: Built.isThere, "The program is not built beside the tests."))
struct ProcessStreamTests {
  private let bench: Bench

  init() throws {
    bench = try Bench()
    bench.sheet("a.csv", rows: 400)
    try bench.run(
      """
      "$carers" init s.sqlite -q
      "$carers" refer import a.csv --store s.sqlite --agency Oak -q
      """)
  }

  @Test("Under cron, without a store: nothing came")
  func cronWithoutStore() throws {
    let ended = try bench.run("umask 022; : | \"$carers\" refer list")
    #expect(ended.status == 65 && ended.out.isEmpty && ended.err.contains("othing came"))
  }

  @Test("Under cron, with a store: the list, and files for nobody else")
  func cronWithStore() throws {
    bench.scratch.put(
      "first_name,last_name,dob\nAva,Khan,13/02/2012\nBo,Lee,31/02/2012\n", in: "b.csv")
    let ended = try bench.run(
      """
      umask 022
      : | "$carers" refer list --store s.sqlite --format csv || exit 9
      : | "$carers" refer list --store s.sqlite --format csv -o list.csv || exit 8
      : | "$carers" refer import b.csv --store s.sqlite --rejects bad.csv --links links.csv -q
      [ $? = 1 ] || exit 7
      : | "$carers" init cases/ -q
      stat -c %a s.sqlite list.csv bad.csv links.csv cases cases/service.jsonl >&2
      """)
    #expect(ended.status == 0)
    #expect(ended.out.utf8.count { $0 == 10 } == 401)
    #expect(ended.err.hasSuffix("600\n600\n600\n600\n700\n600\n"))
  }

  static let writers = [
    "refer import b.csv --store s.sqlite", "refer import b.csv --store -",
    "refer list --store s.sqlite", "export --store s.sqlite", "find khan --store s.sqlite",
    "log --store s.sqlite", "refer queue --store s.sqlite", "schema person", "config", "--help",
    "--version", "refer columns b.csv", "next --store s.sqlite",
  ]

  @Test("A full disk or a closed stream behind standard output is told", arguments: writers)
  func output(_ command: String) throws {
    bench.scratch.put("first_name,last_name,dob\nAva,Khan,13/02/2012\n", in: "b.csv")
    try bench.run("\"$carers\" refer import b.csv --store s.sqlite -q")
    for (number, place) in ["> /dev/full", ">&-"].enumerated() {
      bench.scratch.put(
        "first_name,last_name,dob\nCai,Moss,1\(number + 3)/02/2012\n", in: "b.csv")
      let ended = try bench.run("\"$carers\" \(command) \(place)")
      #expect(ended.status == 74, "\(place)")
      #expect(!ended.err.isEmpty, "\(place)")
    }
    #expect(try bench.status("\"$carers\" check --store s.sqlite -q") == 0)
  }

  @Test("A closed standard input is not an empty one")
  func input() throws {
    for command in ["refer import -", "refer list", "load - --store s.sqlite", "refer add -"] {
      #expect(try bench.status("\"$carers\" \(command) <&-") == 74, "\(command)")
    }
  }

  @Test("A reader who has seen enough ends it quietly", arguments: ["", "trap '' PIPE;"])
  func head(_ trap: String) throws {
    for command in ["export --store s.sqlite", "refer import a.csv --store -"] {
      let ended = try bench.run(
        "{ \(trap) \"$carers\" \(command) -q; echo $? > status; } | head -c 1 > /dev/null")
      #expect(bench.scratch.text("status") == "141\n", "\(command)")
      #expect(ended.err.isEmpty, "\(command)")
    }
  }

  @Test(
    "In a folder that may not be written to nothing is changed",
    .enabled(if: !Built.isRoot || Built.has("setpriv"), "Root without setpriv."))
  func readOnly() throws {
    let nobody =
      Built.isRoot ? "setpriv --reuid 65534 --regid 65534 --clear-groups" : ""
    if Built.isRoot {
      guard try bench.status("chmod 711 .; \(nobody) test -x \"$carers\"") == 0 else { return }
    }
    let ended = try bench.run(
      """
      mkdir shut; cp s.sqlite shut; chmod 600 shut/s.sqlite
      [ -z "\(nobody)" ] || chown -R 65534 shut
      cp a.csv tmp; chmod 777 tmp; chmod 644 tmp/a.csv
      chmod 500 shut; sha256sum shut/s.sqlite
      sed 's/Oak Road/Elm Road/' a.csv > tmp/c.csv; chmod 644 tmp/c.csv
      \(nobody) "$carers" refer import tmp/c.csv --store shut/s.sqlite --agency Elm
      echo "$?"
      \(nobody) "$carers" note YC-2222-2222-2 --text x --store shut/s.sqlite; echo "$?"
      \(nobody) "$carers" init shut/new.sqlite; echo "$?"
      \(nobody) "$carers" export --store shut/s.sqlite -o shut/all.jsonl; echo "$?"
      sha256sum shut/s.sqlite; ls shut; chmod 700 shut
      """)
    let lines = ended.out.split(separator: "\n").map(String.init)
    try #require(lines.count == 7)
    #expect(lines[1] == "73" && lines[3] == "73" && lines[4] == "73")
    #expect(lines[0] == lines[5] && lines[6] == "s.sqlite")
  }

  @Test("A wait of any length is taken", arguments: ["-1", "0", "9999999999"])
  func wait(_ seconds: String) throws {
    #expect(try bench.status("\"$carers\" check --store s.sqlite --wait=\(seconds)") == 0)
    try bench.run("\"$carers\" init cases/")
    #expect(try bench.status("\"$carers\" check --store cases --wait=\(seconds)") == 0)
  }

  @Test("Eight at once: every command is kept, and none is told that the store is locked")
  func concurrent() throws {
    let added = try bench.run("\"$carers\" refer add --given A --surname B --store s.sqlite")
    let family = try #require(added.out.firstMatch(of: /"family":"(YC-[^"]*)"/)?.1)
    let ended = try bench.run(
      """
      for worker in 1 2 3 4 5 6 7 8; do
        ( for n in 1 2 3 4 5 6 7; do
            "$carers" note \(family) --text "$worker $n" --store s.sqlite -q || echo failed
            "$carers" refer add --given "W$worker" --surname "N$n" --store s.sqlite -q || echo failed
          done
          "$carers" note \(family) --text "$worker last" --store s.sqlite -q || echo failed ) &
      done
      wait
      "$carers" check --store s.sqlite -q || echo damaged
      "$carers" export --store s.sqlite > all.jsonl
      """)
    #expect(ended.out == "" && ended.err == "")
    let all = bench.scratch.text("all.jsonl").split(separator: "\n")
    #expect(all.count { $0.contains("\"record\":\"note\"") } == 64)
    #expect(all.count { $0.contains("\"record\":\"referral\"") } == 400 + 1 + 56)
    let log = try bench.run("\"$carers\" log --store s.sqlite --format csv | tail -n +2 | wc -l")
    #expect(log.out.trimmingCharacters(in: .whitespacesAndNewlines) == "122")
  }
}
