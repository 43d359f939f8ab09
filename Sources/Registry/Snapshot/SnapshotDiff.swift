/// Every field that differs between two snapshots, and nothing else; equal contents have an empty one.
public struct SnapshotDiff: Sendable {
  /// By category, code and language, as lists show them: what concerns no code comes first.
  public let changes: [SnapshotChange]

  /// The changes that lead from one content to another; revisions are no content.
  public init(from old: Snapshot, to new: Snapshot) {
    let (before, after) = (old.fields, new.fields)
    let context = ReleaseContext(old: old, new: new)
    var changes: [SnapshotChange] = []
    for row in Set(before.keys).union(after.keys).sorted(by: { context.isListed($0, before: $1) }) {
      let (was, becomes) = (before[row] ?? [], after[row] ?? [])
      for index in 0..<max(was.count, becomes.count) {
        let field = was.isEmpty ? becomes[index].name : was[index].name
        let values = (was.isEmpty ? nil : was[index].value, becomes.isEmpty ? nil : becomes[index].value)
        guard !Self.areEqual(values.0, values.1) else { continue }
        changes.append(
          SnapshotChange(
            row: row, field: field, before: values.0, after: values.1, isNew: was.isEmpty, isGone: becomes.isEmpty,
            in: context))
      }
    }
    self.changes = changes
  }

  /// To the byte: texts that differ only in normalization are different texts.
  private static func areEqual(_ left: FieldValue?, _ right: FieldValue?) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    default: left == right
    }
  }
}

extension Snapshot {
  /// The fields of every row, in the order of their columns.
  fileprivate var fields: [RegistryRow: [(name: String, value: FieldValue?)]] {
    var fields: [RegistryRow: [(name: String, value: FieldValue?)]] = [:]
    fields.reserveCapacity(messages.count + codes.count)
    for language in languages {
      fields[.language(language.tag)] = [
        ("english_name", .text(language.englishName)), ("own_name", .text(language.ownName)),
        ("direction", .text(language.direction.rawValue)),
        ("fallback", (language.fallback?.description).map(FieldValue.text)),
        ("required", .integer(language.isRequired ? 1 : 0)), ("position", .integer(language.position)),
      ]
    }
    for category in categories {
      fields[.category(category.key)] = [
        ("position", .integer(category.position)), ("ranges", .text(StatusCategory.text(of: category.ranges))),
      ]
      for (tag, name) in category.names { fields[.categoryName(category.key, tag)] = [("name", .text(name))] }
    }
    for code in codes {
      fields[.statusCode(code.code)] = [
        ("symbol", .text(code.symbol)), ("category", .text(code.category)), ("state", .text(code.state.rawValue)),
        ("replaced_by", code.replacedBy.map(FieldValue.integer)),
        ("http_status", code.httpStatus.map(FieldValue.integer)),
        ("retryable", code.isRetryable.map { .integer($0 ? 1 : 0) }),
        ("description", code.description.map(FieldValue.text)),
      ]
    }
    for message in messages { fields[.translation(message.code, message.language)] = [("text", .text(message.text))] }
    return fields
  }
}
