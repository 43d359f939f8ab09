import Testing

@testable import Registry

@Suite struct MigrationPlanTests {
  static let available = (1...3).map { Migration(version: $0, name: "step_\($0)", sql: "-- Why: step \($0)") }

  private func applied(_ versions: [Int]) -> [AppliedMigration] {
    versions.map { AppliedMigration(version: $0, name: "step_\($0)", checksum: Self.available[$0 - 1].checksum) }
  }

  @Test(arguments: [([], 3), ([1], 2), ([1, 2, 3], 0)])
  func `what is not applied is pending, in order`(versions: [Int], count: Int) throws {
    let plan = try MigrationPlan(applied: applied(versions), available: Self.available)
    #expect(plan.pending == Array(Self.available.suffix(count)))
  }

  @Test func `a divergent migration is refused with a remedy`() {
    var rows = applied([1, 2])
    rows[1] = AppliedMigration(version: 2, name: "step_2", checksum: "0123456789abcdef")
    let error = #expect(throws: RegistryError.self) { try MigrationPlan(applied: rows, available: Self.available) }
    #expect(error?.code == .divergentSchema)
    #expect(
      error?.message.contains("0002_step_2 differs from the one that was applied (step_2, 0123456789ab…)") == true)
    #expect(error?.hint?.contains("backup") == true)
  }

  @Test func `a renamed migration is divergent`() {
    let rows = [AppliedMigration(version: 1, name: "other", checksum: Self.available[0].checksum)]
    #expect(throws: RegistryError.self) { try MigrationPlan(applied: rows, available: Self.available) }
  }

  @Test func `a missing migration is refused`() {
    let error = #expect(throws: RegistryError.self) {
      try MigrationPlan(applied: applied([1, 3]), available: Self.available)
    }
    #expect(error?.code == .divergentSchema)
    #expect(error?.message.contains("Migration 2 was never applied, but 3 was") == true)
  }

  @Test func `a newer registry is refused and says which release it needs`() {
    let error = #expect(throws: RegistryError.self) {
      try MigrationPlan(applied: applied([1, 2, 3]), available: Array(Self.available.prefix(2)))
    }
    #expect(error?.code == .newerSchema)
    #expect(error?.message == "The registry's schema is 3; this build supports up to 2.")
  }

  @Test func `a checksum is the SHA-256 of the text`() {
    let migration = Migration(version: 1, name: "x_y", sql: "abc")
    #expect(migration.checksum == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(migration.label == "0001_x_y")
  }
}
