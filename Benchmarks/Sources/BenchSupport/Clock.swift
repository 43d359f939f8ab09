import Glibc

/// Nanoseconds of the clock that the C peers read too.
public func nanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// What `body` gives, and the nanoseconds that it took.
public func timed<Value, Failure: Error>(
  _ body: () throws(Failure) -> Value
) throws(Failure) -> (value: Value, nanoseconds: Int) {
  let start = nanoseconds()
  let value = try body()
  return (value, nanoseconds() - start)
}
