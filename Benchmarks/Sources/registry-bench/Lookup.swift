import BenchSupport
import Glibc
import Registry

extension RegistryBench {
  /// Looks up the messages of the keys in order, `passes` times. Every message has been read once before, so only the
  /// steady state is measured.
  static func lookup(_ path: String, language: String, keys: String, passes: Int) throws {
    let keys = try numbers(of: keys)
    let catalog = try Catalog(snapshot: RegistryPath(path))
    let preferred = [language]
    var fingerprint = Fingerprint()
    for key in keys {
      guard let message = catalog.message(for: key, in: preferred) else { throw BenchFailure("\(key) has no message.") }
      fingerprint.append(message.text)
    }
    let before = allocations()
    let (sum, nanoseconds) = timed {
      var sum = 0
      for _ in 0..<passes { sum &+= firstBytes(of: keys, in: catalog, preferred) }
      return sum
    }
    let after = allocations()
    let count = keys.count * passes
    report([
      "nanoseconds": Double(nanoseconds) / Double(count), "allocations": Double(after - before) / Double(count),
      "sum": sum, "fingerprint": fingerprint,
    ])
  }

  /// Returns the sum of the first bytes of all messages, which reads each text as the peer does.
  @inline(never)
  private static func firstBytes(of keys: [Int], in catalog: Catalog, _ preferred: [String]) -> Int {
    var sum = 0
    for key in keys {
      guard let message = catalog.message(for: key, in: preferred) else { continue }
      sum &+= Int(message.text.utf8.first ?? 0)
    }
    return sum
  }

  /// Returns the number of malloc calls so far; 0 when the counting library is not preloaded.
  static func allocations() -> Int {
    guard let symbol = dlsym(nil, "bench_allocations") else { return 0 }
    return unsafeBitCast(symbol, to: (@convention(c) () -> Int).self)()
  }
}
