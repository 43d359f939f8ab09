import RegistryCatalog
import Synchronization

/// The events of a live catalog, as text.
package final class LiveCatalogLog: Sendable {
  private let lines = Mutex<[String]>([])

  /// Creates a log without events.
  package init() {}

  /// Adds an event.
  package func tell(_ event: LiveCatalog.Event) {
    let line =
      switch event {
      case .replaced(let catalog): "replaced by revision \(catalog.revision)"
      case .kept(let error): "kept: \(error.code)"
      case .recovered: "recovered"
      @unknown default: "unknown"
      }
    lines.withLock { $0.append(line) }
  }

  /// All events so far.
  package var all: [String] { lines.withLock { $0 } }
}

/// Waits until a condition is true; returns false after half a minute.
package func eventually(_ isSo: () throws -> Bool) async throws -> Bool {
  for _ in 0..<3_000 {
    if try isSo() { return true }
    try await Task.sleep(for: .milliseconds(10))
  }
  return false
}
