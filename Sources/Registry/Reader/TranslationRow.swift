import RegistryCatalog

/// A row of `translation` as it is stored.
struct TranslationRow {
  var text: String
  var state: Translation.State
  /// The operation in which the text last changed its meaning.
  var meaningRevision: Int
  /// The meaning revision of the source text that this text was made from.
  var sourceRevision: Int
  /// The operation in which that source text last changed so much that translations no longer fit; nil for never.
  var sourceMajorRevision: Int?

  /// What of the source text a translation remembers.
  var source: SourceMeaning {
    get { SourceMeaning(revision: sourceRevision, majorRevision: sourceMajorRevision) }
    set { (sourceRevision, sourceMajorRevision) = (newValue.revision, newValue.majorRevision) }
  }
}

/// What a source text says, as a translation made from it remembers it.
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

  /// A row into which fields are read.
  static let blank = TranslationRow(
    text: "", state: .initial, meaningRevision: 0, sourceRevision: 0, sourceMajorRevision: nil)
}
