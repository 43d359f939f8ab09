import Glibc

/// A line for operators.
func log(_ line: String) {
  let text = "http-service: \(line)\n"
  write(STDERR_FILENO, text, text.utf8.count)
}

/// Sends on what `print` keeps back where the output is no terminal.
func flush() { fflush(nil) }
