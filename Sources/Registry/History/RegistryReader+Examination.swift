import RegistryCatalog

/// The result of ``RegistryReader/examine()``.
public struct Examination: Sendable {
  /// The version of the SQLite library.
  public let engine: String
  /// The version of the newest migration.
  public let schemaVersion: Int
  /// The number of the newest operation.
  public let revision: Int
  /// The number of changes in the history. All of them were replayed.
  public let changes: Int
  /// The number of stored fields that were compared with the history.
  public let fields: Int
  /// The number of recorded releases. All of them were replayed from the history and compared with their digests.
  public let releases: Int
  /// Whether the file is damaged.
  public let isDamaged: Bool
  /// The problems that were found, row by row.
  public let findings: [Finding]
}

extension RegistryReader {
  /// Checks the integrity of the file and of its history.
  ///
  /// The file is checked with `integrity_check` and `foreign_key_check` (sqlite.org/pragma.html). The history is
  /// replayed from its beginning, and the result must be equal to the content of the tables. A row that another program
  /// changed without an entry in the history is reported, and so is a row that breaks a rule of the registry, an entry
  /// of the history with an impossible time or an invalid name, and a recorded release that the history does not
  /// reproduce.
  ///
  /// The files of releases are not examined, and nothing confirms the times, actors and notes of the history.
  ///
  /// - Returns: The counts and the problems that were found.
  /// - Throws: `RegistryError.Code.corrupt` when the file is too damaged to be examined;
  ///   `RegistryError.Code.inputOutput` when it cannot be read.
  public func examine() throws(RegistryError) -> Examination {
    var findings: [Finding] = []
    let integrity = try database.query("PRAGMA integrity_check")
    while try integrity.next() {
      let problem = try integrity.text(0)
      if problem != "ok" {
        findings.append(Finding(check: "integrity", severity: .error, row: nil, message: "\(problem)."))
      }
    }
    let isDamaged = !findings.isEmpty
    if isDamaged, let error = database.connection.deviceError { throw RegistryError(error) }
    let keys = try database.query("PRAGMA foreign_key_check")
    while try keys.next() {
      let message = "A row of \(try keys.text(0)) refers to a row of \(try keys.text(2)) that does not exist."
      findings.append(Finding(check: "foreign-key", severity: .error, row: nil, message: message))
    }
    let history = try HistoryExamination(database)
    let releases = try releases()
    findings +=
      history.findings + (try snapshot().brokenRules()) + (try brokenTerms()) + (try brokenSilences())
      + (try invalidOperations())
    for release in releases { findings += invalidFields(of: release) + (try irreproducible(release)) }
    return Examination(
      engine: try database.text("SELECT sqlite_version()") ?? "?",
      schemaVersion: try database.integer("PRAGMA user_version"), revision: try revision(),
      changes: history.changes, fields: history.fields, releases: releases.count, isDamaged: isDamaged,
      findings: findings)
  }

  /// Returns a finding for each operation with an impossible time or an invalid actor, command or note.
  private func invalidOperations() throws(RegistryError) -> [Finding] {
    let rows = try database.query("SELECT id, at, actor, command, note FROM operation ORDER BY id")
    var findings: [Finding] = []
    while try rows.next() {
      let names = [
        ("The actor", try rows.text(2), TextRules.maximumNameLength),
        ("The command", try rows.text(3), TextRules.maximumNameLength),
        ("The note", try rows.optionalText(4) ?? "-", TextRules.maximumNoteLength),
      ]
      findings += Self.invalidRecord("Operation \(try rows.integer(0))", times: [try rows.text(1)], names)
    }
    return findings
  }

  private func invalidFields(of release: ReleaseRecord) -> [Finding] {
    let isNamed = SnapshotInfo.isReleaseName(release.name)
    let name = isNamed ? [] : [Self.invalidRecord("The release \(release.name) has an invalid name.")]
    return name
      + Self.invalidRecord(
        "The release \(release.name)", times: [release.createdAt, release.recordedAt],
        [("The actor", release.actor, TextRules.maximumNameLength)])
  }

  private static func invalidRecord(
    _ subject: String, times: [String], _ texts: [(name: String, text: String, limit: Int)]
  ) -> [Finding] {
    var findings = times.filter { !Timestamp.isCanonical($0) }
      .map { invalidRecord("\(subject) has the impossible time '\($0)'.") }
    for (name, text, limit) in texts {
      do { try TextRules.validateLine(text, name: name, limit: limit) } catch {
        findings.append(invalidRecord("\(subject): \(error.message)"))
      }
    }
    return findings
  }

  private static func invalidRecord(_ message: String) -> Finding {
    Finding(check: "invalid-record", severity: .error, row: nil, message: message)
  }

  private func irreproducible(_ release: ReleaseRecord) throws(RegistryError) -> [Finding] {
    var reason = "its content digest differs"
    do {
      if try snapshot(of: release) != nil { return [] }
    } catch {
      guard error.code == .corrupt else { throw error }
      reason = error.message
    }
    return [
      Finding(
        check: "release-not-reproducible", severity: .error, row: nil,
        message: "The history does not reproduce the release \(release.name): \(reason).",
        values: [.release: release.name])
    ]
  }
}

extension HistoryExamination {
  var findings: [Finding] {
    let named = Set(mismatches.map(\.row))
    return mismatches.map { mismatch in
      Finding(
        check: "unrecorded-change", severity: .error, row: mismatch.row,
        message: "\(mismatch.row): \(mismatch.field) is \(Self.shown(mismatch.stored)); "
          + "the history says \(Self.shown(mismatch.recorded)).",
        values: ([
          .field: mismatch.field, .stored: mismatch.stored?.description, .recorded: mismatch.recorded?.description,
        ] as [Finding.ValueName: String?]).compactMapValues(\.self))
    }
      + revisions.filter { !named.contains($0.row) }.map { found in
        Finding(
          check: "unrecorded-change", severity: .error, row: found.row,
          message: "\(found.row) is at revision \(found.stored); "
            + "the history says \(found.recorded.map(String.init) ?? "nothing").")
      }
      + gaps.map { gap in
        Finding(
          check: "history-gap", severity: .warning, row: gap.row,
          message: "\(gap.row): \(gap.field) had been changed without an entry in the history "
            + "before operation \(gap.operation).",
          values: [.field: gap.field, .operation: "\(gap.operation)"])
      }
  }

  private static func shown(_ value: FieldValue?) -> String {
    switch value {
    case nil: "nothing"
    case .integer(let number): "\(number)"
    case .text(let text): "'\(text)'"
    }
  }
}
