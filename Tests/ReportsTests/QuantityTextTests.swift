import Testing

@testable import Reports

@Suite("A quantity as text")
struct QuantityTextTests {
  @Test(
    "says measure, period and parts",
    arguments: [
      (Quantity("referrals", "2026-10"), "referrals 2026-10"),
      (
        Quantity("referrals", "2026-10", ["year=8", "agency=St Mary's"]),
        "referrals 2026-10 agency=St Mary's; year=8"
      ),
      (Quantity("children", ""), "children -"),
      (Quantity("a b", "-", ["x=1; y=2", "", "z=100%\n"]), "a%20b %2D -; x=1%3B y=2; z=100%25%0A"),
    ])
  func says(_ quantity: Quantity, _ text: String) {
    #expect(quantity.text == text)
    #expect(Quantity(text) == quantity)
  }

  @Test("is read back whatever stands in it")
  func law() {
    let pieces = [
      "", " ", "-", "--", ";", "; ", "%", "%3B", "=", "é", "\u{301}", "\r\n", "agency=Oakfield",
      "8",
    ]
    func word(_ number: Int) -> String { pieces[number % 14] + pieces[number / 14 % 14] }
    for number in 0..<5_000 {
      let parts = (0..<number % 4).map { word(number * 7 + $0 * 31) }
      let quantity = Quantity(word(number), word(number / 3), parts)
      #expect(Quantity(quantity.text) == quantity, "\(quantity)")
      #expect(!quantity.text.contains("\n"))
    }
  }

  @Test(
    "what is none is refused",
    arguments: [
      "", "referrals", "referrals ", " 2026-10", "a b c;d", "a b %", "a b %0G", "a b %FF",
    ])
  func refused(_ text: String) { #expect(Quantity(text) == nil) }
}
