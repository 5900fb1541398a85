import Foundation
import TestSupport
import Testing
import YoungCarers

@testable import carers

/// A toy of a command, to prove the harness by.
private let toy: CarersMain = { arguments, world in
  let out = Output(world.stdout)
  let errors = Output(world.stderr)
  do {
    switch arguments.first {
    case "say": try out.write(arguments.dropFirst().joined(separator: " ") + "\n")
    case "bare": try out.write("no end")
    case "marks": try out.write("$ a\n! b\n? 1\n# c\n\\d\n> e\n\n\u{1B}[1mx\r\n\n\n")
    case "count":
      try out.write("\(Spool(opening: arguments.dropFirst().first ?? "-", world).size)\n")
    case "echo":
      let spool = try Spool(opening: "-", world)
      try out.write(String(decoding: spool.bytes(0..<spool.size), as: UTF8.self))
    case "time": try out.write(world.clock().text + "\n")
    case "draw": try out.write("\(world.generator.next() % 1000)\n")
    case "get": try out.write((world.environment[arguments[1]] ?? "unset") + "\n")
    case "where": try out.write((world.directory ?? "") + "\n")
    case "tty":
      let streams = [world.stdin, world.stdout, world.stderr]
      try out.write(streams.map { $0.isTerminal ? "t" : "-" }.joined() + " \(world.width)\n")
    case "leave":
      _ = try Output.temporary(in: world.environment["TMPDIR"] ?? "", for: "x")
    case "ask":
      try out.write("Hello \(Asking(world).ask("Name", option: "--name") ?? "nobody")\n")
    default: throw Problem("unknown", .usage, "no such act", cure: "Say it.\n")
    }
    try out.finish()
    return 0
  } catch {
    try? errors.write("\((error as? Problem)?.says.text(value: "") ?? "fault")\n\nSee?\n")
    try? errors.finish()
    return exitStatus(of: error)
  }
}

@Suite("Sessions")
struct SessionTests {
  @Test("A session of the program goes as it is written", arguments: TranscriptFile.all)
  func asWritten(file: TranscriptFile) throws {
    if let failure = try file.failure({ Carers.run($0, $1) }) { Issue.record("\(failure)") }
  }
}

@Suite("Transcripts")
struct TranscriptTests {
  private func play(_ text: String) throws -> String {
    try TranscriptSession(beside: nil, toy).play(text)
  }

  @Test(
    "A session goes as it is written",
    arguments: [
      "# what is said\n\n$ carers say 'two  words' \"and \\\"one\\\"\" # aside\ntwo  words and \"one\"\n\n",
      "$ carers nothing\n! no such act\n!\n! See?\n? 64\n",
      "$ carers bare\nno end\n\\ no newline at the end\n",
      "$ carers marks\n\\$ a\n\\! b\n\\? 1\n\\# c\n\\\\d\n\\> e\n\n␛[1mx␍\n\n",
      "$ carers say a b | carers count -\n4\n",
      "$ carers say a > f && cat f f\na\na\n$ carers say b >> f; carers count < f\n4\n",
      "$ carers nothing 2>/dev/null || [ $? -eq 64 ] && carers say well\nwell\n",
      "$ carers nothing || true\n! no such act\n!\n! See?\n",
      "$ carers nothing 2>&1 | head -1\nno such act\n",
      "$ printf 'a,b\\n%s\\n' 1 2 | head -n 3\na,b\n1\na,b\n",
      "$ carers say \\\n> long\nlong\n",
      "$ carers echo <<END\n> a $ b\n>\n> c\n> END\na $ b\n\nc\n",
      "$ export A='x y'\n$ carers get A\nx y\n$ A=z carers get A\nz\n$ echo $A\nx y\n",
      "$ carers get CARERS_TODAY\nunset\n$ CARERS_TODAY=2026-11-30 carers get CARERS_TODAY\n2026-11-30\n",
      "$ mkdir in && cd in && carers where\n~/in\n$ carers say a > b\n$ cp b c\n$ rm b\n$ ls\nc\n",
      "$ carers time\n2026-11-22T09:00:00.000000Z\n$ carers time\n2026-11-22T09:00:00.000001Z\n",
      "$ carers say a > f && cp f g && cmp f g && carers say b > g; cmp f g\nf g differ\n? 1\n",
      "$ carers count no.csv\n! there is no such file\n!\n! See?\n? 66\n",
      "$ carers tty\n--- 80\n$ terminal 100\n$ carers tty\nttt 100\n",
      "$ terminal\n$ carers tty 2>/dev/null | cat\nt-- 80\n$ echo a | carers tty > f\n$ cat f\n--t 80\n",
      "$ terminal\n$ carers ask <<END\n> Zoë\n> END\nHello Zoë\n! Name:\u{20}\n! \\ no newline at the end\n",
      "$ carers ask < /dev/null\n! this needs --name\n!\n! See?\n? 64\n",
    ])
  func asWritten(text: String) throws {
    let actual = try play(text)
    if actual != text { Issue.record("\(difference(text, actual))") }
  }

  @Test("In Markdown only the console's fences are played, and shown as on a screen")
  func markdown() throws {
    let text = "# A\n\n$ carers say\n```sh\n$ carers say a\n```\n"
    let fence = "```console\n$ carers nothing\nno such act\n\nSee?\n\n$ carers tty\nttt 100\n```\n"
    let session = try TranscriptSession(beside: nil, toy)
    #expect(try session.play(readme: text + fence + "# B\n") == text + fence + "# B\n")
  }

  @Test("Chance goes on from command to command, and is the same in each session")
  func seeded() throws {
    let text = "$ carers draw\n$ carers draw\n"
    let actual = try play(text)
    #expect(try play(text) == actual)
    let drawn = actual.split(separator: "\n").filter { !$0.hasPrefix("$") }
    #expect(drawn.count == 2 && drawn[0] != drawn[1])
  }

  @Test(
    "What this shell has not is refused",
    arguments: ["carers `x`", "carers $(x)", "carers *.csv", "carers x &", "curl x", "carers <"])
  func unsupported(command: String) {
    #expect(throws: ShellLine.Unsupported.self) { try play("$ \(command)\n") }
  }

  @Test("A difference shows what was written and what is, with the lines around")
  func differs() throws {
    let text = "# a\n# b\n# c\n# d\n# e\n$ carers say one\ntwo\n? 1\n"
    #expect(
      difference(text, try play(text))
        == "…\n # d\n # e\n $ carers say one\n-two\n-? 1\n+one\n ")
  }

  @Test("A file is compared, recorded anew, and has the files beside it")
  func file() throws {
    let scratch = Scratch()
    scratch.put("$ carers count sheet.csv\n\n# end\n", in: "a.test")
    scratch.put("12345", in: "sheet.csv")
    let file = TranscriptFile(path: "\(scratch.path)/a.test")
    #expect(try file.failure(toy, records: false)?.contains("\n+5\n") == true)
    #expect(try file.failure(toy, records: true) == nil)
    #expect(scratch.text("a.test") == "$ carers count sheet.csv\n5\n\n# end\n")
    #expect(try file.failure(toy, records: false) == nil)
    scratch.put("$ carers leave\n", in: "a.test")
    #expect(try file.failure(toy, records: true)?.hasPrefix("left behind") == true)
  }
}
