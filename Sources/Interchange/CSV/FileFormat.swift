import YoungCarers

extension EncodingProof {
  /// Refuses by name what is no text at all, and says how to get a CSV out of it.
  func refuseOtherFormats(_ head: [UInt8]) throws {
    func refuse(_ code: String, _ says: Sentence, _ cure: Sentence) -> Problem {
      Problem(code, .data, at: Place(file: file), says, cure: cure)
    }
    if head.isEmpty {
      throw refuse(
        "input-empty", "this file is empty: 0 bytes",
        "Whatever made it has failed: ask for it to be exported again.")
    }
    if let known = Self.signatures.first(where: { head.starts(with: $0.bytes) }) {
      throw refuse("input-format", "this is \(named: known.name), not a CSV", known.cure)
    }
    let text = head.drop { [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0, 9, 10, 13, 32].contains($0) }
    switch text.first {
    case UInt8(ascii: "<"):
      throw refuse(
        "input-format", "this is a web page or XML, not a CSV",
        "A login page is often saved in place of the export: export again as CSV.")
    case UInt8(ascii: "{"):
      throw refuse("input-format", "this is JSON, not a CSV", "Entries are read by carers load.")
    default: break
    }
  }

  private struct Signature {
    let bytes: [UInt8]
    let name: String
    let cure: Sentence

    init(_ bytes: [UInt8], _ name: String, _ cure: Sentence) {
      self.bytes = bytes
      self.name = name
      self.cure = cure
    }
  }

  private static let saveAs: Sentence = "Open it and save the sheet as \"CSV UTF-8\"."
  private static let signatures = [
    Signature([0x1F, 0x8B], "a gzip file", "Unpack it first: gunzip."),
    Signature(Array("PK\u{3}\u{4}".utf8), "an Excel workbook or a zip file", saveAs),
    Signature([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook", saveAs),
    Signature(Array("%PDF".utf8), "a PDF", "Ask for the export as CSV."),
    Signature(Array("{\\rtf".utf8), "a word processor's file", "Ask for the export as CSV."),
    Signature(
      Array("SQLite format 3\0".utf8), "an SQLite database", "A store is given with --store."),
    Signature(Array("BZh".utf8), "a bzip2 file", "Unpack it first: bunzip2."),
    Signature([0xFD, 0x37, 0x7A, 0x58], "an xz file", "Unpack it first: unxz."),
    Signature([0x28, 0xB5, 0x2F, 0xFD], "a zstd file", "Unpack it first: unzstd."),
    Signature([0xFF, 0xFE, 0, 0], "UTF-32 text", saveAs),
  ]
}
