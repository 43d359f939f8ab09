import Registry

/// A path as a word for the shell, for commands that messages suggest. It is quoted when it has a character with a
/// meaning for the shell.
struct ShellWord: CustomStringConvertible {
  let description: String

  init(_ path: RegistryPath) { self.init(path.description) }

  init(_ text: String) {
    let plain = "/._-+,:@%".utf8
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x80 || plain.contains(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
    description = isPlain && !text.isEmpty ? text : "'\(text.replacing("'", with: "'\\''"))'"
  }
}
