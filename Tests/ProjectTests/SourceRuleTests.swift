import Foundation
import RegistryTestSupport
import Testing

/// Tests the rules for all source files.
@Suite struct SourceRuleTests {
  @Test func `no source file contains a call that traps`() throws {
    // The calls that this rule forbids. None of them is made here.
    let marks = /try!|fatalError\(|preconditionFailure\(|as!|precondition\(/
    for file in try SourceFile.all(in: "Sources") {
      #expect(file.code.firstMatch(of: marks) == nil, "\(file.path)")
    }
  }

  /// ArgumentParser reads the names of all commands in every process. Deriving a name from a type takes tens of
  /// microseconds, mostly for a search of all conformances in the binary.
  @Test func `every command declares its name`() throws {
    let commands = try SourceFile.all(in: "Sources/admin").filter {
      $0.code.contains(/struct \w+: (?:Parsable|Shared|Writing)Command \{/)
    }
    #expect(commands.count > 30)
    for file in commands { #expect(file.text.contains("commandName: \""), "\(file.path)") }
  }

  @Test func `every command with the options of a write names the registry when it is not the one here`() throws {
    let writes = try SourceFile.all(in: "Sources/admin/Commands").filter { $0.text.contains("var write: WriteOptions") }
    #expect(writes.count > 15)
    // `init` says which file it has created.
    for file in writes where !file.path.hasSuffix("Init.swift") {
      #expect(file.code.contains(": WritingCommand {"), "\(file.path)")
    }
  }

  @Test func `a command opens the registry once`() throws {
    for file in try SourceFile.all(in: "Sources/admin/Commands") {
      let openings = file.code.split(separator: "\n").filter {
        $0.contains(/\breading\(\)|\bediting\(\)|LazyRegistry\(/)
      }
      #expect(openings.count <= 1, "\(file.path): \(openings)")
    }
  }

  @Test func `no file has more than 400 lines`() throws {
    for folder in ["Sources", "Tests", "Plugins", "Examples", "HTTPTransport"] {
      for file in try SourceFile.all(in: folder) {
        #expect(file.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 401, "\(file.path)")
      }
    }
  }

  @Test(arguments: [
    "Registry", "RegistryCatalog", "RegistryFollowing", "RegistrySearch", "RegistryChecks", "MessageFormat",
  ])
  func `every public declaration of a library is documented`(module: String) throws {
    for file in try SourceFile.all(in: "Sources/\(module)") {
      var before = ""
      for line in file.text.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
        // An attribute on its own line is between a declaration and its documentation.
        if line.hasPrefix("@") && !line.contains(" public ") { continue }
        if line.hasPrefix("public ") && !line.hasPrefix("public extension") {
          #expect(before.hasPrefix("///"), "\(file.path): \(line)")
        }
        before = line
      }
    }
  }

  @Test func `no library message names a command, a flag or a file of the registry`() throws {
    let marks = #/\badmin\b|(?:^|[ (])--[a-z]|registry\.db|\bsqlite3 /#
    for folder in [
      "RegistryBytes", "RegistrySQLite", "RegistryCatalog", "RegistryFollowing", "RegistrySearch", "RegistryChecks",
      "TextFolding",
      "MessageFormat", "Registry",
    ] {
      for file in try SourceFile.all(in: "Sources/\(folder)") {
        for literal in file.text.replacing(/(?m)^ *\/\/.*$/, with: "").matches(of: #/"(?:[^"\\\n]|\\.)*"/#) {
          #expect(literal.output.firstMatch(of: marks) == nil, "\(file.path): \(literal.output)")
        }
      }
    }
  }

  @Test func `no line is longer than 120 columns`() throws {
    let listing = try Command("git", ["ls-files", "-co", "--exclude-standard"], in: Command.package).run()
    let names = listing.output.split(separator: "\n").map(String.init).filter { name in
      // docs/schema.md is generated, and a migration is never changed.
      [".swift", ".md", ".sql", ".py", ".c", ".h", ".go", ".pl"].contains { name.hasSuffix($0) }
        && name != "seed.sql" && name != "docs/schema.md" && !name.hasPrefix("migrations/")
    }
    #expect(names.count > 200)
    for name in names where FileManager.default.fileExists(atPath: "\(Command.package)/\(name)") {
      let text = try String(contentsOfFile: "\(Command.package)/\(name)", encoding: .utf8)
      for line in name.hasSuffix(".md") ? withoutOutput(text) : text.split(separator: "\n") {
        // A row of a Markdown table and an address cannot be broken.
        if line.hasPrefix("|") || line.contains("https://") { continue }
        #expect(line.unicodeScalars.count <= 120, "\(name): \(line.prefix(60))…")
      }
    }
  }

  /// The lines of a Markdown page without the output of its console sessions, which cannot be broken.
  private func withoutOutput(_ page: String) -> [Substring] {
    var (lines, isSession, isCommand): ([Substring], Bool, Bool) = ([], false, false)
    for line in page.split(separator: "\n") {
      if line.hasPrefix("```") { isSession = line == "```console" }
      // A command starts at a prompt and continues after a backslash.
      isCommand = line.hasPrefix("$ ") || isCommand && lines.last?.hasSuffix("\\") == true
      if !isSession || isCommand { lines.append(line) }
    }
    return lines
  }
}
