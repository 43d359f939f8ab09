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

  /// Returns whether the version may follow another one after changes for which `bump` is suggested. Without a change,
  /// every version may.
  func mayFollow(_ old: ReleaseVersion, _ bump: ReleaseGate.Bump) -> Bool {
    if bump == .none { return true }
    let lowest = old.lowestNumbers(after: bump)
    // A pre-release of the lowest version rises enough too.
    return self > old && (major, minor, patch) >= lowest
  }

  /// Returns the lowest version that may follow this one after changes for which `bump` is suggested.
  func lowest(after bump: ReleaseGate.Bump) -> String {
    let (major, minor, patch) = lowestNumbers(after: bump)
    return "\(major).\(minor).\(patch)"
  }

  /// Before 1.0.0 a breaking change raises the second number. A pre-release may be followed by its own version if
  /// that rises enough by itself: after 2.0.0-rc.1 a breaking change may be part of 2.0.0, but after 1.1.0-rc.1 not
  /// of 1.1.0.
  private func lowestNumbers(after bump: ReleaseGate.Bump) -> (Int, Int, Int) {
    let isPrerelease = !prerelease.isEmpty
    return switch bump {
    case .major where major > 0:
      isPrerelease && minor == 0 && patch == 0 ? (major, 0, 0) : (Self.next(major), 0, 0)
    case .major, .minor: isPrerelease && patch == 0 ? (major, minor, 0) : (major, Self.next(minor), 0)
    case .patch: isPrerelease ? (major, minor, patch) : (major, minor, Self.next(patch))
    case .none: (major, minor, patch)
    }
  }

  private static func next(_ number: Int) -> Int { number == .max ? .max : number + 1 }

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
