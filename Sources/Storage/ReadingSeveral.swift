import YoungCarers

extension Store {
  /// A store that is being read beside others.
  public struct Opened {
    let store: Store
    let reader: Reader

    /// What fails names this store.
    public func read<Value>(_ body: (Reader) throws -> Value) throws -> Value {
      try Store.catching(store.home.name) { try body(reader) }
    }
  }

  /// Reads several stores for one question, each from one moment's state, as `read` does one.
  public static func read<Value>(
    _ stores: ArraySlice<Store>, as actor: Actor, for purpose: Purpose, at now: Instant,
    opened: [Opened] = [], _ body: ([Opened]) throws -> Value
  ) throws -> Disclosed<Value> {
    guard let store = stores.first else {
      return Disclosed(try body(opened), to: actor, for: purpose)
    }
    return try store.read(as: actor, for: purpose, at: now) { reader in
      try read(
        stores.dropFirst(), as: actor, for: purpose, at: now,
        opened: opened + [Opened(store: store, reader: reader)], body
      ).content
    }
  }
}
