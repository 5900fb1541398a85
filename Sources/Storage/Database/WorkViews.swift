/// The views of the work with a family: conferences to come and held, and how they kept the standard.
extension Views {
  static let conferences = [
    View(
      name: "booked", about: "Conferences that are booked, and neither held nor cancelled.",
      select: "SELECT * FROM conferences WHERE held IS NULL AND cancelled IS NULL"),
    View(
      name: "heldConferences", about: "Conferences that were held.",
      select: "SELECT * FROM conferences WHERE held IS NOT NULL"),
    View(
      name: "comingInvitees",
      about: "Those asked to a conference that is booked, with its day, and who may come.",
      select: """
        SELECT invitees.*, booked.date AS conferenceDay FROM invitees
        JOIN booked ON coalesce(booked.begun, booked.id) = invitees.conference
        WHERE excluded IS NULL AND reply <> 'not coming'
        """),
    View(
      name: "departures",
      about: "What of the standard was not kept at conferences that were held, a row for each.",
      select: """
        SELECT decisions.*, held.purpose, held.held FROM decisions
        JOIN heldConferences AS held ON coalesce(held.begun, held.id) = decisions.about
        WHERE what = 'departure'
        """),
  ]
}
