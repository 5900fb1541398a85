import ArgumentParser
import Storage
import YoungCarers

/// Lists complaints.
struct ReviewComplaints: Command {
  static let configuration = CommandConfiguration(
    commandName: "complaints", abstract: "List the complaints that wait for an answer.",
    discussion: """
      Examples:
        carers review complaints
        carers review complaints --all --format csv -o complaints.csv

      Those that were answered or withdrawn are left out, unless --all asks for them.
      """)

  @Flag(help: "Also those that were answered or withdrawn.")
  var all = false

  @OptionGroup var list: ListArguments
  @OptionGroup var common: CommonOptions

  func run(_ session: Session) throws {
    try list.list(session, empty: "There are no such complaints.", Self.listing) {
      reader, families in
      try reader.listed(Complaint.self, in: "complaints", families: families)
        .filter { all || $0.entry.answered == nil }
        .sorted {
          ($0.entry.waitsUntil ?? $0.entry.came, $0.entry.header.id)
            < ($1.entry.waitsUntil ?? $1.entry.came, $1.entry.header.id)
        }
    }
  }

  private static func listing(_ found: [Listed<Complaint>]) -> Listing {
    var listing = Listing(columns: [
      .init(name: "due", title: "Answer by", minimum: 10, priority: 9),
      .init(name: "case", title: "Case", minimum: 14, priority: 8),
      .init(name: "whose", title: "Whose", minimum: 10, priority: 7),
      .init(name: "saidBy", title: "By", minimum: 6, priority: 3),
      .init(name: "about", title: "About", minimum: 12, priority: 6, wraps: true),
      .init(name: "received", title: "Came", minimum: 10, priority: 4),
      .init(name: "acknowledged", title: "Acknowledged", minimum: 10, priority: 2),
      .init(name: "answered", title: "Answered", isUsual: false),
      .init(name: "outcome", title: "Outcome", minimum: 10, priority: 5),
      .init(name: "advocate", title: "Advocate", isUsual: false),
      .init(name: "person", title: "Person", isUsual: false),
      .init(name: "complaint", title: "Complaint", minimum: 26, priority: 1),
    ])
    listing.rows = found.map { listed in
      let complaint = listed.entry
      return [
        complaint.due?.description, listed.family?.text, listed.who, complaint.saidBy.rawValue,
        complaint.about, complaint.came.description, complaint.acknowledged?.description,
        complaint.answered?.description, complaint.outcome?.rawValue, complaint.advocate,
        listed.person?.text, complaint.header.id.text,
      ]
    }
    return listing
  }
}
