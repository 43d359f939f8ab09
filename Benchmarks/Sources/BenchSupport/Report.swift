/// Prints results as `name=value`, one on each line, for `scripts/bench`.
public func report(_ findings: KeyValuePairs<String, Any>) {
  for (name, value) in findings { print("\(name)=\(value)") }
}

/// An error that stops a program of the benchmark.
public struct BenchFailure: Error, CustomStringConvertible {
  /// The reason, in one sentence.
  public let description: String

  /// Creates an error from its reason.
  public init(_ description: String) { self.description = description }
}
