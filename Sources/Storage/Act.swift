import YoungCarers

/// A command being carried out: who, what, on which day, and where time and chance come from. No rule
/// reads the clock; the command hands it in.
public struct Act {
  public var actor: Actor
  /// The command's words without their values, as `refer import`.
  public var command: String
  /// `--today`, or the clock's day in London: sets `day`, never `recorded`.
  public var today: Day
  public var clock: () -> Instant
  public var source: RandomSource

  public init(
    actor: Actor, command: String, today: Day, clock: @escaping () -> Instant, source: RandomSource
  ) {
    self.actor = actor
    self.command = command
    self.today = today
    self.clock = clock
    self.source = source
  }
}

extension Act {
  /// For entries that came with all that an act gives.
  static var nobody: Act {
    Act(
      actor: Actor(account: "", claim: nil, host: ""), command: "", today: Day(number: 0),
      clock: { Instant(microseconds: 0) }, source: RandomSource { 0 })
  }
}

/// Where ids and salts come from: the system's generator, or a seeded one in a transcript.
public final class RandomSource: RandomNumberGenerator {
  private let draw: () -> UInt64

  public init(_ draw: @escaping () -> UInt64) { self.draw = draw }

  public func next() -> UInt64 { draw() }
}

/// Why identifiable people are read: stands in the access log.
public enum Purpose: String, Sendable {
  case casework, matching, export, report, check
}
