import BenchSupport
import Registry
import RegistrySearch

extension RegistryBench {
  /// Builds the index of a snapshot, and searches for each line of a file.
  static func search(_ path: String, queries: String) throws {
    let snapshot = try SnapshotFile(verifying: RegistryPath(path)).snapshot
    let queries = try lines(of: queries)
    let before = heapInUse()
    let (search, build) = timed { RegistrySearch(snapshot) }
    let held = heapInUse() - before
    var times: [Int] = []
    var found = 0
    for query in queries {
      let (hits, nanoseconds) = timed { search.search(query) }
      times.append(nanoseconds)
      if hits.first.map({ !$0.isWeak }) == true { found += 1 }
    }
    times.sort()
    guard let longest = times.last else { throw BenchFailure("There are no queries.") }
    report([
      "nanoseconds": times[times.count / 2], "p99": times.count < 100 ? longest : times[times.count * 99 / 100],
      "build": build, "heap": held, "found": found,
    ])
  }

  /// Checks all texts of a registry with its glossary.
  static func check(_ path: String) throws {
    let store = try RegistryStore(opening: RegistryPath(path), for: .reading)
    let (snapshot, terms) = try store.read { (try $0.snapshot(), try $0.terms()) }
    let (findings, nanoseconds) = timed { Checker(snapshot, terms: terms).findings() }
    report(["nanoseconds": nanoseconds, "messages": snapshot.messages.count, "findings": findings.count])
  }
}
