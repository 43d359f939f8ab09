import RegistryCatalog

/// A row of the table `translation`.
struct TranslationRow {
  var text: String
  var state: Translation.State
  /// The number of the operation in which the meaning of the text last changed.
  var meaningRevision: Int
  /// The meaning revision of the source text from which this text was made.
  var sourceRevision: Int
  /// The number of the operation in which the source text last changed so much that translations became wrong; nil when
  /// there was none.
  var sourceMajorRevision: Int?

  /// The meaning of the source text from which the text was made.
  var source: SourceMeaning {
    get { SourceMeaning(revision: sourceRevision, majorRevision: sourceMajorRevision) }
    set { (sourceRevision, sourceMajorRevision) = (newValue.revision, newValue.majorRevision) }
  }
}

/// The meaning of a source text, as two revisions that a translation stores.
struct SourceMeaning: Equatable {
  let revision: Int
  let majorRevision: Int?
}

extension TranslationRow: FieldListed {
  static let fields: [Field<TranslationRow>] = [
    .text("text", .prose, \.text), .word("state", \.state),
    .number("meaning_revision", \.meaningRevision, role: .bookkeeping),
    .number("source_revision", \.sourceRevision, role: .bookkeeping),
    .number("source_major_revision", \.sourceMajorRevision, role: .bookkeeping),
  ]

  /// A row whose fields are set afterwards.
  static let blank = TranslationRow(
    text: "", state: .initial, meaningRevision: 0, sourceRevision: 0, sourceMajorRevision: nil)
}
