import Foundation
import TestSupport
import Testing
import YoungCarers

@testable import carers

@Suite("Bytes in and out")
struct TerminalStreamTests {
  let scratch = Scratch()

  @Test("A pipe is drained into a file without a name, and read twice and in the middle")
  func spoolPipe() throws {
    let (reading, writing) = makePipe()
    var text = ""
    for number in 0..<9_000 { text += "row \(number)\n" }
    let sent = Array(text.utf8)
    Thread.detachNewThread {
      try? Output(Descriptor(writing, isTerminal: false)).write(sent)
      close(writing)
    }
    var world = scratch.world()
    world.stdin = Descriptor(reading, isTerminal: false)
    let spool = try Spool(opening: "-", world)
    close(reading)
    #expect(spool.size == sent.count)
    for _ in 0..<2 {
      let got = try stride(from: 0, to: sent.count, by: 1000).flatMap {
        try spool.bytes($0..<$0 + 1000)
      }
      #expect(got == sent)
    }
    #expect(try spool.bytes(4..<10) == Array(sent[4..<10]))
    #expect(try spool.bytes(sent.count - 2..<sent.count + 50) == Array(sent.suffix(2)))
    #expect(scratch.names == ["err", "in", "out"])
    #expect(spool.name == "standard input")
  }

  @Test("A file is read where it lies, from where its descriptor stands")
  func spoolFile() throws {
    var world = scratch.world(input: "skipped\nkept\n")
    lseek(world.stdin.number, 8, SEEK_SET)
    #expect(try Spool(opening: "-", world).bytes(0..<99) == Array("kept\n".utf8))
    scratch.put("abc", in: "file.csv")
    #expect(try Spool(opening: "file.csv", world).bytes(1..<2) == [98])
    world.directory = "/nowhere"
    #expect(throws: Problem.self) { try Spool(opening: "file.csv", world) }
  }

  @Test("A file saved over while it is read is refused")
  func changed() throws {
    scratch.put("abcdef", in: "file.csv")
    let spool = try Spool(opening: "file.csv", scratch.world())
    try spool.requireUnchanged()
    truncate("\(scratch.path)/file.csv", 2)
    #expect { try spool.bytes(0..<6) } throws: { exitStatus(of: $0) == 65 }
    #expect { try spool.requireUnchanged() } throws: { exitStatus(of: $0) == 65 }
  }

  @Test(
    "What cannot be opened has the status of the contract",
    arguments: [
      ("no.csv", Int32(66), "no-such-file"), (".", 65, "is-a-folder"),
      ("in/file.csv", 66, "cannot-open"),
    ])
  func unopened(name: String, status: Int32, code: String) {
    let world = scratch.world()
    #expect { try Spool(opening: name, world) } throws: {
      exitStatus(of: $0) == status && ($0 as? Problem)?.code == code
        && ($0 as? Problem)?.place?.file == name
    }
  }

  @Test("A closed standard input is an error and not the end")
  func closedInput() {
    var world = scratch.world()
    world.stdin = Descriptor(9_999, isTerminal: false)
    #expect { try Spool(opening: "-", world) } throws: { exitStatus(of: $0) == 74 }
    #expect { try Input(world.stdin).line() } throws: {
      ($0 as? Problem)?.code == "closed-stream"
    }
  }

  @Test("A full disk and a closed output are errors, at the latest on finishing")
  func fullDisk() throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    for number in [full, 9_999] {
      let output = Output(Descriptor(number, isTerminal: false))
      try output.write("a line\n")
      #expect { try output.finish() } throws: { exitStatus(of: $0) == 74 }
    }
  }

  @Test("A reader that went away ends the command with 141")
  func readerGone() throws {
    signal(SIGPIPE, SIG_IGN)
    let (reading, writing) = makePipe()
    close(reading)
    defer { close(writing) }
    let output = Output(Descriptor(writing, isTerminal: false))
    try output.write("a line\n")
    #expect { try output.finish() } throws: { exitStatus(of: $0) == 141 }
  }

  @Test("What does not fit into a pipe at once is still written whole")
  func partialWrites() async throws {
    let (reading, writing) = makePipe()
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    let sent = [UInt8]((0..<300_000).map { UInt8(truncatingIfNeeded: $0) })
    Thread.detachNewThread {
      let output = Output(Descriptor(writing, isTerminal: false))
      try? output.write(sent)
      try? output.finish()
      close(writing)
    }
    var world = scratch.world()
    world.stdin = Descriptor(reading, isTerminal: false)
    let spool = try Spool(opening: "-", world)
    close(reading)
    #expect(try spool.bytes(0..<spool.size) == sent)
  }
}

@Suite("Files that are whole or absent")
struct TerminalAtomicFileTests {
  let scratch = Scratch()

  @Test("A committed file is there, private, and alone", arguments: [mode_t(0o600), 0o644])
  func committed(mode: mode_t) throws {
    scratch.put("before", in: "last.html")
    let file = try AtomicFile("last.html", mode: mode, scratch.world())
    try file.output.write("after")
    #expect(scratch.text("last.html") == "before")
    try file.commit()
    #expect(scratch.text("last.html") == "after")
    #expect(scratch.names == ["err", "in", "last.html", "out"])
    var state = stat()
    stat("\(scratch.path)/last.html", &state)
    #expect(state.st_mode & 0o777 == mode)
  }

  @Test("Without a commit nothing is left and what was there stays")
  func discarded() throws {
    scratch.put("before", in: "last.html")
    do {
      let file = try AtomicFile("last.html", scratch.world())
      try file.output.write("half")
      try file.output.flush()
      #expect(scratch.names.count == 5)
    }
    #expect(scratch.text("last.html") == "before")
    #expect(scratch.names == ["err", "in", "last.html", "out"])
  }

  @Test("A place that is no folder's, or a folder, is refused", arguments: ["no/x", "in/x", "."])
  func refused(name: String) {
    #expect { try AtomicFile(name, scratch.world()) } throws: { exitStatus(of: $0) == 73 }
  }

  @Test("A device and standard output are written straight")
  func special() throws {
    for name in ["/dev/null", "-"] {
      let file = try AtomicFile(name, scratch.world())
      try file.output.write("text")
      try file.commit()
    }
    #expect(scratch.text("out") == "text")
    let full = try AtomicFile("/dev/full", scratch.world())
    try full.output.write("text")
    #expect { try full.commit() } throws: { exitStatus(of: $0) == 74 }
  }
}
