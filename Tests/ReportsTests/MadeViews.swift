import YoungCarers

/// What families that are made say of the service.
extension Maker {
  mutating func addViews(_ family: MadeFamily, on day: Day) {
    for _ in 0..<pen.draw(0...2) {
      var feedback = Feedback()
      feedback.saidBy =
        pen.chance(30) ? Voice(rawValue: Self.ownWords) : pen.pick(Voice.known)
      feedback.person = pen.chance(3) ? nil : family.children.first
      feedback.toldOnce = pen.pick(replies + [nil])
      feedback.heard = pen.pick(replies + [nil])
      feedback.words = pen.chance(3) ? Self.ownWords : nil
      pen.write(feedback, family.id, on: day)
    }
    if pen.chance(3) { addComplaint(family, on: day) }
  }

  /// What a child says stands in no report, wherever somebody wrote it.
  static let ownWords = "they came when they said"

  private var replies: [Feedback.Reply] {
    Feedback.Reply.known + Feedback.Reply.known + [Feedback.Reply(rawValue: Self.ownWords)]
  }

  private mutating func addComplaint(_ family: MadeFamily, on day: Day) {
    var complaint = Complaint()
    (complaint.about, complaint.saidBy) = (Self.ownWords, pen.pick(Voice.known))
    complaint.received = pen.chance(4) ? nil : day + -2
    complaint.due = pen.chance(5) ? nil : day + 14
    let came = pen.write(complaint, family.id, on: day)
    guard !pen.chance(4) else { return }
    complaint.answered = day + pen.draw(3...30)
    complaint.outcome =
      pen.chance(10)
      ? nil : pen.pick(Complaint.Outcome.known + [Complaint.Outcome(rawValue: Self.ownWords)])
    complaint.answer = Self.ownWords
    pen.rewrite(came, complaint, on: day + 30)
  }
}
