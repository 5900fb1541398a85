import Storage
import YoungCarers

/// The referrals that a command answers: those named; of a case, or of a stream, those that nobody
/// has answered so.
struct ReferralChoice {
  private let entries: Entries
  private let purpose: Contact.Purpose

  init(_ entries: Entries, _ purpose: Contact.Purpose) {
    self.entries = entries
    self.purpose = purpose
  }

  func referrals(_ asked: [ID], isBatch: Bool, _ reader: Reader) throws -> [(CaseFile, Referral)] {
    var found = try asked.flatMap { try of($0, reader) }
    guard isBatch else { return found }
    let named = Set(entries.references.map(\.id))
    for family in try entries.selected?.sorted() ?? reader.allFamilies() {
      let file = try reader.caseFile(family)
      let isWhole = entries.selected == nil || named.contains(family)
      found += waiting(file).filter { isWhole || named.contains($0.header.id) }.map { (file, $0) }
    }
    return found
  }

  private func of(_ id: ID, _ reader: Reader) throws -> [(CaseFile, Referral)] {
    guard id.shape == nil else {
      let file = try reader.caseFile(id)
      let person = id.ifPerson.map(file.today)
      return waiting(file).filter { person == nil || $0.person.map(file.today) == person }
        .map { (file, $0) }
    }
    guard case .referral(let referral)? = try reader.entry(id), try !reader.hasFallen(id) else {
      throw Problem(
        "referral-missing", .noInput, "\(id) is no referral that stands",
        cure: "carers refer list --fields referral,child --format table shows them.")
    }
    let subject = referral.person ?? referral.header.family ?? id
    return [(try reader.caseFile(subject), referral)]
  }

  private func waiting(_ file: CaseFile) -> [Referral] {
    let answered = Set(
      file.all(Contact.self).filter {
        $0.purpose == .outcome || $0.purpose == purpose && purpose == .acknowledgement
      }.compactMap(\.about))
    return file.referrals.filter { !answered.contains($0.header.id) }
  }
}
