import Interchange
import Reports
import YoungCarers

/// A report as a mail: the tables as text first, then as a page without its charts, which mail
/// programs do not draw.
struct ReportMail {
  let report: Report
  let from: String
  let to: [String]
  let day: Day

  /// No line is longer in quoted-printable (RFC 2045, 6.7).
  private static let width = 76

  var text: String {
    MailMessage(
      from: from, to: to, subject: Visible.line(report.title), day: day, code: report.code,
      plain: PlainReport(report: report, width: Self.width).text,
      html: ReportPage(report: report, hasCharts: false).html
    ).text
  }
}

extension Session {
  /// Throws where nobody says whom it comes from or goes to, or an address is none.
  func mail(_ report: Report, _ options: MailOptions) throws -> ReportMail {
    let setting = configuration.changes.last { $0.name == .calendarMail }?.text
    guard let from = options.from ?? setting.flatMap({ $0.isEmpty ? nil : $0 }) else {
      throw Problem(
        "mail-from-missing", .usage, at: Place(file: "--mail-from"),
        "nobody is said to send the mail",
        cure: "Give --mail-from, or set mail below [service.calendar] in the configuration.")
    }
    guard !options.to.isEmpty else {
      throw Problem(
        "mail-to-missing", .usage, at: Place(file: "--mail-to"), "a mail goes to somebody",
        cure: "For example --mail-to commissioner@council.example; it may be given again.")
    }
    for (option, address) in [("--mail-from", from)] + options.to.map({ ("--mail-to", $0) })
    where !Service.Form.isMail(address) {
      throw Problem(
        "mail-address", .usage, at: Place(file: option), "that is no mail address",
        cure: "For example team@council.example, without a name or brackets.")
    }
    return ReportMail(report: report, from: from, to: options.to, day: today)
  }
}
