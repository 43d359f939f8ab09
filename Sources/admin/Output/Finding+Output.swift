import Registry

extension Finding {
  /// The columns of a finding, including those that identify its row.
  static let columns: [Column<Finding>] = [
    Column("SEVERITY", "severity") { .string($0.severity.rawValue) }, Column("CHECK", "check") { .string($0.check) },
    Column("ENTITY", nil) { .init($0.row?.entity) }, Column("ROW", nil) { .init($0.row?.cells[1]) },
    Column("LANGUAGE", nil) { .init($0.row?.language?.description) },
    Column("MESSAGE", "message") { .string($0.message) },
  ]

  /// The finding as JSON, as every command prints it. Without a row, the members that identify one are null.
  var json: JSON {
    let members = Report([self], Self.columns).members(of: self)
    let none = ["entity", "code", "category", "language"].map { ($0, JSON.null) }
    return .object((row?.json ?? Dictionary(none) { first, _ in first }).merging(members) { _, new in new })
  }
}
