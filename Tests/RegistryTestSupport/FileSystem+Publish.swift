import RegistryBytes

extension FileSystem {
  /// Publishes one file, and leaves everything as it was when that fails.
  package static func publish(
    _ bytes: [UInt8], at path: [UInt8], existing: FileSystem.Existing
  ) throws(FileError) {
    let publication = Publication()
    do {
      try publication.stage(bytes, at: path, existing: existing)
      try publication.place()
      publication.finish()
    } catch {
      _ = publication.withdraw()
      throw error
    }
  }
}
