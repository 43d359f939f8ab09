/// What the service was called with.
struct Arguments {
  enum Source {
    case snapshot(path: String)
    case channel(address: String, signers: String, cache: String, interval: Duration)
  }

  let source: Source
  let port: Int

  init(_ words: ArraySlice<String>) throws(Usage) {
    guard let first = words.first else { throw Usage() }
    guard first.hasPrefix("http://") || first.hasPrefix("https://") else {
      source = .snapshot(path: first)
      port = try Self.port(words.dropFirst().first)
      return
    }
    var (plain, values, rest): ([String], [String: String], _) = ([], [:], words.dropFirst())
    while let word = rest.popFirst() {
      if word.hasPrefix("--") { values[word] = rest.popFirst() } else { plain.append(word) }
    }
    guard let signers = values["--signers"], let cache = values["--cache"],
      let seconds = Int(values["--every"] ?? "60")
    else { throw Usage() }
    source = .channel(address: first, signers: signers, cache: cache, interval: .seconds(seconds))
    port = try Self.port(plain.first)
  }

  private static func port(_ word: String?) throws(Usage) -> Int {
    guard let port = Int(word ?? "8080") else { throw Usage() }
    return port
  }

  struct Usage: Error, CustomStringConvertible {
    let description = """
      usage: http-service SNAPSHOT [PORT]
             http-service URL [PORT] --signers FILE --cache DIR [--every SECONDS]
      """
  }
}
