import Foundation
import YoungCarers

/// The reader of a pipe went away: not a fault, and nothing is said about it. Status 141.
struct ReaderGone: Error {}

extension Problem {
  /// What was being done when the system said no.
  enum Act {
    case opening, reading, creating, writing

    fileprivate var status: Status {
      switch self {
      case .opening: .noInput
      case .creating: .cannotCreate
      case .reading, .writing: .inputOutput
      }
    }

    fileprivate var words: (code: String, phrase: String) {
      switch self {
      case .opening: ("cannot-open", "cannot be opened")
      case .reading: ("cannot-read", "could not be read to its end")
      case .creating: ("cannot-create", "cannot be created")
      case .writing: ("cannot-write", "could not be written")
      }
    }
  }

  /// A system call's refusal by its `errno`, about a file or stream by the name people gave it.
  static func system(_ number: Int32, _ act: Act, _ name: String) -> Problem {
    let place = Place(file: name)
    switch (act, number) {
    case (.opening, ENOENT):
      return Problem("no-such-file", .noInput, at: place, "there is no such file")
    case (.opening, EISDIR), (.reading, EISDIR):
      return Problem(
        "is-a-folder", .data, at: place, "this is a folder, not a file",
        cure: "Name the files in it.")
    case (.reading, EBADF):
      return Problem("closed-stream", .inputOutput, at: place, "this is closed")
    case (.writing, ENOSPC), (.writing, EDQUOT):
      return Problem(
        "disk-full", .inputOutput, at: place, "there is no room left to write",
        cure: "Make room and do it again.")
    default:
      let (code, phrase) = act.words
      let reason = String(cString: strerror(number))
      return Problem(code, act.status, at: place, "\(named: phrase): \(named: reason)")
    }
  }
}

/// The status a command ends with when this stops it.
func exitStatus(of error: any Error) -> Int32 {
  switch error {
  case let problem as Problem: problem.status.rawValue
  case is ReaderGone: 141
  default: Problem.Status.fault.rawValue
  }
}
