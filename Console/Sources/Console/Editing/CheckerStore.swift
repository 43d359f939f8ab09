import Registry
import RegistryChecks
import Synchronization

/// The checker of texts with the glossary of the registry. It is made again after an edit.
final class CheckerStore: Sendable {
  private let current = Mutex<(revision: Int, checker: TextChecker)?>(nil)

  /// Returns the checker for a state of the registry.
  func checker(_ registry: RegistryReader) throws(RegistryError) -> TextChecker {
    let revision = try registry.revision()
    if let known = current.withLock({ $0 }), known.revision == revision { return known.checker }
    let checker = TextChecker(
      languages: try registry.languages().map(\.value), terms: try registry.readableTerms())
    current.withLock { $0 = (revision, checker) }
    return checker
  }
}
