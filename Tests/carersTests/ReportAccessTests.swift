import Foundation
import GRDB
import TestSupport
import Testing

@testable import carers

@Suite("Who looked at whom through a report is written down")
struct ReportAccessTests {
  private func service() throws -> Service {
    let service = try Service()
    let transcripts = Checkout.root.appending(path: "Tests/carersTests/Transcripts")
    let line = try ["pathway.jsonl", "work.jsonl"].map {
      try Data(contentsOf: transcripts.appending(path: $0))
    }
    let path = service.file(Array(line.joined()), named: "both.jsonl")
    #expect(service.run("load", path, "-q").status == 0)
    return service
  }

  /// The purposes and numbers of cases in the access log, oldest first.
  private func looks(_ service: Service) throws -> [String] {
    let store = try DatabaseQueue(path: service.store)
    defer { try? store.close() }
    return try store.read { db in
      try String.fetchAll(
        db, sql: "SELECT purpose || ' ' || families FROM access ORDER BY rowid")
    }
  }

  @Test(
    "A list is written down with the cases that it names",
    arguments: [
      (["gaps", "--list", "first-score"], 1), (["gaps", "--list", "sex"], 6),
      (["annex-a"], 4), (["overdue"], 2), (["waiting"], 0), (["caseload"], 0),
    ])
  func lists(words: [String], cases: Int) throws {
    let service = try service()
    let before = try looks(service)
    let run = service.run(["report"] + words)
    #expect(run.status == 0)
    #expect(try looks(service) == before + (cases > 0 ? ["report \(cases)"] : []))
  }

  @Test("In a pipe no list has a name in it, unless values are asked for")
  func names() throws {
    let service = try service()
    for words in [["overdue"], ["gaps", "--list", "sex"]] {
      #expect(!service.run(["report"] + words).out.contains("Khan"))
      #expect(service.run(["report"] + words, terminal: true).out.contains("Khan"))
      #expect(service.run(["report"] + words + ["--format", "csv"]).out.contains("Khan"))
    }
  }

  @Test("No report of figures has anybody's name or id")
  func figures() throws {
    let service = try service()
    for words in [["waiting"], ["caseload"], ["gaps"], ["census"], ["overdue", "--by", "worker"]] {
      let out = service.run(["report"] + words + ["--format", "json"]).out
      #expect(out.count > 100)
      for name in ["Okafor", "Zo", "Hartley", "YC-", "YP-", "01KAN"] {
        #expect(!out.contains(name), "\(words)")
      }
    }
  }
}
