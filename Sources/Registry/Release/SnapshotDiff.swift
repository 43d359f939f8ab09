import RegistryCatalog

/// The differences between two snapshots, field by field.
///
/// Two snapshots with the same content have no differences.
///
/// ```swift
/// let diff = SnapshotDiff(from: old, to: new)
/// let breaking = diff.changes.filter { $0.impact == .breaking }
/// ```
public struct SnapshotDiff: Sendable {
  /// The changes: first those of languages, then of categories, then of codes and their texts by number and language.
  public let changes: [SnapshotChange]

  /// Compares the content of two snapshots. Their revisions are ignored.
  ///
  /// - Parameters:
  ///   - old: The old snapshot.
  ///   - new: The new snapshot.
  public init(from old: Snapshot, to new: Snapshot) {
    // Releases without a change are common, and comparing arrays is much faster than finding the rows.
    guard
      (old.languages, old.categories, old.codes) != (new.languages, new.categories, new.codes)
        || old.messages != new.messages
    else {
      changes = []
      return
    }
    let (before, after) = (old.rows, new.rows)
    let context = ReleaseContext(old: old, new: new)
    var changes: [SnapshotChange] = []
    for row in Set(before.keys).union(after.keys).sorted(by: { context.isListed($0, before: $1) }) {
      let (was, becomes) = (before[row], after[row])
      for (index, field) in row.releasedFields.enumerated() {
        let (old, new) = (was.flatMap { $0[index] }, becomes.flatMap { $0[index] })
        guard old != new else { continue }
        changes.append(
          SnapshotChange(
            row: row, field: field, before: old, after: new, isNew: was == nil, isGone: becomes == nil, in: context))
      }
    }
    self.changes = changes
  }
}

extension RegistryRow {
  /// The names of the row's fields that a release contains, in order.
  fileprivate var releasedFields: [String] {
    switch self {
    case .language: Language.releasedFieldNames
    case .category: StatusCategory.releasedFieldNames
    case .categoryName: CategoryName.releasedFieldNames
    case .statusCode: StatusCode.releasedFieldNames
    case .translation: Snapshot.Message.releasedFieldNames
    case .term, .termRendering, .silence: []
    }
  }
}

extension Snapshot {
  /// The values of every row, in the order of the released fields.
  fileprivate var rows: [RegistryRow: [FieldValue?]] {
    var rows: [RegistryRow: [FieldValue?]] = [:]
    rows.reserveCapacity(messages.count + codes.count)
    for language in languages { rows[.language(language.tag)] = language.releasedValues }
    for category in categories {
      rows[.category(category.key)] = category.releasedValues
      for (tag, name) in category.names { rows[.categoryName(category.key, tag)] = CategoryName(name).releasedValues }
    }
    for code in codes { rows[.statusCode(code.number)] = code.releasedValues }
    for message in messages { rows[.translation(message.code, message.language)] = message.releasedValues }
    return rows
  }
}
