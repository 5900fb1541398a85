import Foundation
import GRDB

@testable import carers

extension TranscriptSession {
  struct Written {
    var out: [UInt8] = []
    var errors = ""
    var status: Int32 = 0
  }

  /// The commands beside `carers` that a transcript may use.
  func builtIn(_ name: String, _ arguments: [String], _ input: [UInt8]) throws -> Written {
    switch name {
    case "true": return Written()
    case "false": return Written(status: 1)
    case "cat": return files(arguments, input)
    case "head", "tail":
      let words = arguments.filter { $0 != "-n" }
      let count = words.first.flatMap { Int($0.drop { $0 == "-" }) } ?? 10
      var read = files(Array(words.dropFirst()), input)
      let ends = read.out.indices.filter { read.out[$0] == 10 }
      guard ends.count > count else { return read }
      if name == "tail" {
        read.out = Array(read.out[(ends[ends.count - count - 1] + 1)...])
      } else {
        read.out = count > 0 ? Array(read.out[...ends[count - 1]]) : []
      }
      return read
    case "echo": return Written(out: Array((arguments.joined(separator: " ") + "\n").utf8))
    case "printf": return printf(arguments)
    case "ls":
      let path = world.path(arguments.first ?? ".")
      let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      return Written(
        out: Array(names.filter { !$0.hasPrefix(".") }.map { $0 + "\n" }.joined().utf8))
    case "cmp":
      let contents = arguments.map { files([$0], input).out }
      let isSame = contents.dropFirst().allSatisfy { $0 == contents.first }
      return isSame
        ? Written()
        : Written(out: Array("\(arguments.joined(separator: " ")) differ\n".utf8), status: 1)
    case "sqlite3":
      let hand = try DatabaseQueue(path: world.path(arguments[0]))
      try hand.writeWithoutTransaction { try $0.execute(sql: arguments[1]) }
      try hand.close()
    case "cp", "mv", "rm", "mkdir": return try arrange(name, arguments.filter { $0 != "-f" })
    case "export": set(arguments)
    case "unset": for name in arguments { world.environment[name] = nil }
    case "cd": world.directory = arguments.first.map(world.path) ?? world.environment["HOME"]
    case "terminal":
      atTerminal = arguments.first != "off"
      world.width = arguments.first.flatMap { Int($0) } ?? 80
    case "[":
      guard arguments.count == 4, arguments[1] == "-eq" else { fallthrough }
      return Written(status: arguments[0] == arguments[2] ? 0 : 1)
    default: throw ShellLine.Unsupported(what: ([name] + arguments).joined(separator: " "))
    }
    return Written()
  }

  private func files(_ names: [String], _ input: [UInt8]) -> Written {
    names.isEmpty
      ? Written(out: input)
      : names.reduce(into: Written()) { written, name in
        if name == "-" {
          written.out += input
        } else if let data = FileManager.default.contents(atPath: world.path(name)) {
          written.out += data
        } else {
          written.errors += "cat: \(name): No such file or directory\n"
          written.status = 1
        }
      }
  }

  /// `\n`, `\t`, `\\`, `\"` and `%s`, the format again while there are words.
  private func printf(_ arguments: [String]) -> Written {
    var words = arguments.dropFirst()
    var text = ""
    repeat {
      var format = Substring(arguments.first ?? "")
      while let character = format.popFirst() {
        switch (character, format.first) {
        case ("%", "s"): text += words.popFirst() ?? ""
        case ("%", "%"): text += "%"
        case ("\\", "n"): text += "\n"
        case ("\\", "t"): text += "\t"
        case ("\\", "r"): text += "\r"
        case ("\\", "\\"): text += "\\"
        default:
          text.append(character)
          continue
        }
        format.removeFirst()
      }
    } while !words.isEmpty && arguments.first?.contains("%s") == true
    return Written(out: Array(text.utf8))
  }

  private func arrange(_ name: String, _ paths: [String]) throws -> Written {
    let files = FileManager.default
    let places = paths.map(world.path)
    switch (name, places.count) {
    case ("rm", _): for place in places { try? files.removeItem(atPath: place) }
    case ("mkdir", _):
      for place in places {
        try files.createDirectory(atPath: place, withIntermediateDirectories: true)
      }
    case (_, 2):
      var isFolder: ObjCBool = false
      let into = files.fileExists(atPath: places[1], isDirectory: &isFolder) && isFolder.boolValue
      let last = (places[0] as NSString).lastPathComponent
      let target = into ? places[1] + "/" + last : places[1]
      if files.fileExists(atPath: target) { try files.removeItem(atPath: target) }
      if name == "cp" {
        try files.copyItem(atPath: places[0], toPath: target)
      } else {
        try files.moveItem(atPath: places[0], toPath: target)
      }
    default: throw ShellLine.Unsupported(what: ([name] + paths).joined(separator: " "))
    }
    return Written()
  }
}
