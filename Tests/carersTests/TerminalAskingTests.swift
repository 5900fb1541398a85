import Foundation
import TestSupport
import Testing
import YoungCarers

@testable import carers

@Suite("Asking whoever sits there")
struct TerminalAskingTests {
  let scratch = Scratch()

  @Test("Answers are read a line each, their ends trimmed, and Enter alone is none")
  func answers() throws {
    let asking = Asking(scratch.world(input: "  Zoë  Mary \n\nlast", terminal: true))
    #expect(try asking.ask("Given name", option: "--given") == "Zoë  Mary")
    #expect(try asking.ask("Preferred", option: "--preferred") == nil)
    #expect(try asking.ask("Surname", option: "--surname") == "last")
    #expect(scratch.text("err") == "Given name: Preferred: Surname: ")
    #expect { try asking.ask("School", option: "--school") } throws: { exitStatus(of: $0) == 64 }
    #expect(scratch.text("out") == "")
  }

  @Test("What is not text is asked for again")
  func again() throws {
    let asking = Asking(scratch.world(input: "a\u{1B}[A\nb\n", terminal: true))
    #expect(try asking.ask("Name", option: "--name") == "b")
  }

  @Test(
    "Only y and yes are a yes",
    arguments: [("y", true), ("YES", true), ("n", false), ("", false), ("yep", false)])
  func yes(answer: String, isYes: Bool) throws {
    let asking = Asking(scratch.world(input: answer + "\n", terminal: true))
    #expect(try asking.askYes("Join them?") == isYes)
    #expect(scratch.text("err") == "Join them? [y/N]: ")
  }

  @Test("Nobody is asked where one of the two streams is no terminal, or input is refused")
  func notAsked() throws {
    var worlds = [
      scratch.world(input: "y\n"), scratch.world(terminal: true), scratch.world(terminal: true),
    ]
    worlds[1].stdin.isTerminal = false
    worlds[2].stderr.isTerminal = false
    for world in worlds {
      let problem = #expect(throws: Problem.self) {
        try Asking(world).ask("Given name", option: "--given")
      }
      #expect(problem?.status == .usage)
      #expect(problem?.says.text(value: "") == "this needs --given")
      #expect(try Asking(world, yes: true).askYes("Join them?"))
    }
    #expect(!Asking(scratch.world(terminal: true), noInput: true).isPossible)
  }

  @Test("Progress waits half a second, is a terminal's alone, and goes when it is done")
  func progress() {
    var world = scratch.world(terminal: true)
    let time = Counter()
    world.stopwatch = { time.value }
    let progress = Progress("oakfield.csv", .bytes, of: 200, world)
    progress.reached(10)
    #expect(scratch.text("err") == "")
    time.value = 600_000
    progress.reached(50)
    time.value = 650_000
    progress.reached(60)
    progress.finish()
    #expect(scratch.text("err") == "\r\u{1B}[Koakfield.csv: 25 %\r\u{1B}[K")
    world.stderr.isTerminal = false
    Progress("x", .rows, world).reached(1)
  }

  @Test("An import tells how far it is, and nothing else is told on that line")
  func importing() {
    let header = "given,surname,postcode,reason\n"
    let rows = (0..<20_000).map { "Ava,Khan \($0),LS98 1AB,asked for help again\n" }.joined()
    scratch.put(header + rows + header + rows, in: "a.csv")
    var world = scratch.world(terminal: true)
    let time = Counter()
    world.stopwatch = {
      time.value += 300_000
      return time.value
    }
    let words = ["refer", "import", "a.csv", "--store", "-", "--no-match"]
    #expect(Carers.run(words, world) == 1)
    let told = scratch.text("err")
    let lines = told.components(separatedBy: "\r\u{1B}[K")
    #expect(lines.count(where: { $0.hasPrefix("a.csv: ") && $0.hasSuffix(" %") }) > 4)
    #expect(lines.contains { $0.hasPrefix("carers: a.csv:20002: set aside") })
    #expect(lines.allSatisfy { !$0.contains(" %") || $0.hasSuffix(" %") })
    #expect(!lines[lines.count - 1].contains("%"))
    scratch.put("", in: "err")
    #expect(Carers.run(words + ["-q"], scratch.world(terminal: true)) == 1)
    #expect(!scratch.text("err").contains("%"))
  }

  @Test("A booking asks for what was not said, and leaves out what is not chosen yet")
  func booking() throws {
    func run(_ words: String..., typing: String = "") -> String {
      var world = scratch.world(input: typing, terminal: true)
      world.environment["CARERS_STORE"] = "\(scratch.path)/bolton.sqlite"
      world.clock = { Instant("2026-11-22T09:00:00.000000Z") ?? Instant(microseconds: 0) }
      #expect(Carers.run(words, world) == 0)
      return scratch.text("err")
    }
    let family = Checkout.root.appending(path: "Tests/carersTests/Transcripts/conference.jsonl")
    _ = run("init", "bolton.sqlite", "--profile", "bolton")
    _ = run("load", family.path)
    let told = run(
      "conference", "book", "YC-7KQ4-M2DX-J", typing: "4 Dec 2026 3.30pm\n\nL Frost\nfamily\n")
    #expect(told.contains("booked for Friday 4 December 2026 at 3.30pm."))
    _ = run("show", "YC-7KQ4-M2DX-J")
    #expect(scratch.text("out").contains("4 December 2026 at 3.30pm, coordinator L Frost."))
  }

  private final class Counter: @unchecked Sendable { var value: Int64 = 0 }
}
