import Dispatch
import Synchronization

/// Runs both, on two cores where that `isWorthIt` and they are free, and gives both results. `first` never begins after
/// `second`, which may therefore wait for it.
func concurrently<First: Sendable, Second: Sendable>(
  if isWorthIt: Bool, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  guard isWorthIt else { return (first(), second()) }
  let results = Mutex<(First?, Second?)>((nil, nil))
  // Unlike a queue it cannot wait for a thread that never comes: what nobody takes runs here, in this order.
  DispatchQueue.concurrentPerform(iterations: 2) { half in
    if half == 0 {
      let result = first()
      results.withLock { $0.0 = result }
    } else {
      let result = second()
      results.withLock { $0.1 = result }
    }
  }
  let (one, other) = results.withLock { $0 }
  return (one ?? first(), other ?? second())
}
