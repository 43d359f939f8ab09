/// Prints what a program found as `name=value`, one a line, for `scripts/bench` to read.
public func report(_ findings: KeyValuePairs<String, Any>) {
  for (name, value) in findings { print("\(name)=\(value)") }
}

/// Why a program of the benchmark stops.
public struct BenchFailure: Error, CustomStringConvertible {
  /// Why, in one sentence.
  public let description: String

  /// A failure for this reason.
  public init(_ description: String) { self.description = description }
}
