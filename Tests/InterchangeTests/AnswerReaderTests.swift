import Foundation
import TestSupport
import Testing
import YoungCarers

@testable import Interchange

struct AnswerReaderTests {
  private let scores =
    #""scores":{"total":3},"bands":{"total":["high"]},"missing":[],"flags":[]}"#

  @Test(
    "A sheet's own keys stay byte for byte before its results",
    arguments: [
      #"{"id":"S-1","instrument":"A-1","answers":{"1":2,"2":0,"3":1}}"#,
      #"{"answers":{"3":1,"2":0,"1":2},"instrument":"A-1"}"#,
      #"{ "a\u00e9" : [1, {"x":null}] , "instrument" : "A-1", "answers" : [2, 0 ,1] }"#,
      #"{"id":7,"instrument":"A-1","answers":[2,0,1],"note":"}{"}  "#,
    ])
  func own(line: String) throws {
    let end = try #require(line.lastIndex(of: "}"))
    #expect(try outcome(ofLines: line).lines == [line[..<end] + "," + scores])
    #expect(try outcome(ofLines: "\n" + line + "\r\n \n").lines.count == 1)
  }

  @Test("A sheet that was scored before is scored anew: twice is once")
  func twice() throws {
    let line = #"{"id":"S-1","instrument":"A-1","answers":{"1":2,"2":1}}"#
    let once = try outcome(ofLines: line).lines
    #expect(try outcome(ofLines: once.joined(separator: "\n")).lines == once)
    #expect(
      once[0].hasSuffix(
        #""range":{"total":[3,5]},"bands":{"total":["high"]},"missing":[3],"flags":["safeguarding: A-1 item 2"]}"#
      ))
  }

  @Test(
    "null and an item that is left out are missing",
    arguments: [#"{"1":0,"2":0,"3":null}"#, #"{"1":0,"2":0}"#, "[0,0,null]", "[0,0]"])
  func missing(answers: String) throws {
    let line = #"{"instrument":"A-1","answers":"# + answers + "}"
    let result = try outcome(ofLines: line).lines[0]
    #expect(result.contains(#""scores":{"total":null},"range":{"total":[0,2]}"#))
    #expect(result.hasSuffix(#""missing":[3],"flags":[]}"#))
  }

  @Test(
    "A sheet that is wrong is refused where it is wrong, and the next is read",
    arguments: [
      (#"{"instrument":"A-1","answers":{"1":3}}"#, "answer-scale 3"),
      (#"{"instrument":"A-1","answers":{"1":-1}}"#, "answer-scale -1"),
      (#"{"instrument":"A-1","answers":{"1":1.0}}"#, "answer-number 1.0"),
      (#"{"instrument":"A-1","answers":{"1":"1"}}"#, "answer-number \"1\""),
      (#"{"instrument":"A-1","answers":{"1":true}}"#, "answer-number true"),
      (
        #"{"instrument":"A-1","answers":{"1":12345678901234567890}}"#,
        "answer-number 12345678901234567890"
      ),
      (#"{"instrument":"A-1","answers":{"4":1}}"#, "item-unknown 1"),
      (#"{"instrument":"A-1","answers":[0,0,0,1]}"#, "item-unknown 1"),
      (#"{"instrument":"A-1","answers":{"0":1}}"#, "item-unknown 1"),
      (#"{"instrument":"A-1","answers":{"q1":1}}"#, "item-number \"q1\""),
      (#"{"instrument":"A-1","answers":{"01":1}}"#, "item-number \"01\""),
      (#"{"instrument":"A-1","answers":{"1":0,"1":2}}"#, "item-twice 2"),
      (#"{"instrument":"A-1","answers":{"1":null,"1":2}}"#, "item-twice 2"),
      (#"{"instrument":"C-1","answers":{"1":0}}"#, "instrument-unknown \"C-1\""),
      (#"{"instrument":7,"answers":{"1":0}}"#, "instrument-missing "),
      (#"{"answers":{"1":0}}"#, "instrument-missing "),
      (#"{"instrument":"A-1"}"#, "answers-missing "),
      (#"{"instrument":"A-1","answers":"2,0,1"}"#, "answers-kind \"2,0,1\""),
      (#"{"instrument":"A-1","id":1,"id":2,"answers":{}}"#, "json-twice \"id\""),
      ("nonsense", "json n"), ("[]", "json ["),
    ])
  func refused(line: String, told: String) throws {
    let good = #"{"instrument":"A-1","answers":[2,0,1]}"#
    let found = try outcome(ofLines: good + "\n" + line + "\n" + good + "\n")
    #expect(found.refused == ["2 " + told])
    #expect(found.lines.count == 2)
  }

  @Test("P1: what can be read of a refused sheet is read, and what cannot is known")
  func refusedAlarm() throws {
    var sheet = FilledSheet()
    let text = #"{"instrument":"A-1","answers":{"1":9,"2":2,"3":"x"}}"#
    let source = ByteSource(bytes: Array(text.utf8))
    var reader = AnswerReader(file: "answers", instruments: forms, read: source.read)
    #expect(try reader.next(&sheet))
    #expect(sheet.problem?.code == "answer-scale")
    #expect(forms.all[0].scores(sheet.answers).alarms == [2])
    #expect(sheet.unread == [1, 3])
  }

  @Test("--code is for sheets that do not say theirs, and stands in the result")
  func code() throws {
    let lines = #"{"answers":[2,0]}"# + "\n" + #"{"instrument":"A-1","answers":[2,0,1]}"#
    let found = try outcome(ofLines: lines, code: "B-1").lines
    #expect(found[0].hasPrefix(#"{"answers":[2,0],"instrument":"B-1","scores":{"total":2}"#))
    #expect(found[1].hasPrefix(#"{"instrument":"A-1","answers":[2,0,1],"scores":{"total":3}"#))
  }

  @Test("An assessment gives a result for each instrument; other entries and answers pass by")
  func entries() throws {
    let text = """
      {"record":"stream","version":1}
      {"day":"2026-11-22","id":"1","record":"note","text":"answers"}
      {"answers":["where=home","A-1.1=2","B-1.2=1","A-1.2=0","A-1.3=","x","C.1=1"],"id":"2",\
      "person":"P","record":"assessment","replaces":"0"}
      {"answers":["where=home"],"id":"3","record":"assessment"}
      {"id":"4","record":"assessment"}
      {"record":"end","count":4}

      """
    let found = try outcome(ofLines: text)
    let opening = #"{"assessment":"2","person":"P","replaces":"0","instrument":"#
    #expect(
      found.lines == [
        opening + #""A-1","scores":{"total":null},"range":{"total":[2,4]},"#
          + #""bands":{"total":["low","high"]},"missing":[3],"flags":[]}"#,
        opening + #""B-1","scores":{"total":null},"range":{"total":[1,3]},"#
          + #""bands":{"total":["low","high"]},"missing":[1],"#
          + #""flags":["safeguarding: B-1 item 2"]}"#,
      ])
    #expect(found.refused.isEmpty && found.passedBy == 4)
  }

  @Test("A wrong answer refuses its instrument alone")
  func entryRefused() throws {
    let text =
      #"{"answers":["A-1.1=7","A-1.x=1","B-1.1=1","B-1.2=0"],"id":"2","record":"assessment"}"#
    let found = try outcome(ofLines: text)
    #expect(found.refused == [#"1 answer-scale "A-1.1=7""#])
    #expect(found.lines.count == 1)
    let kind = #"{"answers":{"A-1.1":7},"id":"2","record":"assessment"}"#
    #expect(try outcome(ofLines: kind).refused == ["1 field-type "])
  }

  @Test(
    "A stream that is not whole is no stream: P1 needs all of it",
    arguments: [
      ("", "stream-empty"), ("\n \n", "stream-empty"),
      (#"{"record":"stream","version":1}"# + "\n", "stream-without-end"),
      (#"{"record":"stream","version":1}"# + "\n{}\nnonsense\n", "json"),
      (#"{"record":"stream","version":1}"# + "\n" + #"{"instrument":"A-1""#, "stream-torn"),
      (
        #"{"record":"stream","version":1}"# + "\n" + #"{"record":"end","count":1}"# + "\n",
        "stream-count"
      ),
      (#"{"record":"stream","version":2}"# + "\n", "stream-version"),
      (#"{"record":"end","count":0}"# + "\n", "stream-without-head"),
      (#"{"id":"1","kind":"referral","record":"reference"}"# + "\n", "references-alone"),
    ])
  func streams(text: String, code: String) throws {
    #expect {
      _ = try outcome(ofLines: text)
    } throws: {
      ($0 as? Problem)?.code == code && ($0 as? Problem)?.place?.file == "answers"
    }
  }

  @Test("--partial takes what came")
  func partial() throws {
    let text =
      #"{"record":"stream","version":1}"# + "\n" + #"{"instrument":"A-1","answers":[2,0,1]}"# + "\n"
      + #"{"instrument":"A-1","answ"#
    #expect(try outcome(ofLines: text, partial: true).lines.count == 1)
  }

  @Test("Whatever the order of items and keys, the scores are the same")
  func anyOrder() throws {
    var chance = Seeded(11)
    for _ in 0..<200 {
      let answers = (1...3).compactMap { item in
        Bool.random(using: &chance) ? "\"\(item)\":\(Int.random(in: 0...2, using: &chance))" : nil
      }
      let one = #"{"instrument":"A-1","answers":{"# + answers.joined(separator: ",") + "}}"
      let other =
        #"{"answers":{"# + answers.reversed().joined(separator: ", ") + #"},"instrument":"A-1"}"#
      func results(_ line: String) throws -> Substring {
        let line = try outcome(ofLines: line).lines[0]
        return line[try #require(line.range(of: "\"scores\"")).lowerBound...]
      }
      #expect(try results(one) == results(other))
    }
  }
}
