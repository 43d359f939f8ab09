import Glibc

/// Shows the progress of long work on standard error, when that is a terminal and the work takes longer than a second.
final class Progress {
  private let total: Int
  private let unit: String
  private let isShown = isatty(STDERR_FILENO) != 0
  private var done = 0
  private var next = ContinuousClock.now + .seconds(1)
  private var hasWritten = false

  /// Creates a progress display.
  ///
  /// - Parameters:
  ///   - total: The number of units.
  ///   - unit: The name of the units, in the plural.
  init(total: Int, of unit: String) {
    self.total = total
    self.unit = unit
  }

  /// Counts one finished unit.
  func advance() {
    done += 1
    guard isShown, done % 256 == 0, ContinuousClock.now >= next else { return }
    next = .now + .milliseconds(200)
    hasWritten = true
    Console.writeError("\r\(done * 100 / max(total, 1)) % of \(total) \(unit)\u{1B}[K")
  }

  /// Removes the progress line.
  func end() {
    if hasWritten { Console.writeError("\r\u{1B}[K") }
  }
}
