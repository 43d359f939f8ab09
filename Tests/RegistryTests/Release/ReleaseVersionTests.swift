import Testing

@testable import Registry

struct ReleaseVersionTests {
  @Test(arguments: ["1.0", "2.0.1", "v2.0.1", "0.0.0", "2.0.0-rc.1", "2.0.0-rc.1+build.7", "1.0.0+7"])
  func `a name reads as a version`(name: String) { #expect(ReleaseVersion(name) != nil) }

  @Test(arguments: ["1", "tour-7", "1.0.0.0", "2026.01", "1.x", "1..0", "1.0-", "1.0.0-a..b", "v", "", "9.0.0_1"])
  func `another name does not`(name: String) { #expect(ReleaseVersion(name) == nil) }

  @Test func `versions are ordered as semver says`() throws {
    let order = [
      "0.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11",
      "1.0.0-rc.1", "1.0.0", "1.0.1", "1.10", "2.0",
    ]
    let versions = try order.map { try #require(ReleaseVersion($0)) }
    for (index, version) in versions.enumerated() {
      for (other, later) in versions.enumerated() { #expect((version < later) == (index < other)) }
    }
  }

  @Test(
    arguments: [
      ("1.0", "2.0", .major, true), ("1.0", "1.9", .major, false), ("1.0", "1.1", .minor, true),
      ("1.0", "1.0.1", .minor, false), ("1.0", "1.0.1", .patch, true), ("1.0.1", "1.0.0", .patch, false),
      ("1.0", "0.5", .none, true), ("0.3", "0.4", .major, true), ("0.3", "0.3.1", .major, false),
      ("2.0.0-rc.1", "2.0.0-rc.2", .major, true), ("2.0.0-rc.1", "2.0.0", .major, true),
      ("1.1.0-rc.1", "1.1.0", .major, false), ("1.1.0-rc.1", "1.1.0", .minor, true),
      ("1.1.0-rc.1", "2.0.0", .major, true),
      ("1.0.1-rc.1", "1.0.1", .minor, false), ("1.0.1-rc.1", "1.0.1", .patch, true),
      ("0.3.0-rc.1", "0.3.0", .major, true),
      ("1.0.0", "2.0.0-rc.1", .major, true), ("1.0.0", "1.0.1-rc.1", .patch, true),
      ("2.0.0", "2.0.0-rc.1", .patch, false), ("2.0", "2.0.0", .patch, false),
    ] as [(String, String, ReleaseGate.Bump, Bool)])
  func `a version rises at least as is suggested`(
    old: String, new: String, bump: ReleaseGate.Bump, isEnough: Bool
  ) throws {
    #expect(try #require(ReleaseVersion(new)).mayFollow(#require(ReleaseVersion(old)), bump) == isEnough)
  }

  @Test(
    arguments: [
      ("1.0", .major, "2.0.0"), ("1.4.2", .minor, "1.5.0"), ("1.4.2", .patch, "1.4.3"), ("0.3.1", .major, "0.4.0"),
      ("2.0.0-rc.1", .major, "2.0.0"), ("2.1.0-rc.1", .major, "3.0.0"), ("v9223372036854775807.0.0", .major, nil),
    ] as [(String, ReleaseGate.Bump, String?)])
  func `the lowest version that rises enough is named`(old: String, bump: ReleaseGate.Bump, lowest: String?) throws {
    let version = try #require(ReleaseVersion(old))
    #expect(version.lowest(after: bump) == lowest ?? "9223372036854775807.0.0")
    if let lowest { #expect(try #require(ReleaseVersion(lowest)).mayFollow(version, bump)) }
  }
}
