import Registry
import RegistrySearch
import Synchronization

/// What is computed from the whole registry: the search and the findings of checks. It is made again after an edit.
final class Knowledge: Sendable {
  /// The result for one revision.
  struct Current: Sendable {
    let revision: Int
    let search: RegistrySearch
    let languages: [Language]
    let findings: TextFindings
  }

  private let registry: RegistryAccess
  private let current = Mutex<Current?>(nil)

  init(_ registry: RegistryAccess) { self.registry = registry }

  /// Returns what is known about the registry as it is now.
  func value() async throws -> Current {
    let known = current.withLock { $0 }
    let value = try await registry.read { registry -> Current in
      let revision = try registry.revision()
      if let known, known.revision == revision { return known }
      return Current(
        revision: revision,
        search: RegistrySearch(
          try registry.snapshot(), terms: try registry.terms(), formerSymbols: try registry.formerSymbols()),
        languages: try registry.languages().map(\.value), findings: try registry.textFindings())
    }
    current.withLock { $0 = value }
    return value
  }
}
