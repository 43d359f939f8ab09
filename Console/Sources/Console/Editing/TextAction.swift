import Registry

/// What a button beside a text does with the text that is stored, as one operation.
enum TextAction: String, Sendable {
  /// Confirms a text whose source text has changed.
  case confirm
  case review
  case finish
  case remove

  /// The command that the history shows.
  var command: String {
    switch self {
    case .confirm: "console confirm"
    case .review, .finish: "console review"
    case .remove: "console remove"
    }
  }

  /// Does it.
  ///
  /// - Parameters:
  ///   - text: The text that was shown.
  ///   - revision: The revision that was shown.
  /// - Throws: The errors of the editor, among them `RegistryError.Code.changedSince` when another text is stored.
  func perform(
    on code: Int, _ language: Language, text: String, revision: Int, _ editor: Editor
  ) throws(RegistryError) {
    let tag = language.tag.description
    switch self {
    case .confirm:
      try editor.setTranslation(code: "\(code)", language: tag, text: text, ifRevision: revision)
    case .review, .finish:
      _ = try editor.reviewTranslation(
        code: "\(code)", language: tag, isFinal: self == .finish, ifRevision: revision)
    case .remove:
      try editor.unsetTranslation(code: "\(code)", language: tag, ifRevision: revision)
    }
  }
}
