import RegistryBytes
import RegistryCatalog

/// A folder with the objects of releases and channels, as a server has them.
package struct ReleaseFolder: Sendable {
  /// The path of the folder.
  package let path: RegistryPath

  /// Names a folder. Its parent must exist when something is stored.
  package init(at path: RegistryPath) { self.path = path }

  /// Returns an object; nil when it does not exist.
  ///
  /// - Throws: `RegistryError.Code.unverified` when it is larger than the limit; otherwise as a system call fails.
  package func read(_ name: String, limit: Int) throws(RegistryError) -> [UInt8]? {
    let file = path.appending(name)
    do throws(RegistryError) {
      let bytes = try DatabaseFile.read(file, limit: limit + 1)
      guard bytes.count <= limit else { throw RegistryError(.unverified, "\(file) has more than \(limit) bytes.") }
      return bytes
    } catch  where error.code == .fileNotFound {
      return nil
    }
  }

  /// Stores an object that does not exist yet.
  ///
  /// - Returns: Whether it was stored; false when there is one.
  /// - Throws: `RegistryError` when a system call fails.
  package func create(_ name: String, _ bytes: [UInt8]) throws(RegistryError) -> Bool {
    try createFolders(for: name)
    do throws(RegistryError) {
      try DatabaseFile.publish([(bytes, path.appending(name))], existing: .refuse)
      return true
    } catch  where error.code == .fileExists {
      return false
    }
  }

  /// Stores an object in the place of the one that was read. Its time rises by at least a second: a web server such as
  /// nginx makes the entity tag of a file from its size and the second of its last change.
  ///
  /// - Returns: Whether it was stored; false when there is another one than `old` meanwhile.
  /// - Throws: `RegistryError.Code.busy` when another process publishes for longer than 5 s; otherwise as a system
  ///   call fails.
  package func replace(_ name: String, _ old: [UInt8]?, by bytes: [UInt8]) throws(RegistryError) -> Bool {
    try createFolders(for: name)
    let file = path.appending(name)
    return try path.locked(for: "publishing to") { () throws(RegistryError) in
      guard try read(name, limit: SignedPointer.sizeLimit) == old else { return false }
      let before = (try? FileSystem.identity(file.bytes)).map { Int($0.modified / 1_000_000_000) }
      try DatabaseFile.publish([(bytes, file)], existing: .replace)
      if let before, before >= Int(FileSystem.now / 1_000_000_000) {
        do throws(FileError) {
          try FileSystem.setModified(file.bytes, seconds: before + 1)
        } catch { throw RegistryError(error, file) }
      }
      return true
    }
  }

  private func createFolders(for name: String) throws(RegistryError) {
    try path.createFolder()
    if name.utf8.contains(UInt8(ascii: "/")) { try path.appending(name).folder.createFolder() }
  }
}

extension RegistryPath {
  /// Creates a folder at this path if there is none.
  func createFolder() throws(RegistryError) {
    do { try FileSystem.createFolder(bytes) } catch { throw RegistryError(error, self) }
  }

  /// Calls `body` while no other process has the lock of this folder.
  ///
  /// - Parameters:
  ///   - work: What another process that has the lock is doing, for the message.
  ///   - body: Changes the folder.
  /// - Throws: The error of `body`; `RegistryError.Code.busy` when another process has the lock for longer than 5 s.
  func locked<Value>(
    for work: String, _ body: () throws(RegistryError) -> Value
  ) throws(RegistryError) -> Value {
    let lock: FolderLock
    do { lock = try FolderLock(bytes, seconds: 5) } catch {
      guard error.isBusy else { throw RegistryError(error, self) }
      throw RegistryError(.busy, "Another process is \(work) \(self).", .tryAgain)
    }
    defer { withExtendedLifetime(lock) {} }
    return try body()
  }
}
