import Crypto
import YoungCarers

/// A salted digest of an entry's line: SHA-256 of 16 random bytes and the line as it is exported. The
/// journal chains the digests; when an entry is forgotten, salt and entry go and the digest stays, so
/// the chain still verifies and tells nothing.
struct Seal {
  static let saltLength = 16

  /// Salt, then digest: 48 bytes, kept beside the entry.
  static func make(_ line: [UInt8], salt: (UInt64, UInt64)) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(48)
    for word in [salt.0, salt.1] {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    let digest = digest(of: line, salt: bytes)
    bytes.append(contentsOf: digest)
    return bytes
  }

  static func digest(of line: [UInt8], salt: some Sequence<UInt8>) -> SHA256.Digest {
    var hash = SHA256()
    hash.update(data: Array(salt))
    hash.update(data: line)
    return hash.finalize()
  }

  /// Whether the line is still the one that was sealed.
  static func holds(_ seal: [UInt8], for line: [UInt8]) -> Bool {
    seal.count == 48
      && digest(of: line, salt: seal.prefix(saltLength)).elementsEqual(seal.suffix(32))
  }
}
