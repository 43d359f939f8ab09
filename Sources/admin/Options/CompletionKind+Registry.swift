import ArgumentParser
import Registry

/// Completions from the registry that the command line names. Whatever goes wrong, nothing is offered: a shell's line is
/// no place for an error.
extension CompletionKind {
  /// Numbers, or symbols once a letter is typed, in the case that was typed.
  static let codes = custom { words, _, prefix in
    let codes = (try? store(of: words).codes())?.map(\.code) ?? []
    guard let first = prefix.first, first.isLetter else { return codes.map { "\($0.code)" } }
    return codes.map { first.isLowercase ? $0.symbol.lowercased() : $0.symbol }
  }

  /// The keys of the categories.
  static let categories = custom { words, _, _ in
    (try? store(of: words).categories())?.map(\.category.key) ?? []
  }

  /// The tags of the languages.
  static let languages = custom { words, _, _ in
    (try? store(of: words).languages())?.map(\.language.tag.description) ?? []
  }

  private static func store(of words: [String]) throws -> RegistryStore {
    let path = path(in: words).map { PathArgument(argument: $0).path }
    return try RegistryStore(opening: path ?? SharedOptions.defaultPath, for: .reading)
  }

  /// The value of `--db` as the shell shows it, quotes taken off.
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
