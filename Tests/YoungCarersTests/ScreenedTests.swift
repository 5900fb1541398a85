import Testing

@testable import YoungCarers

@Suite("P1, P2, P10, P13: the screen and the flags")
struct ScreenedTests {
  private func sample(_ fill: (inout SafetyCase) -> Void) -> CaseFile {
    var sample = SafetyCase()
    fill(&sample)
    return sample.file
  }

  private static func refer(_ sample: inout SafetyCase, _ who: ID = SafetyCase.child) -> ID {
    sample.add(Referral()) { $0.person = who }
  }

  private static func screen(
    _ sample: inout SafetyCase, _ result: Screening.Result, about: ID? = nil
  ) {
    sample.add(Screening()) { screening in
      screening.result = result
      screening.person = SafetyCase.child
      screening.about = about
    }
  }

  @Test("P2: a repeat referral is screened anew")
  func anew() {
    let file = sample { sample in
      _ = Self.refer(&sample)
      Self.screen(&sample, .clear)
      _ = Self.refer(&sample)
    }
    #expect(file.unscreened.map(\.header.id) == [ID("E5")])
    #expect(file.toScreen.map(\.header.id) == [ID("E5")])
  }

  @Test("A screen of the whole case is about each child's last referral that waits")
  func each() {
    let file = sample { sample in
      _ = Self.refer(&sample)
      _ = Self.refer(&sample, SafetyCase.brother)
      _ = Self.refer(&sample)
    }
    #expect(file.toScreen.map(\.header.id) == [ID("E4"), ID("E5")])
  }

  @Test(
    "P10, P13: a step after the screen waits for it, and for the information it asked for",
    arguments: [
      (nil, "screen-missing"), (Screening.Result.moreInformation, "screen-open"), (.clear, nil),
      (.advice, nil), (.open, nil),
    ] as [(Screening.Result?, String?)])
  func required(_ result: Screening.Result?, _ code: String?) {
    let file = sample { sample in
      _ = Self.refer(&sample)
      if let result { Self.screen(&sample, result) }
    }
    var thrown: String?
    do {
      try file.requireScreened(SafetyCase.child, before: "a lead worker")
    } catch { thrown = (error as? Problem)?.code }
    #expect(thrown == code)
  }

  @Test("P13: a step for the whole family waits for every child's screen")
  func siblings() {
    let file = sample { sample in
      _ = Self.refer(&sample)
      _ = Self.refer(&sample, SafetyCase.brother)
      Self.screen(&sample, .moreInformation)
      sample.add(Screening()) { screening in
        screening.result = .clear
        screening.person = SafetyCase.brother
      }
    }
    #expect(throws: Problem.self) { try file.requireScreened(nil, before: "a lead worker") }
    #expect(throws: Never.self) {
      try file.requireScreened(SafetyCase.brother, before: "a lead worker")
    }
  }

  @Test(
    "P1: a flag is open until a named person says what was done",
    arguments: [
      ("Rang the front door.", "R Shah", 0), (nil, "R Shah", 1), ("Rang the front door.", nil, 1),
      ("", "R Shah", 1), ("Rang.", "", 1),
    ] as [(String?, String?, Int)])
  func open(_ done: String?, _ doneBy: String?, _ open: Int) {
    let file = sample { sample in
      let flag = sample.add(SafeguardingFlag()) { $0.text = "Alone at night." }
      sample.add(SafeguardingFlag()) { answer in
        answer.answers = flag
        answer.done = done
        answer.doneBy = doneBy
      }
    }
    #expect(file.openFlags.count == open)
  }
}
