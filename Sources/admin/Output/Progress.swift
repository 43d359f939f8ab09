import Glibc

/// How far long work has come, on a terminal's standard error, from its second second on.
final class Progress {
  private let total: Int
  private let unit: String
  private let isShown = isatty(STDERR_FILENO) != 0
  private var done = 0
  private var next = ContinuousClock.now + .seconds(1)
  private var hasWritten = false

  /// Work of so many units, in the plural.
  init(total: Int, of unit: String) {
    self.total = total
    self.unit = unit
  }

  /// One more is done.
  func advance() {
    done += 1
    guard isShown, done % 256 == 0, ContinuousClock.now >= next else { return }
    next = .now + .milliseconds(200)
    hasWritten = true
    Console.writeError("\r\(done * 100 / max(total, 1)) % of \(total) \(unit)\u{1B}[K")
  }

  /// Takes the line away.
  func end() {
    if hasWritten { Console.writeError("\r\u{1B}[K") }
  }
}
