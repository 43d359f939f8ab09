import CSQLite

/// Waits for a lock that another connection holds.
///
/// SQLite's own handler (`sqlite3_busy_timeout`) sleeps longer after each attempt, up to 100 ms, so the connections
/// that have waited longest try least often, and are overtaken by those that came last. This one tries more often with
/// time.
final class LockWait {
  /// How long a statement waits for a lock before it fails as busy.
  var limit = Duration.seconds(5)
  private var start = ContinuousClock.now

  /// Creates a wait and installs it as the busy handler of a connection, which keeps it alive while it is open.
  init(_ database: OpaquePointer) {
    sqlite3_busy_handler(
      database,
      { Unmanaged<LockWait>.fromOpaque($0.unsafelyUnwrapped).takeUnretainedValue().sleep(beforeAttempt: $1) ? 1 : 0 },
      Unmanaged.passUnretained(self).toOpaque())
  }

  /// Sleeps until the next attempt. Returns false when the statement has waited long enough.
  ///
  /// - Parameter count: The number of earlier calls of the same statement.
  private func sleep(beforeAttempt count: Int32) -> Bool {
    let now = ContinuousClock.now
    if count == 0 { start = now }
    let waited = now - start
    if waited >= limit { return false }
    sqlite3_sleep(Self.pause(after: waited))
    return true
  }

  /// Returns the milliseconds until the next attempt of a statement that has waited so long.
  static func pause(after waited: Duration) -> Int32 {
    if waited < .milliseconds(500) { return 4 }
    return waited < .seconds(1) ? 2 : 1
  }
}
