import Crypto
import RegistryCatalog

extension RegistryStore {
  /// A backup that was written.
  public struct Backup: Sendable {
    /// The revision of the registry.
    public let revision: Int
    /// The size in bytes.
    public let size: Int
    /// The SHA-256 in lower-case hexadecimal.
    public let sha256: String
    /// What the examination of the copy has found. Nothing of it is damage of the file.
    public let findings: [Finding]
  }

  /// Writes a copy of the registry, as it is at one moment, to a new file. Before it gets its name, it is examined as
  /// `RegistryReader.examine()` does, with its whole history.
  ///
  /// Writers wait only while the registry is copied into memory, not while the copy is examined.
  ///
  /// - Parameter path: The path of the copy, where no file exists yet.
  /// - Returns: What was written. The copy is a registry like the original.
  /// - Throws: `RegistryError.Code.fileExists` when there is a file at the path; `RegistryError.Code.corrupt` when the
  ///   registry is damaged; `RegistryError.Code.fileNotFound`, `RegistryError.Code.readOnly`,
  ///   `RegistryError.Code.diskFull` or `RegistryError.Code.inputOutput` when a system call fails; otherwise as reading
  ///   the registry does. No file is written then.
  public func backup(to path: RegistryPath) throws(RegistryError) -> Backup {
    // Before the registry is examined, which can take long.
    if DatabaseFile.exists(path) { throw RegistryError(.fileExists, "\(path) exists already; it was left as it is.") }
    let (examination, bytes) = try withCopy { (copy) throws(RegistryError) in
      let examination = try copy.transaction(.deferred) { () throws(RegistryError) in
        try RegistryReader(copy).examine()
      }
      return (examination, try copy.image())
    }
    guard !examination.isDamaged else {
      throw RegistryError(
        .corrupt, "The registry is damaged, so there is no backup: \(examination.findings.first?.message ?? "")",
        .restoreBackup)
    }
    try WholeFile.write(bytes, to: path, replacesFile: false)
    return Backup(
      revision: examination.revision, size: bytes.count, sha256: SHA256.hexadecimal(bytes),
      findings: examination.findings)
  }
}
