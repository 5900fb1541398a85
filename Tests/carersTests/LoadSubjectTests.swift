import Testing

@testable import carers

@Suite("Load")
struct LoadSubjectTests {
  @Test("An entry about a case that nobody has is the input's fault, and nothing is kept")
  func subjectMissing() throws {
    let text = #"""
      $ carers init s.sqlite -q
      $ carers load --store s.sqlite <<END
      > {"record":"note","id":"A","family":"YC-7KQ4-M2DX-J","day":"2026-11-22","recorded":"2026-11-22T09:00:00Z","text":"Rang."}
      > END
      ! carers: ~/s.sqlite: an entry names a case, a person or an entry that is not here: nothing was kept
      !    Load the stream that has them first, or both in one carers load.
      ? 65
      $ carers log --store s.sqlite
      Nothing was done yet.

      """#
    let session = try TranscriptSession(beside: nil) { Carers.run($0, $1) }
    let actual = try session.play(text)
    if actual != text { Issue.record("\(difference(text, actual))") }
  }
}
