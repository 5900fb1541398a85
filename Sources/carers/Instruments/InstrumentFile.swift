import TOMLKit
import YoungCarers

/// An instrument as TOML: see carers-instruments(5). Strict: a key that nobody knows would be a
/// threshold that nobody applies.
struct InstrumentFile: Decodable {
  var code: String
  var title: String
  var source: String
  var rights: String
  var items: Int
  var lowest: Int
  var highest: Int
  var totals: [Sum]
  var subscales: [Sum]?
  var alarms: [Alarm]?

  struct Sum: Decodable {
    var name: String
    var items: [Int]
    var higherIsBetter: Bool
    var ends: [String]
    var mayMiss: Int?
    var mayMissSource: String?
    var bands: [Band]?
  }

  struct Band: Decodable {
    var name: String
    var lowest: Int
    var highest: Int
    var concern: Bool?
    var source: String
  }

  struct Alarm: Decodable {
    var item: Int
    var atLeast: Int
    var source: String
  }

  /// The instrument in a file. Throws a `Problem` of status 78 that names the file, and the line or
  /// the key that is wrong.
  static func read(_ name: String, _ world: World) throws -> Instrument {
    let spool = try Spool(opening: name, world)
    return try instrument(String(decoding: try spool.bytes(0..<spool.size), as: UTF8.self), name)
  }

  static func instrument(_ text: String, _ name: String) throws -> Instrument {
    do {
      return try TOMLDecoder(strictDecoding: true).decode(InstrumentFile.self, from: text)
        .instrument()
    } catch let error as TOMLParseError {
      throw wrong("this is not TOML", name, line: Int(error.source.begin.line))
    } catch let error as UnexpectedKeysError {
      let keys = error.keys.keys.sorted().joined(separator: ", ")
      throw wrong("an instrument has no \"\(named: keys)\"", name)
    } catch let error as DecodingError {
      throw wrong(Self.says(error), name)
    } catch var problem as Problem {
      problem.place = Place(file: name)
      throw problem
    }
  }

  private func instrument() throws -> Instrument {
    guard lowest < highest else {
      throw Self.wrong("lowest must be below highest", "")
    }
    return try Instrument(
      code: code, title: title, source: source, rights: rights, count: items,
      scale: lowest...highest, totals: totals.map { try $0.sum() },
      subscales: (subscales ?? []).map { try $0.sum() },
      alarms: (alarms ?? []).map {
        Instrument.Alarm(item: $0.item, atLeast: $0.atLeast, source: $0.source)
      })
  }

  private static func wrong(_ says: Sentence, _ file: String, line: Int? = nil) -> Problem {
    Problem(
      "instrument", .configuration, at: Place(file: file, line: line), says,
      cure: "See carers-instruments(5).")
  }

  private static func says(_ error: DecodingError) -> Sentence {
    switch error {
    // Where a number is wanted and something else stands, TOMLKit says this too.
    case .keyNotFound(_, let context):
      "\(named: path(context.codingPath)) is missing, or of the wrong kind"
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      "\(named: path(context.codingPath)) is of the wrong kind"
    @unknown default: "a value is of the wrong kind"
    }
  }

  /// `totals 2, bands 1, lowest`: places are counted from 1.
  private static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce(into: "") { path, key in
      path += key.intValue.map { " \($0 + 1)" } ?? (path.isEmpty ? "" : ", ") + key.stringValue
    }
  }
}

extension InstrumentFile.Sum {
  fileprivate func sum() throws -> Instrument.Sum {
    guard ends.count == 2 else {
      throw Problem(
        "instrument", .configuration,
        "ends of \(named: name) needs two texts: what the lowest and the highest sum say",
        cure: "See carers-instruments(5).")
    }
    return Instrument.Sum(
      name: name, items: items, mayMiss: mayMiss ?? 0, mayMissSource: mayMissSource ?? "",
      higherIsBetter: higherIsBetter,
      ends: Instrument.Ends(lowest: ends[0], highest: ends[1]),
      bands: try (bands ?? []).map { band in
        guard band.lowest <= band.highest else {
          throw Problem(
            "instrument", .configuration,
            "band \(named: band.name) of \(named: name) has its lowest above its highest",
            cure: "See carers-instruments(5).")
        }
        return Instrument.Band(
          name: band.name, range: band.lowest...band.highest, isConcern: band.concern ?? false,
          source: band.source)
      })
  }
}
