import Registry

extension FieldChange {
  /// The change in one line, for people: a text that was changed as its difference, everything else as before and after.
  func line(usesColor: Bool, isolated: Bool) -> String {
    let shown =
      switch (before, after) {
      case (.text(let old), .text(let new)) where Self.prose.contains(field):
        Terminal.isolated(TextDifference(from: old, to: new).shown(usesColor: usesColor), isolated)
      case (let old?, let new?): "\(value(old, isolated)) → \(value(new, isolated))"
      case (nil, let new?): value(new, isolated)
      case (let old?, nil): "\(value(old, isolated)) → -"
      case (nil, nil): ""
      }
    return "\(row), \(field): \(shown)"
  }

  private static let prose: Set = ["text", "name", "description", "english_name", "own_name"]
  private static let truths: Set = ["required", "retryable"]

  private func value(_ value: FieldValue, _ isolated: Bool) -> String {
    if Self.truths.contains(field), case .integer(let number) = value { return number == 1 ? "yes" : "no" }
    return Terminal.shown(value.description, isolated: isolated)
  }

  /// The fields of docs/cli.md.
  var json: JSON {
    .object(
      row.json.merging(["field": .string(field), "before": .init(before), "after": .init(after)]) { _, new in new })
  }
}

extension RegistryRow {
  /// What names the row.
  var json: [String: JSON] {
    [
      "entity": .string(entity), "code": .init(code), "category": .init(category),
      "language": .init(language?.description),
    ]
  }

  /// The cells that name the row.
  var cells: [String?] { [entity, code.map { "\($0)" } ?? category, language?.description] }
}

extension JSON {
  init(_ value: FieldValue?) {
    switch value {
    case nil: self = .null
    case .integer(let number): self = .integer(number)
    case .text(let text): self = .string(text)
    }
  }
}
