import Foundation
import Reports
import Storage
import YoungCarers

/// A service that a report is about: what it is called, its entries and what it has settled.
struct KeptService {
  let name: String
  let store: Store
  let service: Service
  /// The cases that references named; nil where all are meant.
  var selected: Set<ID>?
}

extension Session {
  /// The services that a report is about: one, from wherever entries come; or several, each from a
  /// store of its own.
  func services(_ report: ReportOptions) throws -> [KeptService] {
    try services(report, in: streams(report))
  }

  /// What entries come from; nil where they are a store's, or several stores'.
  func streams(_ report: ReportOptions) throws -> [Spool]? {
    options.stores.count > 1 ? nil : try streams(report.files)
  }

  /// The same of a report that is about all cases of them.
  func wholeServices(_ report: ReportOptions) throws -> [KeptService] {
    try proveWhole(services(report))
  }

  func wholeServices(_ report: ReportOptions, in streams: [Spool]?) throws -> [KeptService] {
    try proveWhole(services(report, in: streams))
  }

  private func proveWhole(_ services: [KeptService]) throws -> [KeptService] {
    guard services.allSatisfy({ $0.selected == nil }) else {
      throw Problem(
        "report-selected", .usage, "a report of a period is about all cases of a service",
        cure: "Give the store alone, or its entries: carers export | carers report month last -.")
    }
    return services
  }

  /// Reads them as they stand at one moment.
  func read<Value>(
    _ services: [KeptService], _ body: ([OpenService]) throws -> Value
  ) throws -> Disclosed<Value> {
    try Store.read(
      services.map(\.store)[...], as: actor, for: .report, at: world.clock()
    ) { stores in
      try body(zip(services, stores).map { OpenService($0.name, $1, $0.service) })
    }
  }

  private func services(_ report: ReportOptions, in streams: [Spool]?) throws -> [KeptService] {
    guard options.stores.count > 1 else {
      let entries = try entries(for: report, in: streams)
      return [
        try KeptService(
          name: "", store: entries.store, service: service(entries.store),
          selected: entries.selected)
      ]
    }
    guard report.files.isEmpty, !options.stores.contains("-") else {
      throw Problem(
        "stores-and-entries", .usage, at: Place(file: "--store"),
        "a report of several services reads their stores, and nothing from elsewhere",
        cure: "Keep those entries in a store: carers init, then carers load.")
    }
    try proveDifferent(options.stores)
    // Each is found to be a store before the first is read.
    // In the order of their names: the order in which they are given decides nothing.
    several = try zip(Self.names(options.stores), options.stores).sorted { $0.0 < $1.0 }.map {
      name, path in
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
  static func names(_ paths: [String]) -> [String] {
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
