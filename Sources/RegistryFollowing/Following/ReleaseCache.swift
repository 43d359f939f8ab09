import RegistryBytes
import RegistryCatalog

/// The folder in which a follower keeps what it has accepted.
///
/// - `pointer` is the object that was accepted last, byte for byte.
/// - `releases/ID/` has the snapshot and the manifest of a release. ID is the start of the snapshot's SHA-256, so that
///   no file is ever overwritten by another one.
/// - `current.db` is a symbolic link to the snapshot of the pointer, for services that read a path.
///
/// Files are stored, synced and verified first, then the pointer, then the link is switched. So the pointer always has
/// its files, whenever the process ends. Several followers may use one folder.
public struct ReleaseCache: Sendable {
  /// The path of the folder.
  public let folder: RegistryPath

  /// Names a folder, which is created when something is stored. Its parent must exist.
  public init(at folder: RegistryPath) { self.folder = folder }

  private var pointerPath: RegistryPath { folder.appending("pointer") }
  private var releases: RegistryPath { folder.appending("releases") }

  /// The path of the symbolic link to the snapshot that is in use.
  public var current: RegistryPath { folder.appending("current.db") }

  private static func name(of pointer: ChannelPointer) -> String { String(pointer.fileSHA256.prefix(16)) }

  /// The path of the snapshot of a pointer.
  func snapshot(of pointer: ChannelPointer) -> RegistryPath {
    releases.appending(Self.name(of: pointer)).appending(pointer.file)
  }

  private func manifest(of pointer: ChannelPointer) -> RegistryPath {
    releases.appending(Self.name(of: pointer)).appending(pointer.manifest)
  }

  /// The files whose change means that another pointer is in use.
  func identity() -> [FileSystem.Identity?] { [try? FileSystem.identity(pointerPath.bytes)] }

  /// Returns the object that was stored last; nil when there is none.
  ///
  /// - Throws: `RegistryError` when it cannot be read.
  package func storedObject() throws(RegistryError) -> [UInt8]? {
    do {
      return try DatabaseFile.read(pointerPath, limit: SignedPointer.sizeLimit + 1)
    } catch  where error.code == .fileNotFound {
      return nil
    }
  }

  /// Returns whether the files of a pointer are stored, byte for byte.
  ///
  /// - Throws: `RegistryError` when they exist and cannot be read.
  package func holds(_ pointer: ChannelPointer) throws(RegistryError) -> Bool {
    do throws(RegistryError) {
      let manifest = manifest(of: pointer)
      guard try DatabaseFile.sha256(manifest, size: pointer.manifestSize) == pointer.manifestSHA256,
        try DatabaseFile.sha256(snapshot(of: pointer), size: pointer.size) == pointer.fileSHA256
      else { return false }
      for (name, file) in try ManifestClaims(at: manifest).companions(of: pointer) {
        guard try DatabaseFile.sha256(manifest.folder.appending(name), size: file.size) == file.sha256 else {
          return false
        }
      }
      return true
    } catch {
      guard error.code == .fileNotFound else { throw error }
      return false
    }
  }

  /// Loads the catalog of a pointer, and compares it with what the pointer says.
  ///
  /// - Throws: `RegistryError` as `Catalog.init(snapshot:manifest:requiresManifest:verifies:)` does;
  ///   `RegistryError.Code.manifestMismatch` when the files are not those of the pointer.
  package func catalog(of pointer: ChannelPointer) throws(RegistryError) -> Catalog {
    let path = manifest(of: pointer)
    guard try DatabaseFile.sha256(path, size: pointer.manifestSize) == pointer.manifestSHA256 else {
      throw RegistryError(
        .manifestMismatch, "\(path) is not the manifest of the pointer \(pointer.serial).", .takeFilesOfOneRelease)
    }
    let claims = try ManifestClaims(at: path)
    let stated = (claims.release, claims.revision, claims.contract, claims.contentDigest, claims.fileSHA256)
    guard claims.size == pointer.size,
      stated == (pointer.release, pointer.revision, pointer.contract, pointer.contentDigest, pointer.fileSHA256)
    else {
      throw RegistryError(
        .manifestMismatch, "The manifest of \(pointer.release) does not state what the pointer \(pointer.serial) says.",
        .takeFilesOfOneRelease)
    }
    return try Catalog(snapshot: snapshot(of: pointer), manifest: path, requiresManifest: true)
  }

