import Testing

@testable import Registry

struct MigrationPlanTests {
  static let available = [
    Migration(version: 1, name: "create_one", sql: "-- 1"), Migration(version: 2, name: "create_two", sql: "-- 2"),
    Migration(version: 3, name: "create_three", sql: "-- 3"),
  ]

  private func applied(_ versions: Int...) -> [AppliedMigration] {
    versions.map { version in
      let known = version <= Self.available.count ? Self.available[version - 1] : nil
      return AppliedMigration(version: version, name: known?.name ?? "later", checksum: known?.checksum ?? "later")
    }
  }

  @Test func `all migrations are pending for an empty file, in order`() throws {
    #expect(try MigrationPlan(applied: [], available: Self.available).pending == Self.available)
  }

  @Test func `an applied migration is not pending`() throws {
    #expect(try MigrationPlan(applied: applied(1, 2), available: Self.available).pending.map(\.version) == [3])
    #expect(try MigrationPlan(applied: applied(1, 2, 3), available: Self.available).pending == [])
    #expect(try MigrationPlan(applied: [], available: []).pending == [])
  }

  @Test func `a registry with more migrations than this build is newer`() throws {
    let error = try #require(throws: RegistryError.self) {
      try MigrationPlan(applied: applied(1, 2, 3, 4), available: Self.available)
    }
    #expect(error.code == .newerSchema)
    #expect(error.message == "The registry's schema is 4; this build supports up to 3.")
    #expect(error.remedy == .upgrade)
  }

  @Test func `another text under the same version is divergent`() throws {
    let edited = AppliedMigration(version: 2, name: "create_two", checksum: String(repeating: "0", count: 64))
    let renamed = AppliedMigration(version: 2, name: "create_other", checksum: Self.available[1].checksum)
    for row in [edited, renamed] {
      let error = try #require(throws: RegistryError.self) {
        try MigrationPlan(applied: applied(1) + [row], available: Self.available)
      }
      #expect(error.code == .divergentSchema)
      #expect(error.message.contains("0002_create_two"), "\(error.message)")
    }
  }

  @Test func `a version that was skipped is divergent`() throws {
    for versions in [applied(2), applied(1, 3)] {
      let error = try #require(throws: RegistryError.self) {
        try MigrationPlan(applied: versions, available: Self.available)
      }
      #expect(error.code == .divergentSchema)
      #expect(error.message.contains("was never applied"))
    }
  }

  @Test func `a version that was applied twice is divergent`() throws {
    let error = try #require(throws: RegistryError.self) {
      try MigrationPlan(applied: applied(1, 1), available: Self.available)
    }
    #expect(error.code == .divergentSchema)
  }

  @Test func `the checksum is SHA-256 of the text, in hexadecimal`() {
    #expect(
      Migration(version: 1, name: "x", sql: "abc").checksum
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Migration(version: 12, name: "create_x", sql: "").label == "0012_create_x")
  }

  @Test func `the migrations of this build are numbered from 1 without a gap`() {
    #expect(EmbeddedSQL.migrations.map(\.version) == Array(1...EmbeddedSQL.migrations.count))
    #expect(Set(EmbeddedSQL.migrations.map(\.checksum)).count == EmbeddedSQL.migrations.count)
  }
}
