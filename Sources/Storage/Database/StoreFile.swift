import Foundation
import YoungCarers

/// What is looked at before SQLite may touch a file: another program's database, a link, or a file
/// that others can read is refused before a byte is written.
struct StoreFile {
  var path: String

  /// The schema version the file was made with. Throws unless it is a store of ours.
  func inspect() throws -> Int {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == EACCES { throw refused("store-unreadable", .notAllowed, "may not be opened") }
      throw Problem(
        "store-missing", .noInput, at: place, "there is no store here",
        cure: "carers init makes one; a mistyped path never does.")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw refused("store-not-a-file", .data, "is not a regular file, and links are not followed")
    }
    guard status.st_nlink == 1 else {
      throw refused("store-linked", .data, "has a second name (a hard link), which loses journals")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw refused(
        "store-exposed", .notAllowed, "can be read by others", cure: "chmod 600 puts it right.")
    }
    let header = try head()
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw refused("store-foreign", .data, "is not a store")
    }
    func number(_ at: Int) -> UInt32 { header[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    guard number(68) == Schema.applicationID else {
      throw refused("store-foreign", .data, "is an SQLite file of another program")
    }
    let version = Int(number(60))
    guard version <= Schema.version else {
      throw refused("store-newer", .data, "was made by a later version of carers")
    }
    return version
  }

  private func head() throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw refused("store-unreadable", .notAllowed, "may not be opened") }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, 100) }
    guard count >= 0 else {
      throw Problem("store-read", .inputOutput, at: place, "cannot be read")
    }
    return Array(bytes.prefix(count))
  }

  private var place: Place { Place(file: path) }

  private func refused(
    _ code: String, _ status: Problem.Status, _ says: Sentence, cure: Sentence? = nil
  ) -> Problem {
    Problem(code, status, at: place, says, cure: cure ?? "Nothing was changed.")
  }
}