  /// Stores the files of a pointer, verifies them, stores the pointer, and switches the link.
  ///
  /// - Parameters:
  ///   - object: The object of the channel.
  ///   - pointer: What it says, verified.
  ///   - files: The names and the bytes of the files; empty when ``holds(_:)`` was true.
  ///   - mayReplace: Returns whether the object that is stored, nil when there is none, may be replaced. It is asked
  ///     while no other follower can change the folder.
  /// - Returns: Whether the pointer was stored; false when it may not replace the stored one.
  /// - Throws: `RegistryError` when the files are not what the pointer says, or a system call fails;
  ///   `RegistryError.Code.busy` when another follower is storing something for longer than 5 s. The old pointer stays
  ///   in use then.
  package func install(
    _ object: SignedPointer, _ pointer: ChannelPointer, files: [(name: String, bytes: [UInt8])],
    mayReplace: ([UInt8]?) -> Bool
  ) throws(RegistryError) -> Bool {
    let place = releases.appending(Self.name(of: pointer))
    try folder.createFolder()
    try releases.createFolder()
    return try folder.locked(for: "storing a release in") { () throws(RegistryError) in
      guard mayReplace(try storedObject()) else { return false }
      let previous = try? FileSystem.resolved(current.bytes)
      if !files.isEmpty {
        try place.createFolder()
        try DatabaseFile.publish(files.map { ($0.bytes, place.appending($0.name)) }, existing: .replace)
      }
      do throws(RegistryError) {
        _ = try catalog(of: pointer)
      } catch {
        if previous != snapshot(of: pointer).bytes { remove(place) }
        throw error
      }
      try DatabaseFile.publish([(object.bytes, pointerPath)], existing: .replace)
      try switchLink(to: pointer)
      removeReleases(except: [snapshot(of: pointer).bytes, previous ?? []])
      return true
    }
  }

  /// Switches the link when it does not lead to the snapshot of the pointer that is stored, which is so after a process
  /// ended between the two steps.
  ///
  /// - Throws: `RegistryError` when a system call fails.
  package func repairLink(to pointer: ChannelPointer) throws(RegistryError) {
    let file = try? FileSystem.resolved(snapshot(of: pointer).bytes)
    if file == nil || file != (try? FileSystem.resolved(current.bytes)) {
      try folder.locked(for: "storing a release in") { () throws(RegistryError) in try switchLink(to: pointer) }
    }
  }

  private func switchLink(to pointer: ChannelPointer) throws(RegistryError) {
    let target = "releases/\(Self.name(of: pointer))/\(pointer.file)"
    do { try FileSystem.switchLink(at: current.bytes, to: Array(target.utf8)) } catch {
      throw RegistryError(error, current)
    }
  }

  /// Removes the releases that are neither in use nor the one before, which a service may be reading. A failure does
  /// not matter: the next release tries again.
  private func removeReleases(except snapshots: [[UInt8]]) {
    let kept = Set(snapshots.map { RegistryPath(bytes: $0).folder.lastComponent.bytes })
    for name in (try? FileSystem.names(in: releases.bytes)) ?? [] where !kept.contains(name) {
      // Only what a follower has made: a folder whose name is 16 hexadecimal digits.
      guard name.count == 16, name.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else {
        continue
      }
      remove(RegistryPath(bytes: releases.bytes + [UInt8(ascii: "/")] + name))
    }
  }

  private func remove(_ release: RegistryPath) {
    for name in (try? FileSystem.names(in: release.bytes)) ?? [] {
      try? FileSystem.remove(release.bytes + [UInt8(ascii: "/")] + name)
    }
    try? FileSystem.removeFolder(release.bytes)
  }
}

extension ManifestClaims {
  /// The files in other formats that were released together with the snapshot, by name.
  ///
  /// - Throws: `RegistryError.Code.unverified` when the manifest names a file that no release has.
  func companions(of pointer: ChannelPointer) throws(RegistryError) -> [(name: String, file: CompanionFile)] {
    let companions = (also ?? [:]).sorted { $0.key < $1.key }
    for (name, file) in companions {
      let suffix = name.utf8.dropFirst(pointer.releasePrefix.utf8.count)
      guard name.utf8.starts(with: pointer.releasePrefix.utf8), (1...16).contains(suffix.count),
        suffix.allSatisfy({ (0x61...0x7A).contains($0) }), name != pointer.file,
        (0...2_147_483_647).contains(file.size)
      else { throw RegistryError(.unverified, "The manifest of \(pointer.release) names a file that no release has.") }
    }
    return companions.map { ($0.key, $0.value) }
  }
}
