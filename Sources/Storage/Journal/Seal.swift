import Crypto
import YoungCarers

/// A salted digest of an entry's line: SHA-256 of 16 random bytes and the line as it is exported. The
/// journal chains the digests; when an entry is forgotten, salt and entry go and the digest stays, so
/// the chain still verifies and tells nothing.
struct Seal {
  static let saltLength = 16

  /// Salt, then digest: 48 bytes, kept beside the entry.
  static func make(_ line: [UInt8], salt: (UInt64, UInt64)) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 48) { out, count in
      let bytes = UnsafeMutableRawBufferPointer(out)
      bytes.storeBytes(of: salt.0.littleEndian, as: UInt64.self)
      bytes.storeBytes(of: salt.1.littleEndian, toByteOffset: 8, as: UInt64.self)
      let digest = digest(of: line, salt: UnsafeRawBufferPointer(rebasing: bytes[..<saltLength]))
      digest.withUnsafeBytes { bytes[saltLength...].copyBytes(from: $0) }
      count = 48
    }
  }

  private static func digest(of line: [UInt8], salt: UnsafeRawBufferPointer) -> SHA256.Digest {
    var hash = SHA256()
    hash.update(bufferPointer: salt)
    line.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hash.finalize()
  }

  /// Whether the line is still the one that was sealed.
  static func holds(_ seal: [UInt8], for line: [UInt8]) -> Bool {
    guard seal.count == 48 else { return false }
    return seal.withUnsafeBytes { bytes in
      digest(of: line, salt: UnsafeRawBufferPointer(rebasing: bytes[..<saltLength]))
        .elementsEqual(bytes[saltLength...])
    }
  }
}
