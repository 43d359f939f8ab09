// Answers with status messages from a registry file: a released snapshot, or the live registry.db.
// Reads one request a line from standard input, a code and the caller's languages, the best first:
//     1402 ar,zh-Hans
// and answers each with one line: code, language of the text, direction, text, between tabs.
import Foundation
import Registry

/// Everything at startup: a request then costs no SQL, no lock and no I/O.
func loadCatalog(_ path: FilePath) throws(RegistryError) -> Catalog {
  do {
    // Verified before it is used, and to the last byte where its manifest lies beside it.
    return try Catalog(snapshot: path)
  } catch let error where error.code == .notASnapshot {
    return try Catalog(registry: path)
  }
}

func answer(_ line: String, from catalog: Catalog) -> String {
  let words = line.split(separator: " ")
  guard words.count == 2, let code = Int(words[0]) else { return "-\t-\t-\tusage: CODE LANGUAGE,LANGUAGE…" }
  let languages = words[1].split(separator: ",").map(String.init)
  // A code that was retired, or is newer than this file, must never stop a service.
  guard let message = catalog.message(for: code, in: languages) else { return "\(code)\t-\t-\tunknown status code" }
  return "\(code)\t\(message.language)\t\(message.direction.rawValue)\t\(message.text)"
}

guard CommandLine.arguments.count == 2 else {
  FileHandle.standardError.write(Data("usage: service FILE\n".utf8))
  exit(64)
}
do {
  let catalog = try loadCatalog(FilePath(CommandLine.arguments[1]))
  while let line = readLine() {
    // Not print: its buffer would keep the answer back.
    FileHandle.standardOutput.write(Data((answer(line, from: catalog) + "\n").utf8))
  }
} catch {
  FileHandle.standardError.write(Data("service: \(error.message)\n".utf8))
  exit(1)
}
