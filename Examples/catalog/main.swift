// Follows a released snapshot and answers requests from it. It uses only RegistryCatalog, so it does not link SQLite.
//     catalog-example registry-1.0.db
// Each line of standard input is a code and an Accept-Language field. The answer is the code, the language of the text
// and the text, separated by tabs. The line `reload` checks for a new release at once.
import Glibc
import RegistryCatalog

/// Writes a line at once, also when the output is a file or a pipe.
func answer(_ words: String...) {
  print(words.joined(separator: "\t"))
  fflush(nil)
}

guard CommandLine.arguments.count == 2 else {
  answer("usage: catalog-example SNAPSHOT")
  exit(2)
}
let live = try LiveCatalog(snapshot: RegistryPath(CommandLine.arguments[1])) { event in
  if case .kept(let error) = event { answer("keeping the old catalog: \(error)") }
}
while let line = readLine() {
  if line == "reload" {
    do { answer("reloaded", "\(try live.reload())") } catch { answer("keeping the old catalog: \(error.code)") }
    continue
  }
  let words = line.split(separator: " ", maxSplits: 1)
  guard let code = words.first.flatMap({ Int($0) }),
    let message = live.catalog.message(for: code, in: AcceptLanguage(words.count > 1 ? String(words[1]) : ""))
  else {
    answer("unknown")
    continue
  }
  answer("\(code)", "\(message.language)", message.text)
}
