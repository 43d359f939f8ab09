import Glibc

/// Returns the time in nanoseconds, from the same clock as the C peers use.
public func nanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// Returns the result of `body` and the nanoseconds that it took.
public func timed<Value, Failure: Error>(
  _ body: () throws(Failure) -> Value
) throws(Failure) -> (value: Value, nanoseconds: Int) {
  let start = nanoseconds()
  let value = try body()
  return (value, nanoseconds() - start)
}
