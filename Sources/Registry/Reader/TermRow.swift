import RegistryCatalog

/// A row of the table `term`: a term without its renderings, which are rows of their own.
struct TermRow {
  /// The key.
  let source: String
  var note: String?

  init(source: String, note: String? = nil) {
    self.source = source
    self.note = note
  }

  init(_ term: Term) { self.init(source: term.source, note: term.note) }
}

extension TermRow: FieldListed {
  /// The source, which is the key, and the note. The source is a field too, so that the history of a term without a
  /// note says when it was added and removed.
  static let fields: [Field<TermRow>] = [
    Field("source", .prose, isColumn: false, value: { .text($0.source) }) { row, value in
      value == .text(row.source)
    },
    .text("note", .prose, \.note),
  ]
}
