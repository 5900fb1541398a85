import Foundation

/// Draws that begin alike every time (SplitMix64).
struct Chance {
  private var state: UInt64 = 0

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// More than 0, at most 1.
  private mutating func uniform() -> Double { Double((next() >> 11) + 1) * 0x1p-53 }

  /// Standard normal (Box and Muller, 1958).
  private mutating func normal() -> Double {
    (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
  }

  /// Of scale 1 (Marsaglia and Tsang, 2000), for any shape above 0.
  mutating func gamma(_ shape: Double) -> Double {
    guard shape >= 1 else { return gamma(shape + 1) * pow(uniform(), 1 / shape) }
    let third = shape - 1.0 / 3
    let scale = 1 / (9 * third).squareRoot()
    while true {
      let normal = normal()
      let root = 1 + scale * normal
      guard root > 0 else { continue }
      let cube = root * root * root
      if log(uniform()) < normal * normal / 2 + third * (1 - cube + log(cube)) {
        return third * cube
      }
    }
  }

  /// By inversion; for a mean above 60 by Cornish and Fisher's expansion, which is out by less than a
  /// tenth of a child there.
  mutating func poisson(_ mean: Double) -> Int {
    if mean > 60 {
      let normal = normal()
      let skewed = mean + mean.squareRoot() * normal + (normal * normal - 1) / 6
      return Int(max(skewed, 0).rounded())
    }
    var left = uniform()
    var share = exp(-mean)
    var count = 0
    while left > share, share > 0 {
      left -= share
      count += 1
      share *= mean / Double(count)
    }
    return count
  }
}
