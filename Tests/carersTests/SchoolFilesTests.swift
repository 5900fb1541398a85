import Foundation
import Interchange
import TestSupport
import Testing
import YoungCarers

@testable import carers

/// What a careful importer makes of a school's file; `Tests/Fixtures/school-csv/manifest.json`.
private struct Verdict: Decodable, CustomTestStringConvertible {
  let file: String
  let verdict: String
  let rows: Int?

  var testDescription: String { file }

  static let folder = Checkout.schoolFiles.path

  static let all: [Verdict] = {
    let data = FileManager.default.contents(atPath: "\(folder)/manifest.json") ?? Data()
    return (try? JSONDecoder().decode([Verdict].self, from: data)) ?? []
  }()
}

@Suite("School files")
struct SchoolFilesTests {
  /// The files that the manifest would have refused, and that can be proved: taken whole, and said
  /// aloud. Each has its children and what is said.
  private static let proved = [
    "15-cp1252.csv": (16, "Windows-1252"), "16-utf16le-bom.csv": (20, "UTF-16"),
    "25-preamble.csv": (20, "title"),
  ]

  @Test("Every file of the manifest is here")
  func whole() { #expect(Verdict.all.count == 25) }

  @Test("Each file gets its verdict from the whole command", arguments: Verdict.all)
  private func verdict(of verdict: Verdict) throws {
    let store = try Service()
    let run = store.run("refer", "import", "\(Verdict.folder)/\(verdict.file)")
    let children = store.children
    if let (count, words) = Self.proved[verdict.file] {
      #expect(run.status == 0)
      #expect(children.count == count)
      #expect(run.errors.contains(words))
      return
    }
    switch verdict.verdict {
    case "accept":
      #expect(run.status == 0, "\(run.errors)")
      #expect(children.count == verdict.rows)
    case "partial":
      #expect(run.status == 1, "\(run.errors)")
      #expect(children.filter { $0.recognised != "undecided" }.count == verdict.rows)
    default:
      #expect(run.status == 65, "\(run.errors)")
      #expect(children.isEmpty)
      #expect(run.out.isEmpty)
    }
  }

  @Test(
    "What is not a row of its own is said",
    arguments: [
      ("26-totals-row.csv", "21 rows: 20 new children, 1 set aside"),
      ("43-same-upn-two-children.csv", "20 rows: 18 new children, 2 to decide"),
      ("45-exact-duplicate-row.csv", "21 rows: 20 new children, 1 already here"),
      ("42-bad-upn-check.csv", "never used to recognise a child"),
      ("20-extra-column-row7.csv", "19 new children, 1 rejected"),
    ])
  func said(file: String, words: String) throws {
    let run = try Service().run("refer", "import", "\(Verdict.folder)/\(file)")
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test("Two children under one number stay two, and both wait for a person")
  func confusion() throws {
    let service = try Service()
    service.run("refer", "import", "\(Verdict.folder)/43-same-upn-two-children.csv")
    let waiting = service.children.filter { $0.recognised == "undecided" }
    #expect(waiting.count == 2)
    #expect(Set(waiting.map(\.person)).count == 2)
    #expect(service.run("refer", "queue", "--format", "table").out.contains("1 pair waits"))
  }
}
