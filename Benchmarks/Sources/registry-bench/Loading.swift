import BenchSupport
import Registry

extension RegistryBench {
  /// Loads the snapshot; then, no longer timed, asks for every message, so that what was loaded can be compared.
  static func load(_ path: String, codes: String, verifies: Bool) throws {
    let codes = try numbers(of: codes)
    let (catalog, nanoseconds) = try timed { try Catalog(snapshot: FilePath(path), verifies: verifies) }
    var fingerprint = Fingerprint()
    // In the order of the peers' query: by tag, by number.
    for tag in catalog.languages.map(\.tag.description).sorted() {
      let preferred = [tag]
      for code in codes {
        if let message = catalog.message(for: code, in: preferred) { fingerprint.append(message.text) }
      }
    }
    report(["nanoseconds": nanoseconds, "messages": fingerprint.count, "fingerprint": fingerprint])
  }

  /// From nothing to the first text.
  static func first(_ path: String, code: Int, language: String) throws {
    let (text, nanoseconds) = try timed {
      try Catalog(snapshot: FilePath(path)).message(for: code, in: [language])?.text
    }
    guard let text else { throw BenchFailure("\(path) has no message \(code) in \(language).") }
    report(["nanoseconds": nanoseconds, "text": text])
  }
}
