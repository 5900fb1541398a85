import YoungCarers

/// What children and families say of the service, and what they complain of (practice P40). Of their
/// words only whether there are any.
extension Facts {
  var hearing: [Fact] { views + complaints }

  private var views: [Fact] {
    file.all(Feedback.self).flatMap { feedback -> [Fact] in
      func fact(_ measure: Measure, _ kind: String) -> Fact {
        Fact(measure: measure, day: feedback.header.day, kind: kind)
      }
      let voice = Self.word(feedback.saidBy, of: Voice.known)
      let answered = feedback.isAnswered ? [fact(.viewsGiven, voice)] : []
      let replies = Measure.replies.first { $0.voice == feedback.saidBy }.map { measures in
        (feedback.toldOnce.map {
          [fact(measures.toldOnce, Self.word($0, of: Feedback.Reply.known))]
        } ?? [])
          + (feedback.heard.map { [fact(measures.heard, Self.word($0, of: Feedback.Reply.known))] }
            ?? [])
      }
      return [fact(.viewsAsked, voice)] + answered + (replies ?? [])
    }
  }

  private var complaints: [Fact] {
    file.all(Complaint.self).flatMap { complaint -> [Fact] in
      let came = [
        Fact(
          measure: .complaints, day: complaint.came,
          kind: Self.word(complaint.saidBy, of: Voice.known))
      ]
      guard let answered = complaint.answered, let outcome = complaint.outcome else { return came }
      func fact(_ measure: Measure, kind: String? = nil) -> Fact {
        Fact(measure: measure, day: answered, kind: kind)
      }
      let isInTime = complaint.due.map { answered <= $0 } ?? false
      return came + [fact(.complaintsEnded, kind: Self.word(outcome, of: Complaint.Outcome.known))]
        + (isInTime ? [fact(.complaintsInTime)] : [])
        + (outcome.isUpheld ? [fact(.complaintsUpheld)] : [])
    }
  }

  /// A word of a list. Whatever else somebody wrote there may be their own words, and stands in no
  /// report.
  static func word<Word: Code>(_ word: Word, of known: [Word]) -> String {
    known.contains(word) ? word.rawValue : otherWord
  }

  static let otherWord = "said otherwise"
}

extension Measure {
  /// The answers to the two questions, by whose they are: each by yes, partly and no.
  static let replies: [(voice: Voice, toldOnce: Measure, heard: Measure)] = [
    (.child, .childToldOnce, .childHeard), (.parent, .parentToldOnce, .parentHeard),
  ]
}
