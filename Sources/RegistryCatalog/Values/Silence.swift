/// The decision that a finding of a check about one text is no fault, with its reason.
///
/// A silence is given for the text that the finding was about. It is in force as long as the code has exactly that text
/// in the language.
public struct Silence: Sendable {
  /// The number of the code.
  public let code: Int
  /// The language of the text.
  public let language: LanguageTag
  /// The name of the check, such as `end-mark`.
  public let check: String
  /// The text for which the silence was given.
  public var text: String
  /// Why the finding is no fault.
  public var reason: String

  /// Creates a silence from its parts.
  public init(code: Int, language: LanguageTag, check: String, text: String, reason: String) {
    self.code = code
    self.language = language
    self.check = check
    self.text = text
    self.reason = reason
  }

  /// Returns whether a text can be the name of a check: at most 64 lower-case ASCII letters, digits and `-`, starting
  /// with a letter.
  package static func isCheck(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, (0x61...0x7A).contains(first), bytes.count <= 64 else { return false }
    return bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}

extension Silence: FieldListed {
  /// The text and the reason. The key is the code, the language and the name of the check.
  package static let fields: [Field<Silence>] = [
    .text("text", .prose, \.text), .text("reason", .prose, \.reason),
  ]
}

extension Silence: Hashable {
  /// Returns whether two silences are equal, comparing texts by bytes.
  public static func == (left: Silence, right: Silence) -> Bool {
    left.code == right.code && left.language == right.language && left.check.hasSameBytes(as: right.check)
      && left.hasSameFields(as: right)
  }

  /// Hashes the key.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(language)
    hasher.combine(check)
  }
}
