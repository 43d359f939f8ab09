/// The name of a release that reads as a version: `2.0.1`, `2.0`, `v2.0.1` or `2.0.0-rc.1+build.7` (semver.org). A
/// version of two numbers has the third one 0.
struct ReleaseVersion: Comparable {
  private let major: Int
  private let minor: Int
  private let patch: Int
  /// The identifiers after the hyphen; empty for a version that is not a pre-release.
  private let prerelease: [Substring]

  init?(_ name: String) {
    let text = (name.hasPrefix("v") ? name.dropFirst() : name[...]).prefix { $0 != "+" }
    let core = text.prefix { $0 != "-" }
    let numbers = core.split(separator: ".", omittingEmptySubsequences: false).map(Self.number)
    guard numbers.count == 2 || numbers.count == 3, let major = numbers[0], let minor = numbers[1],
      let patch = numbers.count == 3 ? numbers[2] : 0
    else { return nil }
    (self.major, self.minor, self.patch) = (major, minor, patch)
    let rest = text.dropFirst(core.count)
    prerelease = rest.isEmpty ? [] : rest.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    guard prerelease.allSatisfy({ !$0.isEmpty && !$0.contains("_") }) else { return nil }
  }

  private static func number(_ digits: Substring) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit), digits == "0" || digits.first != "0" else { return nil }
    return Int(digits)
  }

  /// Returns whether the version may follow another one after changes for which `bump` is suggested. Before 1.0.0 a
  /// breaking change raises the second number, and a pre-release may be followed by anything of the same version.
  func mayFollow(_ old: ReleaseVersion, _ bump: ReleaseGate.Bump) -> Bool {
    if bump == .none { return true }
    guard self > old else { return false }
    if !old.prerelease.isEmpty, (major, minor, patch) == (old.major, old.minor, old.patch) { return true }
    return switch bump {
    case .major where old.major > 0: major > old.major
    case .major, .minor: (major, minor) > (old.major, old.minor)
    case .patch, .none: true
    }
  }

  /// The order of semver.org, section 11.
  static func < (left: ReleaseVersion, right: ReleaseVersion) -> Bool {
    let (first, second) = ((left.major, left.minor, left.patch), (right.major, right.minor, right.patch))
    if first != second { return first < second }
    let (one, other) = (left.prerelease, right.prerelease)
    if one.isEmpty || other.isEmpty { return !one.isEmpty && other.isEmpty }
    for (one, other) in zip(one, other) where one != other {
      switch (Int(one), Int(other)) {
      case (let one?, let other?): return one < other
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil): return one.utf8.lexicographicallyPrecedes(other.utf8)
      }
    }
    return one.count < other.count
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
