import Crypto
import RegistryCatalog

/// One step of the schema of the live file. `EmbeddedSQL` contains all of them. A migration never changes once it was
/// applied.
struct Migration: Sendable, Equatable {
  /// The version, counted from 1 without gaps.
  let version: Int
  /// The name in the file name, such as `create_history`.
  let name: String
  let sql: String

  /// The SHA-256 of the UTF-8 bytes of the SQL, in lower-case hexadecimal digits.
  var checksum: String { SHA256.hexadecimal(sql.utf8) }

  /// The version and the name, such as `0001_create_history`.
  var label: String { String("000\(version)".suffix(4)) + "_" + name }
}

/// A row of the table `schema_migration`.
struct AppliedMigration: Sendable, Equatable {
  let version: Int
  let name: String
  let checksum: String
}
