import YoungCarers

/// The instruments that come with the program: the data files beside this one, embedded.
enum ShippedInstruments {
  static let files: [(name: String, bytes: [UInt8])] = [
    ("maca-yc18.toml", PackageResources.maca_yc18_toml),
    ("panoc-yc20.toml", PackageResources.panoc_yc20_toml),
  ]

  static func all() throws -> [Instrument] {
    try files.map {
      try InstrumentFile.instrument(String(decoding: $0.bytes, as: UTF8.self), $0.name)
    }
  }
}

extension Session {
  /// The program's instruments and the service's own: those of the options, else those of the
  /// configuration. An own one takes the place of ours with its code; two own ones with one code are
  /// status 78.
  func instruments(_ options: [String]) throws -> Instruments {
    let names = options.isEmpty ? configuration.instruments : options
    let own = try names.map { ($0, try InstrumentFile.read($0, world)) }
    for (place, (name, instrument)) in own.enumerated()
    where own[..<place].contains(where: { $0.1.code == instrument.code }) {
      throw Problem(
        "instrument-twice", .configuration, at: Place(file: name),
        "another file says what \(named: instrument.code) is")
    }
    return Instruments(try ShippedInstruments.all() + own.map(\.1))
  }
}
