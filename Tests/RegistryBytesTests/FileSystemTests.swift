import Foundation
import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

struct FileSystemTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> [UInt8] { Array(folder.file(name).utf8) }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
  }

  @Test func `a status tells the kind without following a link`() throws {
    try write("12345", to: "file")
    try FileManager.default.createDirectory(atPath: folder.file("folder"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: folder.file("link"), withDestinationPath: folder.file("file"))
    try FileManager.default.createSymbolicLink(atPath: folder.file("dangling"), withDestinationPath: "nowhere")
    try #require(mkfifo(folder.file("fifo"), 0o600) == 0)
    let kinds: [(String, FileSystem.Status.Kind)] = [
      ("file", .file), ("folder", .directory), ("link", .link), ("dangling", .link), ("fifo", .fifo),
    ]
    for (name, kind) in kinds { #expect(try FileSystem.status(path(name)).kind == kind) }
    #expect(try FileSystem.status(Array("/dev/null".utf8)).kind == .device)
    #expect(try FileSystem.status(path("file")).size == 5)
  }

  @Test func `a socket is told apart`() throws {
    let script = "import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])"
    let made = try Command("python3", ["-c", script, "socket"], in: folder.path).run()
    try #require(made.status == 0, "\(made.error)")
    #expect(try FileSystem.status(path("socket")).kind == .socket)
  }

  @Test func `a status counts hard links`() throws {
    try write("x", to: "file")
    #expect(try FileSystem.status(path("file")).links == 1)
    try FileManager.default.linkItem(atPath: folder.file("file"), toPath: folder.file("second"))
    #expect(try FileSystem.status(path("file")).links == 2)
  }

  @Test(arguments: ["missing", "missing/below"])
  func `what is not there is missing`(name: String) throws {
    let error = try #require(throws: FileError.self) { try FileSystem.status(path(name)) }
    #expect(error.isMissing)
    #expect(!error.alreadyExists)
    #expect(error.call == "lstat")
    #expect(!error.reason.isEmpty)
  }

  @Test func `what lies below a file is missing too`() throws {
    try write("x", to: "file")
    let error = try #require(throws: FileError.self) { try FileSystem.status(path("file/below")) }
    #expect(error.isMissing)
  }

  @Test func `an absolute path resolves links in the folder and keeps the last part`() throws {
    try FileManager.default.createDirectory(atPath: folder.file("real"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: folder.file("alias"), withDestinationPath: folder.file("real"))
    try FileManager.default.createSymbolicLink(atPath: folder.file("real/link"), withDestinationPath: "nowhere")
    #expect(try FileSystem.absolute(path("alias/link")) == path("real/link"))
    #expect(try FileSystem.absolute(path("alias/../real/./x")) == path("real/x"))
    #expect(try FileSystem.absolute(Array("/x".utf8)) == Array("/x".utf8))
    let error = try #require(throws: FileError.self) { try FileSystem.absolute(path("missing/x")) }
    #expect(error.isMissing)
  }

  @Test func `a relative path becomes absolute`() throws {
    let absolute = try FileSystem.absolute(Array("x".utf8))
    #expect(absolute.first == UInt8(ascii: "/"))
    #expect(absolute.suffix(2) == Array("/x".utf8))
  }

  @Test(arguments: [
    ("a", ".", "a"), ("/a", "/", "a"), ("a/b", "a", "b"), ("/a/b", "/a", "b"), ("a/", "a", ""), ("", ".", ""),
  ])
  func `a path splits at its last slash`(path: String, folder: String, name: String) {
    let parts = FileSystem.split(Array(path.utf8))
    #expect(parts.folder == Array(folder.utf8))
    #expect(parts.name == Array(name.utf8))
  }

  @Test func `a file is read whole, or up to a limit`() throws {
    let text = String(repeating: "0123456789", count: 20_000)
    try write(text, to: "file")
    #expect(try FileSystem.read(path("file")) == Array(text.utf8))
    #expect(try FileSystem.read(path("file"), limit: 15) == Array(text.utf8.prefix(15)))
    #expect(try FileSystem.read(path("file"), limit: 0) == [])
    try write("", to: "empty")
    #expect(try FileSystem.read(path("empty")) == [])
  }

  @Test func `only a regular file is read, and nothing is waited for`() throws {
    try write("x", to: "file")
    try FileManager.default.createSymbolicLink(atPath: folder.file("link"), withDestinationPath: folder.file("file"))
    try #require(mkfifo(folder.file("fifo"), 0o600) == 0)
    for name in ["link", "fifo", ".", "missing"] {
      #expect(throws: FileError.self, "\(name)") { try FileSystem.read(path(name)) }
    }
    #expect(throws: FileError.self) { try FileSystem.read(Array("/dev/zero".utf8), limit: 1) }
  }

  @Test func `names that are not UTF-8 are names`() throws {
    let name = path("") + [0xFF, 0x0A, 0x27]
    try FileSystem.publish([1, 2, 3], at: name, existing: .refuse)
    #expect(try FileSystem.read(FileSystem.absolute(name)) == [1, 2, 3])
  }
}
