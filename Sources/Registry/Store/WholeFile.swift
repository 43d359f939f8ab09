import RegistryBytes
import RegistryCatalog

/// A file for other programs, which is written whole or not at all.
package enum WholeFile {
  /// Writes a file atomically and durably.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - path: The path. Its folder must exist.
  ///   - replacesFile: Whether a regular file at the path is replaced. A database never is.
  /// - Throws: `RegistryError.Code.fileExists` when the path exists and is not replaced;
  ///   `RegistryError.Code.fileNotFound` when its folder does not exist; another `RegistryError` when a system call
  ///   fails. Nothing has changed then.
  package static func write(
    _ bytes: [UInt8], to path: RegistryPath, replacesFile: Bool
  ) throws(RegistryError) {
    guard !path.bytes.isEmpty, !path.bytes.contains(0) else {
      throw RegistryError(.invalidValue, "The path is empty or holds a NUL.")
    }
    if replacesFile, let status = try? FileSystem.status(path.bytes) {
      guard status.kind == .file else {
        throw RegistryError(.fileExists, "\(path) is \(status.kind.rawValue); it was left as it is.")
      }
      let head = try DatabaseFile.head(of: path).bytes
      guard !DatabaseFile.Header(head).isSQLite else {
        throw RegistryError(.fileExists, "\(path) is a database; it was left as it is.")
      }
    }
    try DatabaseFile.requireFolder(of: path)
    try DatabaseFile.publish([(bytes, path)], existing: replacesFile ? .replace : .refuse)
  }
}
