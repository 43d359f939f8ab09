import MessageFormat

extension RegistryError {
  /// Creates the error for an invalid pattern or arguments that do not fit.
  ///
  /// - Parameters:
  ///   - error: The error of `MessageFormat`.
  ///   - subject: The subject of the message, at the beginning of a sentence, such as `The text of 1402 in ar`.
  package init(_ error: MessageFormatError, of subject: String = "The text") {
    let code: Code =
      switch error.code {
      case .missingArgument: .missingArgument
      case .wrongArgumentKind: .wrongArgumentKind
      default: .invalidPattern
      }
    self.init(
      code,
      error.message.replacing("The text", with: subject), error.suggestion.map { .follow(rule: $0) }
    )
  }
}
