/// A value as it stands in a line or a row.
public enum Cell: Sendable, Equatable {
  case absent
  case integer(Int64)
  case truth(Bool)
  case text(String)
  case day(Day)
  case instant(Instant)
  case list([String])
}

public enum FieldType: String, Sendable {
  case text, id, day, instant, integer, truth, list
}

extension Cell {
  /// A text as a field of this type has it: empty is absent; nil where it is no such thing.
  public init?(_ text: String, as type: FieldType) {
    if text.isEmpty {
      self = .absent
    } else if type == .day {
      guard let day = Day(text) else { return nil }
      self = .day(day)
    } else if type == .instant {
      guard let instant = Instant(text) else { return nil }
      self = .instant(instant)
    } else {
      self = .text(text)
    }
  }
}

/// A type that a field may have.
public protocol FieldValue {
  static var type: FieldType { get }
  static var isRequired: Bool { get }
  var cell: Cell { get }
  /// Nil where the cell is not of this type.
  init?(_ cell: Cell)
}

extension FieldValue {
  public static var isRequired: Bool { true }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  public static var type: FieldType { Wrapped.type }
  public static var isRequired: Bool { false }
  public var cell: Cell { self?.cell ?? .absent }
  public init?(_ cell: Cell) {
    if case .absent = cell {
      self = .none
    } else {
      guard let value = Wrapped(cell) else { return nil }
      self = .some(value)
    }
  }
}

extension String: FieldValue {
  public static var type: FieldType { .text }
  public var cell: Cell { .text(self) }
  public init?(_ cell: Cell) {
    guard case .text(let text) = cell else { return nil }
    self = text
  }
}

extension ID: FieldValue {
  public static var type: FieldType { .id }
  public var cell: Cell { .text(text) }
  public init?(_ cell: Cell) {
    guard case .text(let text) = cell, !text.isEmpty else { return nil }
    self.init(text)
  }
}

extension Day: FieldValue {
  public static var type: FieldType { .day }
  public var cell: Cell { .day(self) }
  public init?(_ cell: Cell) {
    guard case .day(let day) = cell else { return nil }
    self = day
  }
}

extension Instant: FieldValue {
  public static var type: FieldType { .instant }
  public var cell: Cell { .instant(self) }
  public init?(_ cell: Cell) {
    guard case .instant(let instant) = cell else { return nil }
    self = instant
  }
}

extension Int: FieldValue {
  public static var type: FieldType { .integer }
  public var cell: Cell { .integer(Int64(self)) }
  public init?(_ cell: Cell) {
    guard case .integer(let number) = cell else { return nil }
    self = Int(number)
  }
}

extension Bool: FieldValue {
  public static var type: FieldType { .truth }
  public var cell: Cell { .truth(self) }
  public init?(_ cell: Cell) {
    switch cell {
    case .truth(let truth): self = truth
    case .integer(0): self = false
    case .integer(1): self = true
    default: return nil
    }
  }
}

/// Lists hold texts; an empty list is absent.
extension Array: FieldValue where Element == String {
  public static var type: FieldType { .list }
  public static var isRequired: Bool { false }
  public var cell: Cell { isEmpty ? .absent : .list(self) }
  public init?(_ cell: Cell) {
    switch cell {
    case .absent: self = []
    case .list(let list): self = list
    default: return nil
    }
  }
}

extension RawRepresentable where Self: FieldValue, RawValue == String {
  public static var type: FieldType { .text }
  public var cell: Cell { .text(rawValue) }
  public init?(_ cell: Cell) {
    guard case .text(let text) = cell else { return nil }
    self.init(rawValue: text)
  }
}

/// A word from an open list: a later version's words survive.
public protocol Code: RawRepresentable, FieldValue, Hashable, Sendable where RawValue == String {
  init(rawValue: String)
}
