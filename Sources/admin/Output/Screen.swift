import Glibc

/// The size of the terminal to which standard output is connected.
struct Screen {
  /// The number of columns; nil when it is unknown.
  let columns: Int?
  /// The number of lines; nil when it is unknown.
  let lines: Int?

  /// Asks the terminal, and takes what it does not know from the variables `COLUMNS` and `LINES`.
  init() {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    columns = Self.known(isKnown ? Int(size.ws_col) : 0, else: "COLUMNS")
    lines = Self.known(isKnown ? Int(size.ws_row) : 0, else: "LINES")
  }

  private static func known(_ size: Int, else variable: String) -> Int? {
    if size > 0 { return size }
    guard let size = ProcessBytes.environment(variable).flatMap({ Int($0) }), size > 0 else { return nil }
    return size
  }

  /// Returns whether a text has more lines than fit on the screen above the next prompt. Lines that are wider than the
  /// screen count as several. Every text fits on a screen of unknown size.
  func isExceeded(by text: String) -> Bool {
    guard let lines, text.utf8.count >= lines else { return false }
    var count = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0) {
      let width = columns.map { max(1, (Terminal.width(String(line)) + $0 - 1) / $0) } ?? 1
      count += width
      if count >= lines { return true }
    }
    return false
  }
}
