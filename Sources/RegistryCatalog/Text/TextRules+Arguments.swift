import MessageFormat

extension TextRules {
  /// Requires that a translation can be filled in with the arguments of its source text.
  ///
  /// A program passes the same arguments for every language. So a translation has exactly the names of the source text,
  /// in any order and number, and needs a number or a choice only where the source text does.
  ///
  /// - Parameters:
  ///   - text: The text of the translation.
  ///   - source: The source text.
  /// - Throws: ``RegistryError`` with the code ``RegistryError/Code/argumentsDiffer``, with the names of both, when the
  ///   arguments are others.
  public static func validateArguments(of text: String, asIn source: String) throws(RegistryError) {
    guard let difference = argumentDifference(text, from: source) else { return }
    throw RegistryError(
      .argumentsDiffer, "The text has \(difference.found); its source text has \(difference.expected).",
      .follow(rule: "A translation has exactly the arguments of its source text, in any order."),
      details: .arguments(found: arguments(of: text), expected: arguments(of: source)))
  }

  /// Returns how the arguments of a translation differ from those of its source text, in words; nil when they do not.
  package static func argumentDifference(
    _ text: String, from source: String
  ) -> (found: String, expected: String)? {
    difference(kinds(of: text), kinds(of: source)) { found, expected in found == expected || found == .any }
  }

  /// Returns how the arguments of a new source text differ from those of the old one, in words; nil when they do not.
  package static func sourceArgumentDifference(
    _ text: String, from old: String
  ) -> (found: String, expected: String)? {
    difference(kinds(of: text), kinds(of: old), isAllowed: ==)
  }

  /// Returns whether a program that fills in the arguments of one text can go on with another one.
  ///
  /// - Parameters:
  ///   - text: The other text.
  ///   - olds: The texts that the program knows.
  package static func acceptsArguments(_ text: String, of olds: [String]) -> Bool {
    var known: [String: ArgumentKind] = [:]
    for old in olds {
      for (name, kind) in kinds(of: old).kinds where known[name] ?? .any == .any { known[name] = kind }
    }
    let new = kinds(of: text).kinds
    return Set(new.keys) == Set(known.keys) && new.allSatisfy { $0.value == .any || $0.value == known[$0.key] }
  }

  /// Returns the names of the arguments of a text in the order of first use; none when the text is not a pattern.
  package static func arguments(of text: String) -> [String] { kinds(of: text).names }

  private typealias Kinds = (names: [String], kinds: [String: ArgumentKind])

  private static func kinds(of text: String) -> Kinds {
    guard let pattern = try? MessagePattern(text) else { return ([], [:]) }
    return (pattern.arguments, pattern.argumentKinds)
  }

  private static func difference(
    _ found: Kinds, _ expected: Kinds, isAllowed: (ArgumentKind, ArgumentKind) -> Bool
  ) -> (found: String, expected: String)? {
    guard Set(found.names) == Set(expected.names) else {
      return (described(found.names) { "{\($0)}" }, described(expected.names) { "{\($0)}" })
    }
    let others = found.names.filter { name in
      guard let kind = found.kinds[name], let other = expected.kinds[name] else { return false }
      return !isAllowed(kind, other)
    }
    if others.isEmpty { return nil }
    return (
      described(others) { "{\($0)} as \(found.kinds[$0]?.phrase ?? "")" },
      described(others) { "{\($0)} as \(expected.kinds[$0]?.phrase ?? "")" }
    )
  }

  private static func described(_ names: [String], _ phrase: (String) -> String) -> String {
    if names.isEmpty { return "no arguments" }
    return (names.count == 1 ? "the argument " : "the arguments ") + names.map(phrase).joined(separator: ", ")
  }
}

extension ArgumentKind {
  /// What the argument is, after the word "as".
  fileprivate var phrase: String {
    switch self {
    case .any: "a text"
    case .number: "a number"
    case .choice: "a choice"
    }
  }
}
