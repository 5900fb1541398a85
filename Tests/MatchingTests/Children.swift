import Foundation
import Testing
import YoungCarers

@testable import Matching

func day(_ text: String) -> Day? { Day(text) }

/// Ava Khan of Oak Road, changed as a test likes.
func child(
  _ given: String? = "Ava", _ surname: String? = "Khan", born: String? = "2012-03-04",
  preferred: String? = nil, former: String? = nil, sex: String? = nil, upn: String? = nil,
  formerUPN: String? = nil, nhs: String? = nil, system: String? = nil,
  postcode: String? = "LS1 2AB", address: String? = "12 Oak Road, Leeds", phone: String? = nil,
  school: String? = nil, caredFor: String? = nil
) -> Described {
  Described(
    given: given, surname: surname, preferred: preferred, former: former,
    born: born.flatMap(day), sex: sex, upn: upn, formerUPN: formerUPN, nhsNumber: nhs,
    systemID: system, postcode: postcode, address: address, phone: phone, school: school,
    caredFor: caredFor)
}

func known(_ child: Described, _ id: String = "YP-1", family: String? = "YC-1") -> Candidate {
  Candidate(child, person: ID(id), family: family.map { ID($0) }, identity: ID(id))
}

enum Verdict { case new, same, undecided }

extension Decision {
  var verdict: Verdict {
    switch self {
    case .new: .new
    case .same: .same
    case .undecided: .undecided
    }
  }
}

enum Numbers {
  static let upn = "K383000016001"
  static let otherUPN = "Z383000016002"
  static let temporaryUPN = "W38300001600A"
  static let nhs = "9990000018"
  static let otherNHS = "999 000 0026"
}

/// Referral sheets with their truth.
enum Sheets {
  static let python: URL? = [
    "/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(filePath: $0) }

  /// Quoted fields and all.
  static func read(_ file: URL) throws -> [[String: String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var quoted = false
    for byte in try Data(contentsOf: file) {
      switch byte {
      case 34: quoted.toggle()
      case 13: break
      case 44 where !quoted, 10 where !quoted:
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == 10 {
          rows.append(row)
          row = []
        }
      default: cell.append(byte)
      }
    }
    let head = rows.removeFirst()
    return rows.map { Dictionary(uniqueKeysWithValues: zip(head, $0)).filter { !$0.value.isEmpty } }
  }
}
