import BenchSupport
import Registry

extension RegistryBench {
  /// Loads the snapshot; then, no longer timed, asks for every message, so that what was loaded can be compared.
  static func load(_ path: String, codes: String, verifies: Bool) throws {
    let codes = try numbers(of: codes)
    let snapshot = FilePath(path)
    let (catalog, nanoseconds) = try timed { try verifies ? Catalog(snapshot: snapshot) : unverified(snapshot) }
    guard let catalog else { return report(["unsupported": true]) }
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

  /// Nil until the library can load without verifying: then Package.swift defines `UNVERIFIED` for this target.
  private static func unverified(_ snapshot: FilePath) throws -> Catalog? {
    #if UNVERIFIED
      try Catalog(snapshot: snapshot, verifies: false)
    #else
      nil
    #endif
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
