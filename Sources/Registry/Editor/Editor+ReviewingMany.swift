import RegistryCatalog

/// The texts to review together. All conditions must be met; nil and an empty list accept everything.
public struct ReviewSelection: Sendable {
  /// Languages of the registry, in any BCP 47 form; empty for all of them.
  public var languages: [String]
  /// The author of the texts. ASCII letters are the same in any case.
  public var author: String?
  /// The key of the category of their codes, in any case.
  public var category: String?

  /// Creates a selection from its parts.
  public init(languages: [String] = [], author: String? = nil, category: String? = nil) {
    self.languages = languages
    self.author = author
    self.category = category
  }
}

/// The result of a review of many texts.
public struct ReviewOfMany: Sendable {
  /// The texts that were reviewed, ordered by number and the position of the language.
  public internal(set) var reviews: [ReviewResult] = []
  /// The number of texts that were left alone because the actor wrote them.
  public internal(set) var ownCount = 0
  /// The texts that were left alone because they are stale: somebody must read each beside its source text.
  public internal(set) var stale: [RegistryRow] = []
  /// The errors of the texts that were left alone because a check finds an error in them.
  public internal(set) var faulty: [Finding] = []
}

extension Editor {
  /// Reviews all texts of a selection that are not reviewed yet.
  ///
  /// Missing texts and those of retired codes are left out. Stale texts, those that the actor wrote, and those in which
  /// a check finds an error, are left alone and counted.
  ///
  /// - Parameters:
  ///   - selection: The texts to review.
  ///   - isFinal: Whether the new state is ``Translation/State/final``; reviewed texts are then included.
  ///   - allowsSelf: Whether the actor may review their own texts.
  /// - Returns: The reviews, and what was left alone.
  /// - Throws: `RegistryError.Code.languageNotFound` or `RegistryError.Code.categoryNotFound` when a language or the
  ///   category does not exist; `RegistryError.Code.invalidLanguageTag` when a language is not a language tag;
  ///   `RegistryError.Code.actorNotFound` when the author of the selection never wrote anything;
  ///   `RegistryError.Code.reviewsOwnText` when the actor is the author of the selection and `allowsSelf` is false.
  public func reviewTranslations(
    _ selection: ReviewSelection, isFinal: Bool = false, allowsSelf: Bool = false
  ) throws(RegistryError) -> ReviewOfMany {
    let languages = try selection.languages.map { (name) throws(RegistryError) in
      try registry.language(named: name).value.tag
    }
    if let author = selection.author { try registry.requireActor(author) }
    if let author = selection.author, !allowsSelf, isOwn(author) {
      throw RegistryError(
        .reviewsOwnText, "The texts of \(author) were written by \(intent.actor), who cannot review them too.",
        .askColleague)
    }
    let codes = Set(
      try registry.codes(CodeFilter(category: selection.category)).map(\.value).filter { $0.state != .retired }
        .map(\.number))
    let written = try selection.author.map { (author) throws(RegistryError) in
      try registry.textsEverWritten(by: author)
    }
    var outcome = ReviewOfMany()
    for text in try registry.translations().compactMap(\.translation) {
      let row = RegistryRow.translation(text.code, text.language)
      guard codes.contains(text.code), languages.isEmpty || languages.contains(text.language),
        written?.contains(row) != false, isFinal ? text.state != .final : !text.state.isReviewed
      else { continue }
      let author = try text.revision <= 1 ? nil : registry.author(of: text.code, text.language)
      if let wanted = selection.author, author.map({ ActorName.isSame($0, wanted) }) != true { continue }
      if text.isStale {
        outcome.stale.append(row)
      } else if !allowsSelf, isOwn(author) {
        outcome.ownCount += 1
      } else {
        // Whose text it is has just been looked up.
        do throws(RegistryError) {
          outcome.reviews.append(
            try reviewTranslation(
              code: "\(text.code)", language: text.language.description, isFinal: isFinal, allowsSelf: true))
        } catch {
          guard error.code == .checkFailed else { throw error }
          outcome.faulty += error.findings
        }
      }
    }
    return outcome
  }
}
