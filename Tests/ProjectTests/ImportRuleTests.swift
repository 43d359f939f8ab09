import Foundation
import RegistryTestSupport
import Testing

@Suite struct ImportRuleTests {
  /// What each room may import, besides the standard library's own modules.
  static let rooms: [(folder: String, allowed: Set<String>)] = [
    ("Sources/RegistrySQLite", ["CSQLite", "Glibc", "Synchronization"]),
    ("Sources/Registry/Model", ["FoundationEssentials"]),
    ("Sources/Registry", ["RegistrySQLite", "Crypto", "FoundationEssentials", "Synchronization", "Dispatch"]),
    ("Sources/admin", ["Registry", "ArgumentParser", "FoundationEssentials", "Glibc"]),
    ("Sources/embed-sql", ["FoundationEssentials", "Glibc"]),
  ]

  @Test(arguments: rooms)
  func `a room imports only the room to its left`(folder: String, allowed: Set<String>) throws {
    let files = try swiftFiles(in: folder)
    #expect(!files.isEmpty)
    for (path, text) in files {
      let imports = text.matches(of: /(?m)^(?:@\w+ )?(?:public |package )?import (\w+)/).map { String($0.1) }
      #expect(Set(imports).isSubset(of: allowed), "\(path) imports \(imports)")
    }
  }

  @Test func `a folder of the library uses only those before it`() throws {
    let folders = try ["Model", "Files", "Store", "Snapshot", "Catalog"].map {
      try swiftFiles(in: "Sources/Registry/\($0)")
    }
    for (place, files) in folders.enumerated() {
      let later = folders.dropFirst(place + 1).joined().flatMap { file in
        file.text.matches(of: /(?m)^(?:public |package )?(?:final )?(?:struct|class|enum|protocol) (\w+)/).map {
          String($0.1)
        }
      }
      for (path, text) in files {
        let code = text.replacing(/(?m)\/\/.*$/, with: "").replacing(/"[^"\n]*"/, with: "")
        let words = Set(code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
        #expect(words.isDisjoint(with: later), "\(path) uses \(words.intersection(later))")
      }
    }
  }

  @Test func `unsafe code stays in one room`() throws {
    let marks = /Unsafe|unsafe|OpaquePointer|Unmanaged|@unchecked/
    for folder in ["Sources/Registry", "Sources/admin", "Sources/embed-sql"] {
      for (path, text) in try swiftFiles(in: folder) {
        #expect(text.firstMatch(of: marks) == nil, "\(path)")
      }
    }
    #expect(try swiftFiles(in: "Sources/RegistrySQLite").contains { $0.text.contains(marks) })
  }

  @Test func `nothing traps on data`() throws {
    let marks = /try!|fatalError\(|preconditionFailure\(|as!|precondition\(/
    for (path, text) in try swiftFiles(in: "Sources") {
      #expect(text.firstMatch(of: marks) == nil, "\(path)")
    }
  }

  /// ArgumentParser asks every command for its name in every process. One that it works out from the type's name takes
  /// tens of microseconds, most of them a search through all conformances in the binary.
  @Test func `a command says its own name`() throws {
    let commands = try swiftFiles(in: "Sources/admin").filter { $0.text.contains(": ParsableCommand {") }
    #expect(commands.count > 30)
    for (path, text) in commands { #expect(text.contains("commandName: \""), "\(path)") }
  }

  @Test func `a file holds one idea and stays under 400 lines`() throws {
    for folder in ["Sources", "Tests", "Plugins", "Examples"] {
      for (path, text) in try swiftFiles(in: folder) {
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 401, "\(path)")
      }
    }
  }

  @Test func `every public declaration of the library says what it is`() throws {
    for (path, text) in try swiftFiles(in: "Sources/Registry") {
      var before = ""
      for line in text.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
        // An attribute on a line of its own stands between a declaration and what is said of it.
        if line.hasPrefix("@") && !line.contains(" public ") { continue }
        if line.hasPrefix("public ") && !line.hasPrefix("public extension") {
          #expect(before.hasPrefix("///"), "\(path): \(line)")
        }
        before = line
      }
    }
  }

  private func swiftFiles(in folder: String) throws -> [(path: String, text: String)] {
    let root = Command.package + "/" + folder
    let enumerator = try #require(FileManager.default.enumerator(atPath: root))
    var names: [String] = []
    while let name = enumerator.nextObject() as? String {
      // A nested package builds into its own folder, with all that it depends on.
      if name.hasSuffix(".build") { enumerator.skipDescendants() }
      if name.hasSuffix(".swift") { names.append(name) }
    }
    return try names.map {
      ("\(folder)/\($0)", try String(contentsOfFile: "\(root)/\($0)", encoding: .utf8))
    }
  }
}
