import Foundation
import TestSupport
import Testing
import YoungCarers

@testable import Matching

/// How well children are recognised where the truth is known.
private struct Measure {
  var rows = 0
  var joined = 0
  var rightlyJoined = 0
  var undecided = 0
  var repeats = 0
  var mixed: Set<String> = []
  var people: Set<String> = []

  init(_ children: [Described], truth: [String]) {
    var recogniser = Recogniser()
    var members: [ID: String] = [:]
    for (row, child) in children.enumerated() {
      let person = ID("\(row)")
      var identity = person
      if !people.insert(truth[row]).inserted { repeats += 1 }
      switch decide(child, among: recogniser.candidates(for: child)) {
      case .new: break
      case .undecided: undecided += 1
      case .same(let candidate, _):
        identity = candidate.identity
        joined += 1
        if members[identity] == truth[row] {
          rightlyJoined += 1
        } else {
          mixed.formUnion([truth[row], members[identity] ?? ""])
        }
      }
      if identity == person { members[identity] = truth[row] }
      recogniser.add(child, person: person, family: nil, identity: identity)
    }
    rows = children.count
  }

  var precision: Double { Double(rightlyJoined) / Double(joined) }
  var recall: Double { Double(rightlyJoined) / Double(repeats) }
  var queue: Double { Double(undecided) / Double(rows) }
  var mixture: Double { Double(mixed.count) / Double(people.count) }
}

@Suite struct MeasuredTests {
  @Test(
    "Generated referrals: few are missed, hardly any asked, none mixed",
    .enabled(if: Sheets.python != nil))
  func generated() throws {
    let scratch = Scratch()
    let folder = URL(filePath: scratch.path)
    let process = Process()
    process.executableURL = Sheets.python
    process.arguments =
      [Checkout.root.appending(path: "Benchmarks/gen_referrals.py").path]
      + ["--rows", "5000", "--seed", "11", "--out", folder.path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let rows = try Sheets.read(folder.appending(path: "referrals.csv"))
    let truth = try Sheets.read(folder.appending(path: "truth.csv"))
    let children = rows.map { row in
      Described(
        given: row["given_name"], surname: row["family_name"], preferred: row["preferred_name"],
        born: row["date_of_birth"].flatMap(day), sex: row["sex"], upn: row["upn"],
        nhsNumber: row["nhs_number"], postcode: row["postcode"], address: row["address"],
        school: row["school"], caredFor: row["cared_for_name"],
        caredForRelation: row["cared_for_relationship"])
    }
    let measure = Measure(children, truth: truth.map { $0["person_id"] ?? "" })
    #expect(measure.rows == 5000)
    #expect(measure.precision >= 0.998)
    #expect(measure.mixture <= 0.003)
    #expect(measure.recall >= 0.95)
    #expect(measure.queue <= 0.01)
  }

  @Test(
    "FEBRL 1: nobody is taken for somebody else",
    .enabled(if: Checkout.shared("matching/febrl") != nil))
  func febrl() throws {
    let folder = try #require(Checkout.shared("matching/febrl"))
    let rows = try Sheets.read(folder.appending(path: "febrl1.csv"))
    let truth = try Sheets.read(folder.appending(path: "febrl1_truth.csv"))
    let people = Dictionary(
      uniqueKeysWithValues: truth.map { ($0["referral_id"] ?? "", $0["person_id"] ?? "") })
    let children = rows.map { row in
      Described(
        given: row["given_name"], surname: row["surname"],
        born: row["date_of_birth"].flatMap(Self.compactDay), systemID: row["soc_sec_id"],
        postcode: row["postcode"],
        address: [row["street_number"], row["address_1"]].compactMap(\.self).joined(separator: " "))
    }
    let measure = Measure(children, truth: rows.map { people[$0["rec_id"] ?? ""] ?? "" })
    #expect(measure.rows == 1000)
    #expect(measure.precision >= 0.998)
    #expect(measure.recall >= 0.8)
  }

  private static func compactDay(_ text: String) -> Day? {
    guard let number = Int(text) else { return nil }
    return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}
