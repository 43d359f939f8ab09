import MessageFormat

extension RegistryError {
  /// Creates the error for an invalid pattern or a missing argument.
  ///
  /// - Parameters:
  ///   - error: The error of `MessageFormat`.
  ///   - subject: The subject of the message, at the beginning of a sentence, such as `The text of 1402 in ar`.
  package init(_ error: MessageFormatError, of subject: String = "The text") {
    self.init(
      error.code == .missingArgument ? .missingArgument : .invalidPattern,
      error.message.replacing("The text", with: subject, maxReplacements: 1), error.suggestion.map { .follow(rule: $0) }
    )
  }
}
