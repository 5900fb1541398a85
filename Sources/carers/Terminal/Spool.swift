import Foundation
import YoungCarers

/// Bytes that can be read twice and at any place: columns are proved before rows are believed. A
/// regular file is read where it lies; a pipe is drained into a file of mode 0600 that has no name.
final class Spool {
  let name: String
  /// In bytes.
  private(set) var size = 0
  private let input: Input
  /// Where the bytes begin: `(head -1; carers … -) < file` gives us the middle of a file.
  private var start = 0
  private var stamp: stat?

  /// What a command was given, `-` or a file.
  convenience init(opening operand: String, _ world: World) throws {
    try self.init(Input(opening: operand, world), world)
  }

  init(_ source: Input, _ world: World) throws {
    name = source.name
    let state = try Spool.state(of: source)
    if state.st_mode & S_IFMT == S_IFREG, state.st_size > 0 {
      input = source
      stamp = state
      start = max(0, Int(lseek(source.number, 0, SEEK_CUR)))
      size = max(0, Int(state.st_size) - start)
      lseek(source.number, 0, SEEK_END)
    } else if state.st_mode & S_IFMT == S_IFDIR {
      throw Problem.system(EISDIR, .opening, source.name)
    } else {
      let file = try Output.unnamed(in: world.environment["TMPDIR"] ?? "/tmp")
      input = Input(file.descriptor, name: source.name)
      spooled = file
      size = try Spool.drain(source, into: file)
    }
  }

  /// Kept for its descriptor.
  fileprivate func keep(_ file: Output) { spooled = file }

  private var spooled: Output?

  /// As many bytes as there is room for; fewer only at the end.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let wanted = max(0, min(buffer.count, size - offset))
    var count = 0
    while count < wanted {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count..<wanted])
      let got = try input.read(at: start + offset + count, into: rest)
      guard got > 0 else { throw changed }
      count += got
    }
    return count
  }

  /// The bytes of a range, cut to what there is.
  func bytes(_ range: Range<Int>) throws -> [UInt8] {
    let range = range.clamped(to: 0..<size)
    return try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = try read(at: range.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Throws 65 where somebody saved over the file while it was read: call it after the last pass.
  func requireUnchanged() throws {
    guard let stamp else { return }
    let now = try Spool.state(of: input)
    let same =
      now.st_size == stamp.st_size && now.st_mtim.tv_sec == stamp.st_mtim.tv_sec
      && now.st_mtim.tv_nsec == stamp.st_mtim.tv_nsec
    if !same { throw changed }
  }

  private var changed: Problem {
    Problem(
      "file-changed", .data, at: Place(file: name), "this file changed while it was being read",
      cure: "Close it elsewhere and do it again.")
  }

  private static func state(of input: Input) throws -> stat {
    var state = stat()
    guard fstat(input.number, &state) == 0 else {
      throw Problem.system(errno, .reading, input.name)
    }
    return state
  }

  private static func drain(_ source: Input, into file: Output) throws -> Int {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var size = 0
    while case let count = try source.read(into: buffer), count > 0 {
      try file.write(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      size += count
    }
    try file.flush()
    return size
  }
}

extension Spool {
  /// Bytes made here, in a file without a name like any other input.
  convenience init(_ bytes: [UInt8], name: String, _ world: World) throws {
    let file = try Output.unnamed(in: world.environment["TMPDIR"] ?? "/tmp")
    try file.write(bytes)
    try file.flush()
    lseek(file.descriptor.number, 0, SEEK_SET)
    try self.init(Input(file.descriptor, name: name), world)
    keep(file)
  }
}
