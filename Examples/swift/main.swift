// Answers with status messages from a registry file: a released snapshot, or the live registry.db.
// Reads one request a line from standard input, a code and what the caller's Accept-Language says:
//     1402 ar-SA,zh-Hans;q=0.8
// and answers each with one line: code, language of the text, direction, text, between tabs.
import Glibc
import Registry

/// Everything at startup: a request then costs no SQL, no lock and no I/O.
func loadCatalog(_ path: RegistryPath) throws(RegistryError) -> Catalog {
  do {
    // Verified before it is used, and to the last byte where its manifest lies beside it.
    return try Catalog(snapshot: path)
  } catch let error where error.code == .notASnapshot {
    return try Catalog(registry: path)
  }
}

func answer(_ line: String, from catalog: Catalog) -> String {
  let words = line.split(separator: " ", maxSplits: 1)
  guard words.count == 2, let code = Int(words[0]) else { return "-\t-\t-\tusage: CODE ACCEPT-LANGUAGE" }
  // A code that was retired, or is newer than this file, must never stop a service.
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
    // Into a pipe too, each answer goes out at once.
    fflush(nil)
  }
} catch {
  fail(error.message, 1)
}
