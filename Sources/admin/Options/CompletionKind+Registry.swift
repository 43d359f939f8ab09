import ArgumentParser
import Registry

/// Shell completions from the registry on the command line. When an error occurs, there are no completions, because an
/// error message would disturb the command line.
extension CompletionKind {
  /// The numbers of the codes, or the symbols when the user has typed a letter, in the case that was typed.
  static let codes = custom { words, _, prefix in
    let codes = (try? store(of: words).read { try $0.codes() })?.map(\.value) ?? []
    guard let first = prefix.first, first.isLetter else { return codes.map { "\($0.number)" } }
    return codes.map { first.isLowercase ? $0.symbol.lowercased() : $0.symbol }
  }

  /// The keys of the categories.
  static let categories = custom { words, _, _ in
    (try? store(of: words).read { try $0.categories() })?.map(\.value.key) ?? []
  }

  /// The terms of the glossary.
  static let terms = custom { words, _, _ in (try? store(of: words).read { try $0.terms() })?.map(\.source) ?? [] }

  /// The tags of the languages.
  static let languages = custom { words, _, _ in
    (try? store(of: words).read { try $0.languages() })?.map(\.value.tag.description) ?? []
  }

  /// The names of the checks.
  static let checks = custom { _, _, _ in Check.all.map(\.id) }

  private static func store(of words: [String]) throws -> RegistryStore {
    let path = path(in: words).map { PathArgument(argument: $0).path }
    return try RegistryStore(opening: path ?? SharedOptions.defaultPath, for: .reading)
  }

  /// Returns the value of `--db` in the words of the shell, without quotes.
  private static func path(in words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      if word == "--db", index + 1 < words.count { return unquoted(words[index + 1]) }
      if word.hasPrefix("--db=") { return unquoted(String(word.dropFirst(5))) }
    }
    return nil
  }

  private static func unquoted(_ word: String) -> String {
    if let quote = word.first, quote == "'" || quote == "\"", word.count >= 2, word.last == quote {
      return String(word.dropFirst().dropLast())
    }
    return word.replacing("\\", with: "")
  }
}
