import Registry
import Testing

@Suite struct FilePathTests {
  @Test(arguments: [
    ("dist", "a.db", "dist/a.db"), ("dist/", "a.db", "dist/a.db"), ("/", "a", "/a"), ("", "a", "a"),
  ])
  func `a name is put behind a folder`(folder: String, name: String, path: String) {
    #expect(FilePath(folder).appending(name) == FilePath(path))
  }

  @Test(arguments: [("a/b", "a", "b"), ("/b", "/", "b"), ("b", ".", "b"), ("a/", "a", "")])
  func `a path has a folder and a last part`(path: String, folder: String, last: String) {
    #expect(FilePath(path).folder == FilePath(folder))
    #expect(FilePath(path).lastComponent == FilePath(last))
  }

  @Test(
    arguments: [
      (Array("plain é ع".utf8), "plain é ع"), ([0x61, 0xFF, 0x0A], "a\\xff\\u{A}"), ([0xE2, 0x80, 0xAE], "\\u{202E}"),
      ([0xC3], "\\xc3"), ([0x1B], "\\u{1B}"),
    ] as [([UInt8], String)])
  func `it is shown on one line, whatever is in it`(bytes: [UInt8], shown: String) {
    #expect(FilePath(bytes: bytes).description == shown)
  }
}
