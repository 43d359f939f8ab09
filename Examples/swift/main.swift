// Answers requests with status messages from a registry file: a released snapshot, or the live registry.db.
// Each line of standard input is one request: a code and the value of the caller's Accept-Language field.
//     1402 ar-SA,zh-Hans;q=0.8
// The answer is one line: the code, the language of the text, its direction and the text, separated by tabs.
import Glibc
import Registry

/// Loads everything at startup, so that a request needs no SQL, no lock and no I/O.
func loadCatalog(_ path: RegistryPath) throws(RegistryError) -> Catalog {
  do {
    // The file is verified before it is used, completely if its manifest is beside it.
    return try Catalog(snapshot: path)
  } catch let error where error.code == .notASnapshot {
    return try Catalog(registry: path)
  }
}

func answer(_ line: String, from catalog: Catalog) -> String {
  let words = line.split(separator: " ", maxSplits: 1)
  guard words.count == 2, let code = Int(words[0]) else { return "-\t-\t-\tusage: CODE ACCEPT-LANGUAGE" }
  // A code that is retired, or newer than this file, must not stop the service.
  guard let message = catalog.message(for: code, in: String(words[1])) else {
    return "\(code)\t-\t-\tunknown status code"
  }
  return "\(code)\t\(message.language)\t\(message.direction.rawValue)\t\(message.text)"
}

func fail(_ reason: String, _ status: Int32) -> Never {
  let line = "service: \(reason)\n"
  write(STDERR_FILENO, line, line.utf8.count)
  exit(status)
}

guard CommandLine.arguments.count == 2 else { fail("usage: service FILE", 64) }
do {
  let catalog = try loadCatalog(RegistryPath(CommandLine.arguments[1]))
  while let line = readLine() {
    print(answer(line, from: catalog))
    // Send each answer at once, also to a pipe.
    fflush(nil)
  }
} catch {
  fail(error.message, 1)
}
