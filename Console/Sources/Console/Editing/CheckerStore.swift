import Registry
import RegistryChecks
import Synchronization

/// The checker of texts with the glossary of the registry. It is made again after an edit, and for another file.
final class CheckerStore: Sendable {
  private let access: RegistryAccess
  private let current = Mutex<(file: RegistryAccess.FileMark?, revision: Int, checker: TextChecker)?>(nil)

  init(_ access: RegistryAccess) { self.access = access }

  /// Returns the checker for a state of the registry.
  func checker(_ registry: RegistryReader) throws(RegistryError) -> TextChecker {
    let (file, revision) = (access.file(), try registry.revision())
    if let known = current.withLock({ $0 }), known.file == file, known.revision == revision { return known.checker }
    let checker = TextChecker(
      languages: try registry.languages().map(\.value), terms: try registry.readableTerms())
    current.withLock { $0 = (file, revision, checker) }
    return checker
  }
}
