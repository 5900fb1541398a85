import YoungCarers

/// A mail ready for `sendmail -t` (RFC 5322, RFC 2045 to 2047): plain text first, then the same as
/// HTML. The same content, addresses and day give the same bytes.
public struct MailMessage: Sendable {
  /// Addresses, as `Service.Form.isMail` takes them.
  public var from: String
  public var to: [String]
  public var subject: String
  /// Its date, at midnight in UTC.
  public var day: Day
  /// What its id begins with: letters, digits and hyphens.
  public var code: String
  public var plain: String
  public var html: String

  public init(
    from: String, to: [String], subject: String, day: Day, code: String, plain: String,
    html: String
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.day = day
    self.code = code
    self.plain = plain
    self.html = html
  }

  /// Its lines end as those of a text file do: `sendmail` makes of them what goes over a line, and some
  /// make CR CR LF of what ends so already.
  public var text: String {
    let digest = Self.digest(([from, subject, plain, html] + to).joined(separator: "\0"))
    // No quoted-printable text has "=_" in it (RFC 2045, 6.7).
    let boundary = "=_carers_\(digest)"
    let domain = from.split(separator: "@").last.map(String.init) ?? "localhost"
    let lines =
      [
        "From: \(from)", Self.recipients(to),
        "Subject: \(Self.header(subject))",
        "Date: \(Self.date(day))", "Message-ID:\n <\(code).\(day).\(digest)@\(domain)>",
        "MIME-Version: 1.0", "Auto-Submitted: auto-generated",
        "Content-Type: multipart/alternative;\n boundary=\"\(boundary)\"", "",
      ] + part("plain", plain, boundary) + part("html", html, boundary) + ["--\(boundary)--"]
    return lines.map { $0 + "\n" }.joined()
  }

  /// On one line as long as a line may be (RFC 5322, 2.1.1): dma delivers to the first alone of
  /// addresses that stand on several, and says nothing.
  private static func recipients(_ addresses: [String]) -> String {
    var lines = ["To:"]
    for (place, address) in addresses.enumerated() {
      let word = " " + address + (place + 1 < addresses.count ? "," : "")
      if lines[lines.count - 1].utf8.count + word.utf8.count > 998 { lines.append("") }
      lines[lines.count - 1] += word
    }
    return lines.joined(separator: "\n")
  }

  private func part(_ type: String, _ text: String, _ boundary: String) -> [String] {
    [
      "--\(boundary)", "Content-Type: text/\(type); charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable", "",
    ] + QuotedPrintable.lines(text)
  }

  /// As it stands, where that cannot be read as anything else; else encoded words, each a whole number
  /// of characters and no longer than 75 (RFC 2047, 2 and 5).
  static func header(_ text: String) -> String {
    let isPlain =
      text.utf8.count <= 66 && !text.contains("=?") && !text.hasPrefix(" ") && !text.hasSuffix(" ")
      && text.utf8.allSatisfy { (32..<127).contains($0) }
    if isPlain { return text }
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = String(scalar).utf8.flatMap { byte in
        Self.isWordByte(byte) ? [byte] : QuotedPrintable.escaped(byte)
      }
      if words[words.count - 1].count + bytes.count > 55 { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?utf-8?Q?\(String(decoding: $0, as: UTF8.self))?=" }
      .joined(separator: "\n ")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: false
    }
  }

  static func date(_ day: Day) -> String {
    let (year, month, number) = day.parts
    let (weekday, name) = (Day.weekdayNames[day.weekday - 1], Day.monthNames[month - 1])
    return "\(weekday.prefix(3)), \(number) \(name.prefix(3)) \(year) 00:00:00 +0000"
  }

  /// What differs has another id.
  private static func digest(_ text: String) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(text.utf8)
    return String(fingerprint.number, radix: 16)
  }
}
