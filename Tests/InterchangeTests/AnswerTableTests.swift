import Testing
import YoungCarers

@testable import Interchange

struct AnswerTableTests {
  @Test("A row with an instrument and numbered items is a sheet; its other columns are its own")
  func rows() throws {
    let text = """
      id,Instrument,1,2,3,by
      S-1,A-1,2,0,1,"school, ""Oak"" hill"
      S-2,B-1,1,,,
      ,,,,,
      S-3,A-1,,,,
      """
    let found = try outcome(ofTable: text)
    #expect(
      found.lines == [
        #"{"id":"S-1","by":"school, \"Oak\" hill","instrument":"A-1","answers":{"1":2,"2":0,"3":1},"#
          + #""scores":{"total":3},"bands":{"total":["high"]},"missing":[],"flags":[]}"#,
        #"{"id":"S-2","instrument":"B-1","answers":{"1":1},"scores":{"total":null},"#
          + #""range":{"total":[1,3]},"bands":{"total":["low","high"]},"missing":[2],"#
          + #""flags":["unanswered: B-1 item 2"]}"#,
        #"{"id":"S-3","instrument":"A-1","answers":{},"scores":{"total":null},"#
          + #""bands":{"total":[]},"missing":[1,2,3],"#
          + #""flags":["unanswered: A-1 item 2","not scoreable: A-1 total"]}"#,
      ])
    #expect(found.refused.isEmpty)
  }

  @Test("A row with items of two instruments is two sheets, one where only one is answered")
  func several() throws {
    let text = "id;A-1.1;A-1.2;A-1.3;B-1.1;B-1.2\r\nS-1;0;0;0;1;1\r\nS-2;;;;0;0\r\n"
    let found = try outcome(ofTable: text)
    #expect(
      found.lines.map { String($0.prefix(31)) } == [
        #"{"id":"S-1","instrument":"A-1","#, #"{"id":"S-1","instrument":"B-1","#,
        #"{"id":"S-2","instrument":"B-1","#,
      ])
  }

  @Test(
    "A row that is wrong is refused where it is wrong, and the next is read",
    arguments: [
      ("S,A-1,3,0,0", "2 answer-scale 3"), ("S,A-1,x,0,0", "2 answer-number x"),
      ("S,A-1,01,0,0", "2 answer-number 01"), ("S,B-1,1,0,1", "2 item-unknown 1"),
      ("S,C-1,1,0,1", "2 instrument-unknown C-1"), ("S,,1,0,1", "2 instrument-missing "),
      ("S,A-1,1,0", "2 row-ragged "), ("S,A-1,1,0,1,1", "2 row-ragged "),
      ("S,,,,", "2 answers-missing "),
    ])
  func refused(row: String, told: String) throws {
    let found = try outcome(ofTable: "id,instrument,1,2,3\n\(row)\nS-2,A-1,0,0,0\n")
    #expect(found.refused == [told])
    #expect(found.lines.count == 1)
  }

  @Test(
    "A table whose columns cannot be believed is refused whole",
    arguments: [
      ("id,name\n1,2\n", "items-missing"), ("id,1,2\n1,2,0\n", "instrument-missing"),
      ("id,A-1.1,A-1.4\n1,2,0\n", "item-unknown"), ("id,A-1.1,A-1.x\n1,2,0\n", "item-unknown"),
      ("id,A-1.1,A-1.1\n1,2,0\n", "column-twice"), ("S-1,A-1,2,2,0\n", "column-twice"),
    ])
  func columns(text: String, code: String) {
    #expect {
      _ = try outcome(ofTable: text)
    } throws: {
      ($0 as? Problem)?.code == code && ($0 as? Problem)?.status == .data
    }
  }

  @Test("--code is the instrument of rows that do not say theirs")
  func code() throws {
    let found = try outcome(ofTable: "id\t1\t2\nS-1\t1\t0\n", code: "B-1")
    #expect(found.lines[0].hasPrefix(#"{"id":"S-1","instrument":"B-1","answers":{"1":1,"2":0}"#))
  }
}
