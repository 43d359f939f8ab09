import RegistryCatalog
import Testing

struct FilePathTests {
  @Test(arguments: [
    ("registry.db", ".", "registry.db"), ("/registry.db", "/", "registry.db"), ("a/b/c.db", "a/b", "c.db"),
    ("a/", "a", ""), ("", ".", ""),
  ])
  func `a path has a folder and a last part`(path: String, folder: String, last: String) {
    #expect(RegistryPath(path).folder == RegistryPath(folder))
    #expect(RegistryPath(path).lastComponent == RegistryPath(last))
  }

  @Test func `a name is put behind exactly one slash`() {
    #expect(RegistryPath("a").appending("b") == "a/b")
    #expect(RegistryPath("a/").appending("b") == "a/b")
    #expect(RegistryPath("/").appending("b") == "/b")
    #expect(RegistryPath("").appending("b") == "b")
    #expect(RegistryPath("a.db").suffixed("-wal") == "a.db-wal")
  }

  @Test(
    arguments: [
      (Array("plain/سجل/登记 1.db".utf8), "plain/سجل/登记 1.db"),
      (Array("two\nlines\u{1B}[31m".utf8), #"two\u{A}lines\u{1B}[31m"#),
      (Array("\u{202E}bd.x".utf8), #"\u{202E}bd.x"#),
      ([0x61, 0xFF, 0x62, 0x0A], #"a\xff b\u{A}"#.replacing(" ", with: "")),
      ([0xE2, 0x82], #"\xe2\x82"#),
      ([0x05, 0xC0, 0x80], #"\u{5}\xc0\x80"#),
      (Array("e\u{301}😀".utf8), "e\u{301}😀"),
      ([], ""),
    ] as [([UInt8], String)])
  func `a path is shown on one line, and what is no text is escaped`(bytes: [UInt8], shown: String) {
    #expect(Array(RegistryPath(bytes: bytes).description.utf8) == Array(shown.utf8))
  }

  @Test func `paths that are the same text to people but not to the system differ`() {
    #expect(RegistryPath("e\u{301}") != RegistryPath("\u{e9}"))
    #expect(RegistryPath("abc").bytes == [0x61, 0x62, 0x63])
  }
}
