import Storage
import YoungCarers

/// One of several services, being read.
public struct OpenService {
  public let name: String
  let store: Store.Opened
  let service: Service

  public init(_ name: String, _ store: Store.Opened, _ service: Service) {
    self.name = name
    self.store = store
    self.service = service
  }

  func read<Value>(_ body: (Reader) throws -> Value) throws -> Value { try store.read(body) }
}

/// What stands in more than one of several services: which cases and children, and a store that holds
/// the entries of those cases from all services, each once, with whatever names no case.
struct Shared {
  let sharing: InSeveral
  let union: Store
  private let act: Act

  /// Nil where no figure of one service has anything to do with another's.
  init?(_ services: [OpenService], _ act: Act) throws {
    sharing = InSeveral(try services.map { try $0.read { try $0.holding() } })
    guard !sharing.isNone else { return nil }
    self.act = act
    union = try Store.pipe()
    _ = try union.write(act) { [sharing] writer in
      for service in services {
        try service.read { reader in
          let cases = try reader.around(sharing.cases).all.filter { $0.shape == .family }
          try reader.eachEntry(under: cases) { try writer.unite($0) }
        }
      }
    }
  }

  /// Reads the entries of all, each once.
  func read<Value>(_ body: (Reader) throws -> Value) throws -> Value {
    try union.read(as: act.actor, for: .report, at: act.clock(), body).content
  }

  /// Of a service the cases that stand elsewhere too: everybody around them, and the cases of today.
  func known(to reader: Reader) throws -> (all: Set<ID>, cases: Set<ID>) {
    try reader.around(sharing.cases)
  }
}
