import BenchSupport
import Glibc
import Registry

extension RegistryBench {
  /// Asks for the messages of the keys in their order, `passes` times over, in steady state: everything was asked for
  /// once before.
  static func lookup(_ path: String, language: String, keys: String, passes: Int) throws {
    let keys = try numbers(of: keys)
    let catalog = try Catalog(snapshot: FilePath(path))
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

  /// The sum of the first bytes of all answers: reads each text, as the peer does.
  @inline(never)
  private static func firstBytes(of keys: [Int], in catalog: Catalog, _ preferred: [String]) -> Int {
    var sum = 0
    for key in keys {
      guard let message = catalog.message(for: key, in: preferred) else { continue }
      sum &+= Int(message.text.utf8.first ?? 0)
    }
    return sum
  }

  /// How many blocks were asked of malloc so far; 0 where the counting library is not preloaded.
  private static func allocations() -> Int {
    guard let symbol = dlsym(nil, "bench_allocations") else { return 0 }
    return unsafeBitCast(symbol, to: (@convention(c) () -> Int).self)()
  }
}
