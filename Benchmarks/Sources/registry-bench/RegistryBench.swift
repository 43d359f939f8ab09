import BenchSupport

/// The library's side of the benchmark. Each run does one thing in a new process and prints how long it took.
@main
enum RegistryBench {
  static let usage = """
    registry-bench make REGISTRY CONTENT              adds codes and texts to a new registry
    registry-bench load SNAPSHOT CODES [unverified]   loads a catalog
    registry-bench first SNAPSHOT CODE LANGUAGE       loads a catalog and asks for one message
    registry-bench lookup SNAPSHOT LANGUAGE KEYS N    asks for the message of each key, N times over
    registry-bench memory SNAPSHOT CODES              what a catalog holds on to
    registry-bench search SNAPSHOT QUERIES            builds the index of a search, and searches for each query
    registry-bench check REGISTRY                     checks all texts of a registry
    registry-bench format TEXT N                      formats an Arabic text with 1,000 numbers, N times over
    """

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("make", 3): try make(registry: arguments[1], content: arguments[2])
    case ("load", 3): try load(arguments[1], codes: arguments[2], verifies: true)
    case ("load", 4) where arguments[3] == "unverified": try load(arguments[1], codes: arguments[2], verifies: false)
    case ("first", 4): try first(arguments[1], code: Int(arguments[2]) ?? 0, language: arguments[3])
    case ("lookup", 5):
      try lookup(arguments[1], language: arguments[2], keys: arguments[3], passes: Int(arguments[4]) ?? 1)
    case ("format", 3): try format(arguments[1], passes: Int(arguments[2]) ?? 1)
    case ("search", 3): try search(arguments[1], queries: arguments[2])
    case ("check", 2): try check(arguments[1])
    case ("memory", 3): try memory(of: arguments[1], codes: arguments[2])
    default: throw BenchFailure("usage:\n" + usage)
    }
  }
}
