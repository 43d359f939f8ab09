import RegistryTestSupport
import Testing

@testable import RegistrySQLite

struct LockWaitTests {
  @Test(arguments: [Connection.Access.readOnly, .readWrite])
  func `a statement waits for a lock for 5 s`(access: Connection.Access) throws {
    #expect(try DatabaseFixture().open(access).lockWaitLimit == .seconds(5))
  }

  @Test func `a statement waits until its limit, and every statement anew`() throws {
    let database = try DatabaseFixture()
    let holder = try database.open()
    try holder.execute("BEGIN IMMEDIATE")
    let waiter = try database.open()
    waiter.lockWaitLimit = .milliseconds(50)
    for _ in 0..<2 {
      let start = ContinuousClock.now
      let error = try #require(throws: SQLiteError.self) { try waiter.execute("BEGIN IMMEDIATE") }
      #expect(error.isBusy)
      #expect(ContinuousClock.now - start >= .milliseconds(50))
    }
    try holder.execute("ROLLBACK")
    try waiter.execute("BEGIN IMMEDIATE")
  }

  @Test func `who has waited longer tries more often`() {
    let pauses = [0, 499, 500, 999, 1_000, 5_000].map { LockWait.pause(after: .milliseconds($0)) }
    #expect(pauses == [4, 4, 2, 2, 1, 1])
  }
}
