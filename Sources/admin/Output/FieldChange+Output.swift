import Registry

extension FieldChange {
  /// Returns the change on one line, for people. A changed text is shown as a difference, any other value as before and
  /// after.
  func line(usesColor: Bool, isolated: Bool) -> SafeText {
    let shown: SafeText =
      switch (before, after) {
      case (.text(let old), .text(let new)) where role == .prose:
        TextDifference(from: old, to: new).shown(usesColor: usesColor).isolated(isolated)
      case (let old?, let new?): "\(value(old, isolated)) → \(value(new, isolated))"
      case (nil, let new?): value(new, isolated)
      case (let old?, nil): "\(value(old, isolated)) → -"
      case (nil, nil): ""
      }
    return "\(row), \(field): \(shown)"
  }

  private func value(_ value: FieldValue, _ isolated: Bool) -> SafeText {
    if role == .flag, case .integer(let number) = value { return number == 1 ? "yes" : "no" }
    return "\(value, isolated: isolated)"
  }

  /// The change as JSON, as every command prints it. Truth values are 0 and 1, as they are stored.
  var json: JSON {
    .object(
      row.json.merging(["field": .string(field), "before": .init(before, role: nil), "after": .init(after, role: nil)])
      { _, new in new })
  }
}

extension RegistryRow {
  /// The JSON members that identify the row.
  var json: [String: JSON] {
    [
      "entity": .string(entity), "code": .init(code), "category": .init(category),
      "language": .init(language?.description), "term": .init(term), "check_id": .init(check),
    ]
  }

  /// The table cells that identify the row. The row of a silence is its code and its check.
  var cells: [String?] {
    [
      entity, code.map { code in check.map { "\(code) \($0)" } ?? "\(code)" } ?? category ?? term,
      language?.description,
    ]
  }
}
