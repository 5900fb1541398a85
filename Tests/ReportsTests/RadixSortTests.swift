import TestSupport
import Testing

@testable import Reports

@Suite struct RadixSortTests {
  @Test("It sorts as sorting does", arguments: [0, 1, 5000, 20_000])
  func sorts(_ count: Int) {
    var random = Seeded(7)
    let keys = (0..<count).map { _ in random.next() >> UInt64.random(in: 0...60, using: &random) }
    #expect(RadixSort.sorted(keys) == keys.sorted())
  }

  @Test(arguments: [
    ("8", "8"), ("Year 8", "8"), ("Yr 08", "8"), ("Y8", "8"), ("R", "R"), ("Reception", "R"),
    ("N1", "N1"), ("sixth form", "sixth form"),
  ])
  func yearGroups(_ given: String, _ called: String) {
    #expect(YearGroup.called(given) == called)
  }
}
