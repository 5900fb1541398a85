import Storage
import YoungCarers

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
