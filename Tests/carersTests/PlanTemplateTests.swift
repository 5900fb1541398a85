import TestSupport
import Testing

@testable import YoungCarers
@testable import carers

/// The page of the plan that comes with the program.
struct PlanTemplateTests {
  private static let all = [Template.Name.planPage, .planText]

  private static func words(_ name: Template.Name) -> String {
    String(decoding: name.shipped, as: UTF8.self)
      .replacing(/\{\{[^}]*\}\}|<style>(?s:.*?)<\/style>|<[^>]*>/, with: " ")
  }

  @Test("P44: no word of ours on the page is one that families should not meet")
  func plain() {
    for name in Self.all {
      let text = Self.words(name)
      #expect(PlainWords.found(PlainWords.jargon, in: text).map(\.said) == [])
      let folded = " \(Text.folded(text)) "
      for word in ["owner", "subject", "invitee", "case", "young carer", "young carers"] {
        #expect(!folded.contains(" \(word) "))
      }
      #expect((ReadingAge([text]).years ?? 99) <= 9)
      #expect(ReadingAge.sentences(text).allSatisfy { $0.count <= 15 })
    }
  }

  @Test("The page is one file: no script, nothing from elsewhere, English, and headings in order")
  func alone() {
    let page = String(decoding: Template.Name.planPage.shipped, as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">\n"))
    for word in ["<script", "http", "url(", "@import", " src=", " href=", " onload", " onclick"] {
      #expect(!page.contains(word))
    }
    let levels = page.matches(of: /<h([1-6])>/).map { Int($0.1) ?? 0 }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
  }

  @Test(
    "Every name that a template may fill in is told in carers-plan(1), and stands in one of ours")
  func fields() throws {
    let told = try #require(ManPage.named("carers-plan.1")).section(".Ss Templates")
      .joined(separator: " ")
    let ours = Self.all.map { String(decoding: $0.shipped, as: UTF8.self) }.joined()
    for field in Template.Name.planPage.fields {
      #expect(told.contains(" \(field) "), "\(field)")
      #expect(ours.contains(/\{\{[#^]?/) && ours.contains("\(field)}}"), "\(field)")
    }
  }

  @Test("What somebody wrote is escaped in HTML and in Markdown, and stands as it is in text")
  func escaped() throws {
    var page = PlanPage.sample
    page.wishes = ["<b>O'Brien</b> & *friends*"]
    let service = YoungCarers.Service(.bolton)
    let scratch = Scratch()
    func text(_ format: PlanRendering.Format) throws -> String {
      try PlanRendering(format, isLarge: false, service, scratch.world()).text(page)
    }
    #expect(try text(.html).contains("<li>&lt;b&gt;O&#39;Brien&lt;/b&gt; &amp; *friends*</li>"))
    #expect(try text(.text).contains("- <b>O'Brien</b> & *friends*\n"))
    #expect(try text(.md).contains("- &lt;b>O'Brien&lt;/b> &amp; \\*friends\\*\n"))
  }
}

extension PlanPage {
  /// An empty page for a worker.
  fileprivate static var sample: PlanPage { PlanPage(.worker) }
}
