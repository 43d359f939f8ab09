import Registry

extension Finding {
  /// The columns of a finding about a text. The excerpt comes last, because it may be Arabic.
  static let columnsOfTexts: [Column<Finding>] = [
    Column("SEVERITY", "severity") { .string($0.severity.rawValue) }, Column("CHECK", "check") { .string($0.check) },
    Column("CODE", "code") { .init($0.row?.code) },
    Column("LANGUAGE", "language") { .init($0.row?.language?.description) },
    Column("MESSAGE", "message") { .string($0.message) },
    Column("FOUND", "excerpt") { finding in .init(finding.evidence?.excerpt) },
    Column(nil, "start") { .init($0.evidence?.range?.lowerBound) },
    Column(nil, "end") { .init($0.evidence?.range?.upperBound) },
    Column(nil, "suggestion") { .init($0.evidence?.suggestion) },
  ]

  /// The finding as JSON, with its place in the text.
  var jsonOfText: JSON { .object(Report([self], Self.columnsOfTexts).members(of: self)) }
}

extension TextFindings.Silenced {
  /// The columns of a silenced finding.
  static let columns: [Column<TextFindings.Silenced>] =
    Finding.columnsOfTexts.filter { $0.key != "excerpt" }.map { column in
      Column<TextFindings.Silenced>(column.heading, column.key, cell: { column.cell($0.finding) }) {
        column.value($0.finding)
      }
    } + [Column("REASON", "reason") { .string($0.silence.reason) }]
}

extension Check {
  /// The columns of a list of checks.
  static let columns: [Column<Check>] = [
    Column("CHECK", "check") { .string($0.id) }, Column("SEVERITY", "severity") { .string($0.severity.rawValue) },
    Column("FAMILY", "family") { .string($0.family.rawValue) }, Column("FINDS", "summary") { .string($0.summary) },
  ]
}

extension Console {
  /// Prints what checks found in a text that was stored.
  ///
  /// - Parameters:
  ///   - findings: The findings.
  ///   - place: The line of a file, with a colon; nil when the text is not from a file.
  func note(findings: [Finding], place: String? = nil) {
    for finding in findings {
      let subject = finding.row.map { "\($0): " } ?? ""
      note("\(place ?? "")\(subject)\(finding.message) (\(finding.check))")
    }
  }
}
