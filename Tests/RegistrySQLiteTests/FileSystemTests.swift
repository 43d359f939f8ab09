import Foundation
import RegistrySQLite
import RegistryTestSupport
import Testing

@Suite struct FileSystemTests {
  private func bytes(_ path: String) -> [UInt8] { Array(path.utf8) }

  @Test func `a path is looked at without following it`() throws {
    let folder = try TemporaryFolder()
    try Data("abc".utf8).write(to: URL(filePath: folder.file("f")))
    let made = try Command("bash", ["-c", "ln -s f l; ln f g; mkdir d; mkfifo p"], in: folder.path).run()
    try #require(made.status == 0)
    let file = try FileSystem.status(bytes(folder.file("f")))
    #expect(file.kind == .file)
    #expect(file.size == 3)
    #expect(file.links == 2)
    #expect(try FileSystem.status(bytes(folder.file("l"))).kind == .link)
    #expect(try FileSystem.status(bytes(folder.file("d"))).kind == .directory)
    #expect(try FileSystem.status(bytes(folder.file("p"))).kind == .fifo)
    #expect(try FileSystem.status(bytes("/dev/null")).kind == .device)
    let error = #expect(throws: FileError.self) { try FileSystem.status(bytes(folder.file("none"))) }
    #expect(error?.isMissing == true)
  }

  @Test func `reading takes regular files only, and no more than is asked for`() throws {
    let folder = try TemporaryFolder()
    try Data("abcdef".utf8).write(to: URL(filePath: folder.file("f")))
    try #require(try Command("bash", ["-c", "ln -s f l; mkfifo p; mkdir d"], in: folder.path).run().status == 0)
    #expect(try FileSystem.read(bytes(folder.file("f"))) == bytes("abcdef"))
    #expect(try FileSystem.read(bytes(folder.file("f")), limit: 3) == bytes("abc"))
    for name in ["l", "p", "d", "none"] {
      #expect(throws: FileError.self) { try FileSystem.read(bytes(folder.file(name))) }
    }
  }

  @Test func `publishing replaces a whole file, or refuses where one lies`() throws {
    let folder = try TemporaryFolder()
    let path = bytes(folder.file("f"))
    try FileSystem.publish(bytes("one"), at: path, existing: .refuse)
    let error = #expect(throws: FileError.self) { try FileSystem.publish(bytes("two"), at: path, existing: .refuse) }
    #expect(error?.alreadyExists == true)
    #expect(try FileSystem.read(path) == bytes("one"))
    try FileSystem.publish(bytes("three"), at: path, existing: .replace)
    #expect(try FileSystem.read(path) == bytes("three"))
    #expect(try folder.names == ["f"])
  }

  @Test func `a failed publish leaves no litter`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.file("d"), withIntermediateDirectories: false)
    #expect(throws: FileError.self) {
      try FileSystem.publish(bytes("x"), at: bytes(folder.file("d")), existing: .replace)
    }
    #expect(throws: FileError.self) {
      try FileSystem.publish(bytes("x"), at: bytes(folder.file("no/f")), existing: .refuse)
    }
    #expect(try folder.names == ["d"])
  }

  @Test func `a name as long as a name can be is published`() throws {
    let folder = try TemporaryFolder()
    let name = String(repeating: "n", count: 255)
    try FileSystem.publish(bytes("x"), at: bytes(folder.file(name)), existing: .refuse)
    #expect(try folder.names == [name])
  }

  @Test func `a reader sees the whole old file or the whole new one`() async throws {
    let folder = try TemporaryFolder()
    let path = bytes(folder.file("f"))
    let contents = (UInt8(0)..<8).map { [UInt8](repeating: $0, count: 50_000 + Int($0)) }
    try FileSystem.publish(contents[0], at: path, existing: .refuse)
    try await withThrowingTaskGroup(of: Int.self) { group in
      group.addTask {
        for round in 0..<200 { try FileSystem.publish(contents[round % 8], at: path, existing: .replace) }
        return 0
      }
      group.addTask {
        var wrong = 0
        for _ in 0..<2_000 {
          let seen = try FileSystem.read(path)
          if seen != contents[Int(seen.first ?? 255) % 8] { wrong += 1 }
        }
        return wrong
      }
      for try await wrong in group { #expect(wrong == 0) }
    }
    #expect(try folder.names == ["f"])
  }

  @Test func `an absolute path keeps its last part and resolves its folder`() throws {
    let folder = try TemporaryFolder()
    try #require(try Command("bash", ["-c", "mkdir d; ln -s d e; ln -s x e/link"], in: folder.path).run().status == 0)
    #expect(try FileSystem.absolute(bytes(folder.file("e/../e/link"))) == bytes(folder.file("d/link")))
    #expect(try FileSystem.absolute(bytes("/x")) == bytes("/x"))
    #expect(try FileSystem.absolute(bytes("x")).first == UInt8(ascii: "/"))
  }
}
