import YoungCarers

/// Something read about people, for somebody and a purpose: the only form in which it leaves a store,
/// and the only form that is printed. What restriction and redaction hold back, they hold back here.
public struct Disclosed<Content> {
  public let content: Content
  public let actor: Actor
  public let purpose: Purpose

  init(_ content: Content, to actor: Actor, for purpose: Purpose) {
    self.content = content
    self.actor = actor
    self.purpose = purpose
  }

  /// What somebody gave in this command themselves: a sheet being looked at, a setting.
  public init(given content: Content, by actor: Actor) {
    self.init(content, to: actor, for: .casework)
  }

  public func map<Other>(_ change: (Content) throws -> Other) rethrows -> Disclosed<Other> {
    Disclosed<Other>(try change(content), to: actor, for: purpose)
  }
}

extension Disclosed: Sendable where Content: Sendable {}
