import Foundation
import GRDB
import YoungCarers

extension Store {
  /// Makes a store; nothing else does. A name that ends in `/` makes a folder of JSON files. What an
  /// earlier attempt left empty when it was killed is used.
  public static func create(_ path: String, profile: Profile, source: RandomSource) throws {
    let settings = Settings.new(profile, source: source)
    if path.hasSuffix("/") { return try Folder.create(path, settings) }
    let file = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if file >= 0 {
      close(file)
    } else {
      let code = errno
      guard code == EEXIST, isEmptyFile(path), chmod(path, 0o600) == 0 else {
        throw creationProblem(path, code)
      }
    }
    try catching(path) {
      try Opening.queue(path: path, wait: 0).writeWithoutTransaction { db in
        // Half the pages for a load to write, and a little faster than the usual 4096.
        try db.execute(sql: "PRAGMA page_size = 8192")
        try db.inTransaction(.immediate) {
          // Somebody else may have made it meanwhile.
          guard try Schema.objects(db).isEmpty else { throw creationProblem(path, EEXIST) }
          try db.execute(
            sql: """
              PRAGMA application_id = \(Schema.applicationID);
              PRAGMA user_version = \(Schema.version)
              """)
          try Schema.create(db)
          try settings.write(db)
          return .commit
        }
      }
    }
  }

  private static func isEmptyFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size == 0
  }

  static func creationProblem(_ path: String, _ code: Int32) -> Problem {
    let place = Place(file: path)
    return switch code {
    case EEXIST:
      Problem(
        "store-exists", .cannotCreate, at: place, "something of that name is there already",
        cure: "It was not touched. Give another name, or use it with --store.")
    case ENOENT:
      Problem("folder-missing", .cannotCreate, at: place, "the folder for it does not exist")
    default:
      Problem("store-create", .cannotCreate, at: place, "cannot be made here")
    }
  }
}
