import ArgumentParser
import Foundation
import Interchange
import TOMLKit
import YoungCarers

/// How a sheet is read: a profile's file, and what is said beside it.
struct SheetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A profile saved by refer columns --save.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var profile: String?

  @Option(
    name: .customLong("map"), parsing: .singleValue,
    help: ArgumentHelp(
      "What a column is taken for; by number as \"#3=given\"; nothing after = leaves it out.",
      valueName: "HEADER=field"))
  var maps: [String] = []

  @Option(help: ArgumentHelp("Whose sheet it is, where rows do not say.", valueName: "name"))
  var agency: String?

  @Option(
    name: .customLong("agency-kind"),
    help: ArgumentHelp("What kind of agency: school, gp, hospital…", valueName: "kind"))
  var agencyKind: String?

  @Option(
    help: ArgumentHelp("The file's encoding, where it cannot be proved.", valueName: "name"),
    completion: .list(TextEncoding.allCases.map(\.rawValue)))
  var encoding: String?

  @Option(
    help: ArgumentHelp("The order of dates: dmy, ymd or mdy.", valueName: "order"),
    completion: .list(SheetProfile.DateOrder.allCases.map(\.rawValue)))
  var dates: String?

  /// `further` are the columns that the command knows beside a referral's.
  func sheetProfile(_ session: Session, further: [SheetFurther] = []) throws -> SheetProfile {
    var read =
      try profile.map { try ProfileFile.read($0, session.world, further: further) }
      ?? SheetProfile()
    read.columns += try maps.map { try SheetMapping(argument: $0, further: further) }
    read.further = further
    read.agency = agency ?? read.agency ?? session.configuration["agency"]
    read.agencyKind = agencyKind ?? read.agencyKind
    if let encoding { read.encoding = try ProfileFile.encoding(encoding) }
    if let dates { read.dates = try ProfileFile.order(dates) }
    return read
  }
}

/// A sheet's profile as TOML: what `refer columns --save` writes and `--profile` reads.
enum ProfileFile {
  private struct File: Decodable {
    var agency: String?
    var agencyKind: String?
    var delimiter: String?
    var encoding: String?
    var dates: String?
    var columns: [String: String]?
  }

  static func read(_ name: String, _ world: World, further: [SheetFurther] = []) throws
    -> SheetProfile
  {
    let spool = try Spool(opening: name, world)
    let text = String(decoding: try spool.bytes(0..<spool.size), as: UTF8.self)
    let place = Place(file: name)
    do {
      let file = try TOMLDecoder(strictDecoding: true).decode(File.self, from: text)
      return SheetProfile(
        agency: file.agency, agencyKind: file.agencyKind, delimiter: file.delimiter?.first,
        encoding: try file.encoding.map(encoding), dates: try file.dates.map(order),
        columns: try (file.columns ?? [:]).sorted { $0.key < $1.key }.map {
          try SheetMapping(header: $0.key, named: $0.value, further: further)
        })
    } catch let error as TOMLParseError {
      throw Problem(
        "profile-toml", .configuration,
        at: Place(file: name, line: Int(error.source.begin.line)), "this is not TOML")
    } catch let error as UnexpectedKeysError {
      throw Problem(
        "profile-key", .configuration, at: place,
        "a profile has no \"\(named: error.keys.keys.sorted().joined(separator: ", "))\"",
        cure: "It has agency, agencyKind, delimiter, encoding, dates and [columns].")
    } catch var problem as Problem {
      problem.place = place
      problem.status = .configuration
      throw problem
    } catch {
      throw Problem(
        "profile-value", .configuration, at: place, "a value of this profile is of the wrong kind")
    }
  }

  static func encoding(_ name: String) throws -> TextEncoding {
    guard let encoding = TextEncoding(rawValue: name.lowercased()) else {
      throw Problem(
        "encoding-name", .usage, "no encoding is called \"\(named: name)\"",
        cure: Nearest.cure(name, among: TextEncoding.allCases.map(\.rawValue)))
    }
    return encoding
  }

  static func order(_ name: String) throws -> SheetProfile.DateOrder {
    guard let order = SheetProfile.DateOrder(rawValue: name.lowercased()) else {
      throw Problem(
        "date-order", .usage, "no order of dates is called \"\(named: name)\"",
        cure: "The orders are dmy, ymd and mdy.")
    }
    return order
  }

  /// The profile that reads a sheet as it was read.
  static func text(_ sheet: Sheet, _ profile: SheetProfile) -> String {
    var lines = ["# How \(sheet.file) is read. See carers-csv(5)."]
    if let agency = profile.agency { lines.append("agency = \(quoted(agency))") }
    if let kind = profile.agencyKind { lines.append("agencyKind = \(quoted(kind))") }
    if let dates = profile.dates { lines.append("dates = \(quoted(dates.rawValue))") }
    if sheet.encoding != .utf8 { lines.append("encoding = \(quoted(sheet.encoding.rawValue))") }
    if sheet.delimiter != "," { lines.append("delimiter = \(quoted(String(sheet.delimiter)))") }
    lines += ["", "[columns]"]
    let repeated = Dictionary(grouping: sheet.columns, by: \.header).filter { $0.value.count > 1 }
    for column in sheet.columns {
      let isClear = !column.header.isEmpty && repeated[column.header] == nil
      let name = isClear ? column.header : "#\(column.number)"
      lines.append("\(quoted(name)) = \(quoted(column.field?.rawValue ?? ""))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.map { character -> String in
      switch character {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\t": "\\t"
      case "\n", "\r\n": "\\n"
      case "\r": "\\r"
      default: String(character)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
