import YoungCarers

/// A record of a sheet, after it was looked at. Rows read = rows + rejected + set aside.
public enum SheetLine: Sendable {
  case row(SheetRow)
  /// Not believed: for the rejects file.
  case rejected(Problem)
  /// Not a child: a footer or a repeated header.
  case setAside(Problem)
}

/// One row of a sheet: values as given, in NFC, without the blanks at their ends; empty is absent.
public struct SheetRow: Sendable {
  public let file: String
  /// The physical line where it begins.
  public internal(set) var line = 0
  /// The sender's own bytes, line end included.
  public internal(set) var record = 0..<0
  /// Date of birth.
  public internal(set) var born: Day?
  /// Date of the referral.
  public internal(set) var day: Day?
  /// What further columns say, in the order of the columns.
  public internal(set) var further: [SheetAnswer] = []
  var values: [String?]

  init(file: String) {
    self.file = file
    values = Array(repeating: nil, count: SheetField.allCases.count)
  }

  public var place: Place { Place(file: file, line: line, record: record) }

  /// Dates as yyyy-MM-dd. A full name is never here: it was split into given name and surname.
  public subscript(field: SheetField) -> String? {
    switch field {
    case .born: born?.description
    case .day: day?.description
    default: values[field.ordinal]
    }
  }

  /// Caring tasks, one by one.
  public var tasks: [String] {
    guard var tasks = values[SheetField.tasks.ordinal] else { return [] }
    return tasks.withUTF8 { bytes in
      bytes.split { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") }
        .map { Blanks.trim(UnsafeBufferPointer(rebasing: $0)) }.filter { !$0.isEmpty }
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The row names a parent or carer: such rows may repeat the child.
  public var hasContact: Bool {
    SheetField.allCases.contains { $0.isContact && values[$0.ordinal] != nil }
  }

  /// What was said about the child, without the contact: the same bytes in each row that repeats
  /// the child, whatever the order of the columns.
  public var childDigestInput: [UInt8] {
    var out: [UInt8] = []
    for field in SheetField.sortedByName where !field.isContact {
      guard let value = self[field] else { continue }
      out += field.rawValue.utf8
      out.append(61)
      out += value.utf8
      out.append(0x1F)
    }
    return out
  }
}

extension SheetField {
  static let sortedByName = allCases.sorted { $0.rawValue < $1.rawValue }
}

/// What a pass over the rows came to.
public struct SheetReceipt: Sendable, Equatable {
  public internal(set) var rows = 0
  public internal(set) var rejected = 0
  public internal(set) var setAside = 0
  /// What a person should look at.
  public internal(set) var remarks: [Remark] = []

  public var read: Int { rows + rejected + setAside }
}
