import Glibc

/// Writes a line to the log on standard error.
func log(_ line: String) {
  let text = "http-service: \(line)\n"
  write(STDERR_FILENO, text, text.utf8.count)
}

/// Flushes the output of `print`, which is buffered unless it is a terminal.
func flush() { fflush(nil) }
