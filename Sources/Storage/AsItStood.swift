import YoungCarers

extension Store {
  /// A pipe that holds what had been written down when a time was over, and nothing else: so a past
  /// report can be made again after late entries. What has been forgotten since is not in it.
  public func asItStood(at time: Instant, _ act: Act) throws -> Store {
    let past = try Store.pipe(settings)
    _ = try read(as: act.actor, for: .report, at: act.clock()) { reader in
      try reader.lookAtAll()
      _ = try past.write(act) { writer in
        try reader.forEachEntry { entry in
          if entry.header.recorded <= time { try writer.append(entry) }
        }
      }
    }
    return past
  }
}
