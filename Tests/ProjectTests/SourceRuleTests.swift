import Foundation
import RegistryTestSupport
import Testing

/// What every source file keeps to.
@Suite struct SourceRuleTests {
  @Test func `nothing traps on data`() throws {
    let marks = /try!|fatalError\(|preconditionFailure\(|as!|precondition\(/
    for file in try SourceFile.all(in: "Sources") {
      #expect(file.code.firstMatch(of: marks) == nil, "\(file.path)")
    }
  }

  /// ArgumentParser asks every command for its name in every process. One that it works out from the type's name takes
  /// tens of microseconds, most of them a search through all conformances in the binary.
  @Test func `a command says its own name`() throws {
    let commands = try SourceFile.all(in: "Sources/admin").filter { $0.text.contains(": ParsableCommand {") }
    #expect(commands.count > 30)
    for file in commands { #expect(file.text.contains("commandName: \""), "\(file.path)") }
  }

  @Test func `a file holds one idea and stays under 400 lines`() throws {
    for folder in ["Sources", "Tests", "Plugins", "Examples"] {
      for file in try SourceFile.all(in: folder) {
        #expect(file.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 401, "\(file.path)")
      }
    }
  }

  @Test(arguments: ["Registry", "RegistryCatalog", "MessageFormat"])
  func `every public declaration of a library is documented`(module: String) throws {
    for file in try SourceFile.all(in: "Sources/\(module)") {
      var before = ""
      for line in file.text.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
        // An attribute on a line of its own stands between a declaration and its documentation.
        if line.hasPrefix("@") && !line.contains(" public ") { continue }
        if line.hasPrefix("public ") && !line.hasPrefix("public extension") {
          #expect(before.hasPrefix("///"), "\(file.path): \(line)")
        }
        before = line
      }
    }
  }

  @Test func `a library names no command, no flag and no file of the registry`() throws {
    let marks = #/\badmin\b|(?:^|[ (])--[a-z]|registry\.db|\bsqlite3 /#
    for folder in ["RegistryBytes", "RegistrySQLite", "RegistryCatalog", "MessageFormat", "Registry"] {
      for file in try SourceFile.all(in: "Sources/\(folder)") {
        for literal in file.text.replacing(/(?m)^ *\/\/.*$/, with: "").matches(of: #/"(?:[^"\\\n]|\\.)*"/#) {
          #expect(literal.output.firstMatch(of: marks) == nil, "\(file.path): \(literal.output)")
        }
      }
    }
  }

  @Test func `no line is longer than 120 columns`() throws {
    let listing = try Command("git", ["ls-files"], in: Command.package).run()
    let names = listing.output.split(separator: "\n").map(String.init).filter { name in
      [".swift", ".md", ".sql", ".py", ".c", ".h", ".go", ".pl"].contains { name.hasSuffix($0) } && name != "seed.sql"
    }
    #expect(names.count > 200)
    for name in names where FileManager.default.fileExists(atPath: "\(Command.package)/\(name)") {
      let text = try String(contentsOfFile: "\(Command.package)/\(name)", encoding: .utf8)
      for line in text.split(separator: "\n") where line.count > 120 {
        // A row of a Markdown table cannot be broken, and neither can an address.
        #expect(line.hasPrefix("|") || line.contains("https://"), "\(name): \(line.prefix(60))…")
      }
    }
  }
}
