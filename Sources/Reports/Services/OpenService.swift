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

/// Figures of one service or of several: of all, what several know counted once, and each one's own.
public struct OfServices<Figures> {
  public var all: Figures
  /// By their names, in their order; empty where there is one.
  public var each: [(name: String, figures: Figures)] = []

  /// Of one service.
  public init(_ all: Figures) { self.all = all }

  /// `count` adds what one service says; `once` adds to all what stands in several of them.
  init(
    _ services: [OpenService], _ act: Act, from none: Figures,
    _ count: (OpenService, Reader, inout Adding<Figures>) throws -> Void,
    once: (Shared, inout Figures) throws -> Void
  ) throws {
    let shared = services.count > 1 ? try Shared(services, act) : nil
    var adding = Adding(all: none)
    for service in services {
      try service.read { reader in
        adding.own = services.count > 1 ? none : nil
        adding.shared = try shared?.known(to: reader)
        try count(service, reader, &adding)
      }
      if let own = adding.own { each.append((service.name, own)) }
    }
    each.sort { $0.name < $1.name }
    all = adding.all
    if let shared { try once(shared, &all) }
  }

  var names: [String] { each.map(\.name) }
}

/// Adds to what is said of all, and to the own figures of the service that is being read.
struct Adding<Figures> {
  var all: Figures
  /// Nil where there is one service.
  var own: Figures?
  /// What other services know too, of which only the own figures are; nil where that is nothing.
  var shared: (all: Set<ID>, cases: Set<ID>)?

  mutating func add(_ family: ID, _ body: (inout Figures) throws -> Void) rethrows {
    if var mine = own {
      own = nil
      try body(&mine)
      own = mine
    }
    if !(shared?.cases.contains(family) ?? false) { try body(&all) }
  }
}
