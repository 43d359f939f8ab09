import Foundation
import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

struct PublicationTests {
  private let folder: TemporaryFolder
  private let path: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    path = Array(folder.file("file").utf8)
  }

  @Test(arguments: [FileSystem.Existing.refuse, .replace])
  func `a new file is there whole, alone and readable by others`(existing: FileSystem.Existing) throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    try FileSystem.publish(bytes, at: path, existing: existing)
    #expect(try FileSystem.read(path) == bytes)
    #expect(try folder.names == ["file"])
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("file"))
    let mode = try #require(attributes[.posixPermissions] as? Int)
    #expect(mode & 0o400 != 0 && mode & 0o111 == 0)
  }

  @Test func `an existing file is replaced when that is asked for`() throws {
    try FileSystem.publish([1, 2, 3], at: path, existing: .refuse)
    try FileSystem.publish([4], at: path, existing: .replace)
    #expect(try FileSystem.read(path) == [4])
    #expect(try folder.names == ["file"])
  }

  @Test func `an existing file is refused, unchanged, when it must be new`() throws {
    try FileSystem.publish([1], at: path, existing: .refuse)
    let error = try #require(throws: FileError.self) { try FileSystem.publish([2], at: path, existing: .refuse) }
    #expect(error.alreadyExists)
    #expect(try FileSystem.read(path) == [1])
    #expect(try folder.names == ["file"])
  }

  @Test func `a dangling link counts as existing, and replacing replaces the link itself`() throws {
    try FileManager.default.createSymbolicLink(atPath: folder.file("file"), withDestinationPath: folder.file("target"))
    let error = try #require(throws: FileError.self) { try FileSystem.publish([2], at: path, existing: .refuse) }
    #expect(error.alreadyExists)
    try FileSystem.publish([3], at: path, existing: .replace)
    #expect(try FileSystem.status(path).kind == .file)
    #expect(try folder.names == ["file"])
  }

  @Test func `a failed rename leaves no temp file`() throws {
    let below = folder.file("file") + "/below"
    try FileManager.default.createDirectory(atPath: below, withIntermediateDirectories: true)
    for existing in [FileSystem.Existing.replace, .refuse] {
      #expect(throws: FileError.self) { try FileSystem.publish([1], at: path, existing: existing) }
    }
    // The temp name is shorter than the name, which is too long by one byte.
    let long = Array(folder.file(String(repeating: "n", count: 256)).utf8)
    let error = try #require(throws: FileError.self) { try FileSystem.publish([1], at: long, existing: .replace) }
    #expect(error.call == "link")
    #expect(error.number == ENAMETOOLONG)
    #expect(try folder.names == ["file"])
  }

  @Test func `the longest name that the system allows is published`() throws {
    let name = String(repeating: "n", count: 255)
    try FileSystem.publish([1], at: Array(folder.file(name).utf8), existing: .refuse)
    #expect(try folder.names == [name])
  }

  @Test func `a missing folder is named as such`() throws {
    let error = try #require(throws: FileError.self) {
      try FileSystem.publish([1], at: Array(folder.file("missing/file").utf8), existing: .replace)
    }
    #expect(error.isMissing)
    #expect(try folder.names == [])
  }

  @Test func `a folder without write permission is left as it is`() throws {
    try FileSystem.publish([1], at: path, existing: .refuse)
    for existing in [FileSystem.Existing.replace, .refuse] {
      let error = try withoutWritePermission(on: folder.path) {
        #expect(throws: FileError.self) { try FileSystem.publish([2], at: path, existing: existing) }
      }
      #expect(error?.number == FileError.denied)
    }
    #expect(try FileSystem.read(path) == [1])
    #expect(try folder.names == ["file"])
  }

  @Test func `files that cannot all take their names leave everything as it was`() throws {
    let second = Array(folder.file("second").utf8)
    try FileSystem.publish([1], at: path, existing: .refuse)
    try FileManager.default.createDirectory(atPath: folder.file("second/below"), withIntermediateDirectories: true)
    let publication = Publication()
    try publication.stage([2], at: path, existing: .replace)
    try publication.stage([3], at: Array(folder.file("new").utf8), existing: .replace)
    try publication.stage([4], at: second, existing: .replace)
    #expect(throws: FileError.self) { try publication.place() }
    #expect(publication.withdraw() == [])
    #expect(try FileSystem.read(path) == [1])
    #expect(try folder.names == ["file", "second"])
  }

  @Test func `files are withdrawn after they have taken their names`() throws {
    try FileSystem.publish([1], at: path, existing: .refuse)
    let publication = Publication()
    try publication.stage([2], at: path, existing: .replace)
    try publication.stage([3], at: Array(folder.file("new").utf8), existing: .replace)
    try publication.place()
    #expect(try FileSystem.read(path) == [2])
    #expect(publication.withdraw() == [])
    #expect(try FileSystem.read(path) == [1])
    #expect(try folder.names == ["file"])
  }

  @Test func `a folder that was created is withdrawn with its files, unless something else is in it`() throws {
    for (isUsed, left) in [(false, []), (true, ["new"])] {
      let publication = Publication()
      try publication.createFolder(Array(folder.file("new").utf8))
      #expect(!publication.isEmpty)
      try publication.stage([1], at: Array(folder.file("new/file").utf8), existing: .replace)
      try publication.place()
      if isUsed { try Data([1]).write(to: URL(filePath: folder.file("new/other"))) }
      #expect(publication.withdraw() == [])
      #expect(publication.isEmpty)
      #expect(try folder.names == left)
    }
    // A folder that was there before stays.
    try FileManager.default.createDirectory(atPath: folder.file("old"), withIntermediateDirectories: true)
    let publication = Publication()
    try publication.createFolder(Array(folder.file("old").utf8))
    #expect(publication.withdraw() == [])
    #expect(try folder.names == ["new", "old"])
  }

  @Test func `temporary files of killed processes are removed a day later, and nothing else is`() throws {
    let names = [".file.1.registry-tmp", ".other.2.registry-tmp", ".file.3.tmp", "file.4.registry-tmp"]
    for name in names { try Data([1]).write(to: URL(filePath: folder.file(name))) }
    try Data([1]).write(to: URL(filePath: folder.file(".young.registry-tmp")))
    try FileManager.default.createDirectory(
      atPath: folder.file(".folder.registry-tmp"), withIntermediateDirectories: false)
    for name in names + [".folder.registry-tmp"] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -90_000)], ofItemAtPath: folder.file(name))
    }
    try FileSystem.publish([1], at: path, existing: .refuse)
    #expect(
      try folder.names
        == [".file.3.tmp", ".folder.registry-tmp", ".young.registry-tmp", "file", "file.4.registry-tmp"].sorted())
  }

  @Test func `of many that publish one new path, one succeeds and its bytes stay`() async throws {
    let path = path
    let winners = await withTaskGroup(of: UInt8?.self) { group in
      for number in 1...20 as ClosedRange<UInt8> {
        group.addTask {
          let bytes = [UInt8](repeating: number, count: 10_000)
          return (try? FileSystem.publish(bytes, at: path, existing: .refuse)) == nil ? nil : number
        }
      }
      return await group.reduce(into: [UInt8]()) { if let number = $1 { $0.append(number) } }
    }
    #expect(winners.count == 1)
    #expect(try FileSystem.read(path) == [UInt8](repeating: try #require(winners.first), count: 10_000))
    #expect(try folder.names == ["file"])
  }

  @Test func `a reader sees the whole old file or the whole new one, never anything else`() async throws {
    let path = path
    let versions = [[UInt8](repeating: 1, count: 70_000), [UInt8](repeating: 2, count: 30_000)]
    try FileSystem.publish(versions[0], at: path, existing: .refuse)
    let writer = Task.detached {
      for round in 1...60 { try FileSystem.publish(versions[round % 2], at: path, existing: .replace) }
    }
    var seen: Set<[UInt8]> = []
    for _ in 0..<400 { seen.insert(try FileSystem.read(path)) }
    try await writer.value
    #expect(seen.isSubset(of: Set(versions)))
  }
}
