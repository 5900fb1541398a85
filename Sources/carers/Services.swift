import Foundation
import Reports
import Storage
import YoungCarers

/// A service that a report is about: what it is called, its entries and what it has settled.
struct KeptService {
  var name: String
  let store: Store
  let service: Service
}

extension Session {
  /// The services that a report is about: one, from wherever entries come; or several, each from a
  /// store of its own.
  func services(_ report: ReportOptions, in streams: [Spool]?) throws -> [KeptService] {
    guard options.stores.count > 1 else {
      let store = try whole(report, in: streams).store
      return [try KeptService(name: "", store: store, service: service(store))]
    }
    guard report.files.isEmpty, !options.stores.contains("-") else {
      throw Problem(
        "stores-and-entries", .usage, at: Place(file: "--store"),
        "a report of several services reads their stores, and nothing from elsewhere",
        cure: "Keep those entries in a store: carers init, then carers load.")
    }
    try proveDifferent(options.stores)
    let names = Self.names(options.stores)
    // Each is found to be a store before the first is read.
    several = try zip(names, options.stores).map { name, path in
      let store = try open(path)
      return try KeptService(name: name, store: store, service: service(store))
    }
    opened = nil
    let asAt = try report.asAt.map { try moment($0) }
    knownUntil = asAt
    guard let asAt else { return several }
    return try several.map {
      KeptService(
        name: $0.name, store: try $0.store.asItStood(at: asAt, act), service: $0.service)
    }
  }

  /// One store under two names would be counted twice.
  private func proveDifferent(_ paths: [String]) throws {
    var met: [String: String] = [:]
    for path in paths {
      var status = stat()
      guard stat(world.path(path), &status) == 0 else { continue }
      if let other = met.updateValue(path, forKey: "\(status.st_dev) \(status.st_ino)") {
        throw Problem(
          "store-twice", .usage, at: Place(file: "--store"),
          "\(named: other) and \(named: path) are one store",
          cure: "Give each service's store once.")
      }
    }
  }

  /// The files' names, with as much of their folders as tells them apart.
  private static func names(_ paths: [String]) -> [String] {
    let parts = paths.map { path in
      let url = URL(fileURLWithPath: path).standardizedFileURL
      return Array(url.deletingPathExtension().pathComponents.dropFirst())
    }
    let longest = parts.map(\.count).max() ?? 1
    for length in 1...max(longest, 1) {
      let names = parts.map { $0.suffix(length).joined(separator: "/") }
      if Set(names).count == names.count { return names }
    }
    return paths
  }
}
