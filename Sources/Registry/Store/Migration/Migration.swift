import Crypto
import RegistrySQLite

/// One step of the live file's schema; `EmbeddedSQL` carries them all. An applied one never changes.
struct Migration: Sendable, Equatable {
  /// From 1, without gaps.
  let version: Int
  /// The words of the file's name: `create_history`.
  let name: String
  let sql: String

  /// SHA-256 of the SQL's UTF-8 bytes, in lower-case hexadecimal.
  var checksum: String { SHA256.hash(data: Array(sql.utf8)).hexadecimal }

  /// `0001_create_history`.
  var label: String { String("000\(version)".suffix(4)) + "_" + name }
}

/// A row of `schema_migration`.
struct AppliedMigration: Sendable, Equatable {
  let version: Int
  let name: String
  let checksum: String
}

extension Sequence<UInt8> {
  /// Two lower-case hexadecimal digits a byte.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
