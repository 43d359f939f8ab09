import RegistryBytes
import RegistryCatalog

extension Catalog {
  /// Makes the catalog of the live registry as it is now.
  ///
  /// - Parameter path: the registry.
  /// - Throws: as ``RegistryStore/init(opening:for:)``.
  public init(registry path: RegistryPath) throws(RegistryError) {
    try self.init(try Self.snapshot(of: path))
  }

  private static func snapshot(of path: RegistryPath) throws(RegistryError) -> Snapshot {
    let read = { () throws(RegistryError) in
      try RegistryStore(opening: path, for: .reading).read { (registry) throws(RegistryError) in
        try registry.snapshot()
      }
    }
    do { return try read() } catch where error.code == .fileReplaced {
      // Another file took its place between the two steps.
      return try read()
    }
  }
}

extension LiveCatalog {
  /// Loads the live registry at `path`, and looks for edits. This is for a tool that must see an edit at once; production
  /// is better served by releases.
  ///
  /// - Parameters:
  ///   - path: the registry.
  ///   - interval: how often to look.
  ///   - tell: handles the events; it must not wait long, because nothing is looked for in the meantime.
  /// - Throws: as ``RegistryStore/init(opening:for:)``.
  public convenience init(
    registry path: RegistryPath, every interval: Duration = .seconds(5),
    onEvent tell: @escaping @Sendable (Event) -> Void = { _ in }
  ) throws(RegistryError) {
    let source = Source {
      [try? FileSystem.identity(path.bytes)]
    } load: {
      () throws(RegistryError) in
      try Catalog(registry: path)
    }
    try self.init(source, path, every: interval, onEvent: tell)
  }
}
