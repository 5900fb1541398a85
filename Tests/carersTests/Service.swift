import Foundation
import TestSupport
import Testing

@testable import carers

/// A store of its own, and the program in process, on the day of the transcripts.
final class Service {
  private let scratch = Scratch()
  private let clock = FixedClock()
  let store: String

  struct Run {
    var status: Int32
    var out: String
    var errors: String
  }

  struct Child {
    var person: String
    var name: String
    var recognised: String
  }

  init(folder: Bool = false) throws {
    store = "\(scratch.path)/store" + (folder ? "/" : ".sqlite")
    #expect(run("init", store).status == 0)
  }

  @discardableResult
  func run(_ arguments: String..., terminal: Bool = false) -> Run {
    run(arguments, terminal: terminal)
  }

  @discardableResult
  func run(_ arguments: [String], terminal: Bool = false) -> Run {
    var world = scratch.world(terminal: terminal)
    world.environment["CARERS_STORE"] = store
    let clock = clock
    world.clock = { clock.next() }
    let status = Carers.run(arguments, world)
    return Run(status: status, out: scratch.text("out"), errors: scratch.text("err"))
  }

  /// The children of all referrals, as they were recognised.
  var children: [Child] {
    let listed = run("refer", "list", "--format", "tsv", "--fields", "person,child,recognised")
    return listed.out.components(separatedBy: "\r\n").dropFirst().compactMap { line in
      let cells = line.components(separatedBy: "\t")
      return cells.count == 3 ? Child(person: cells[0], name: cells[1], recognised: cells[2]) : nil
    }
  }

  /// The path of a file that holds it.
  func file(_ bytes: [UInt8], named name: String) -> String {
    let path = "\(scratch.path)/\(name)"
    _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
    return path
  }
}
