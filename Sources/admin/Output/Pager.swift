import Glibc

/// Shows long texts in the user's pager, as git does.
enum Pager {
  /// The command of the pager: `$PAGER`, else `less`; nil when `$PAGER` is empty or `cat`, or the terminal cannot move
  /// its cursor.
  private static var command: String? {
    guard let terminal = ProcessBytes.environment("TERM"), terminal != "dumb" else { return nil }
    guard let value = getenv("PAGER") else { return "less" }
    let command = String(cString: value)
    return command.isEmpty || command == "cat" ? nil : command
  }

  /// Shows a text in the pager when it is longer than the screen.
  ///
  /// - Returns: Whether the pager has shown it. If not, the text is to be written to the terminal.
  static func show(_ text: String) -> Bool {
    guard let command, Screen().isExceeded(by: text) else { return false }
    return show(text, through: command)
  }

  /// Runs a command of the shell with a text as its standard input, and waits for it.
  ///
  /// - Returns: Whether the command could be started. A command that ends before it has read the whole text is no
  ///   error.
  static func show(_ text: String, through command: String) -> Bool {
    // As git sets them, and isolates take no cells: less leaves the terminal as it is when the text fits on it, lets
    // colors through, and does not clear the screen.
    for (name, value) in [("LESS", "FRX"), ("LV", "-c"), ("LESSUTFCHARDEF", "2066-2069:c")] { setenv(name, value, 0) }
    // An interrupt is for the pager. A handler, unlike SIG_IGN, is not inherited by it.
    let interrupts = [SIGINT, SIGQUIT].map { ($0, signal($0) { _ in }) }
    defer { for (number, action) in interrupts { signal(number, action) } }
    guard let pager = popen(command, "w") else { return false }
    let broken = signal(SIGPIPE, SIG_IGN)
    _ = Console.write(text, to: fileno(pager))
    let status = pclose(pager)
    signal(SIGPIPE, broken)
    // The shell ends with 126 or 127 when it cannot start the command.
    return status & 0x7F != 0 || ![126, 127].contains(status >> 8 & 0xFF)
  }
}
