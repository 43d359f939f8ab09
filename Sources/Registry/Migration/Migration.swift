import Crypto
import RegistryCatalog

/// One step of the live file's schema; `EmbeddedSQL` carries them all. An applied one never changes.
struct Migration: Sendable, Equatable {
  /// From 1, without gaps.
  let version: Int
  /// The words of the file's name: `create_history`.
  let name: String
  let sql: String

  /// SHA-256 of the SQL's UTF-8 bytes, in lower-case hexadecimal.
  var checksum: String { SHA256.hexadecimal(sql.utf8) }

  /// `0001_create_history`.
  var label: String { String("000\(version)".suffix(4)) + "_" + name }
}

/// A row of `schema_migration`.
struct AppliedMigration: Sendable, Equatable {
  let version: Int
  let name: String
  let checksum: String
}
