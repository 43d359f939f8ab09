import BenchSupport
import Registry

extension RegistryBench {
  /// Loads the snapshot. Then, outside the measured time, reads every message, so that the loaded content can be
  /// compared.
  static func load(_ path: String, codes: String, verifies: Bool) throws {
    let codes = try numbers(of: codes)
    let (catalog, nanoseconds) = try timed { try Catalog(snapshot: RegistryPath(path), verifies: verifies) }
    var fingerprint = Fingerprint()
    // This is the order of the peers' query: by tag, then by number.
    for tag in catalog.languages.map(\.tag.description).sorted() {
      let preferred = [tag]
      for code in codes {
        if let message = catalog.message(for: code, in: preferred) { fingerprint.append(message.text) }
      }
    }
    report(["nanoseconds": nanoseconds, "messages": fingerprint.count, "fingerprint": fingerprint])
  }

  /// Measures the time from an empty process to the first text.
  static func first(_ path: String, code: Int, language: String) throws {
    let (text, nanoseconds) = try timed {
      try Catalog(snapshot: RegistryPath(path)).message(for: code, in: [language])?.text
    }
    guard let text else { throw BenchFailure("\(path) has no message \(code) in \(language).") }
    report(["nanoseconds": nanoseconds, "text": text])
  }
}
