import Foundation
import RegistryTestSupport
import Testing

/// Tests the dependencies: of modules by their imports, of folders by the names that they declare.
@Suite struct ImportRuleTests {
  /// The modules that each module may import in addition to those of the standard library.
  static let modules: [(folder: String, allowed: Set<String>)] = [
    ("Sources/RegistryBytes", ["CLinux", "Glibc", "Synchronization"]),
    ("Sources/RegistrySQLite", ["CSQLite", "RegistryBytes", "Synchronization"]),
    ("Sources/MessageFormat", []),
    ("Sources/TextFolding", []),
    ("Sources/RegistrySearch", ["RegistryCatalog", "MessageFormat", "TextFolding", "Synchronization"]),
    (
      "Sources/RegistryCatalog",
      ["RegistryBytes", "MessageFormat", "Crypto", "FoundationEssentials", "Synchronization", "Dispatch"]
    ),
    ("Sources/RegistryCatalog/Values", ["FoundationEssentials"]),
    ("Sources/RegistryCatalog/Text", ["MessageFormat"]),
    (
      "Sources/RegistryFollowing",
      ["RegistryCatalog", "RegistryBytes", "Crypto", "FoundationEssentials", "Synchronization"]
    ),
    ("Sources/RegistryChecks", ["RegistryCatalog", "MessageFormat", "TextFolding", "Synchronization", "Dispatch"]),
    (
      "Sources/Registry",
      [
        "RegistryCatalog", "RegistryChecks", "RegistrySQLite", "RegistryBytes", "MessageFormat", "Crypto",
        "FoundationEssentials",
        "Synchronization",
      ]
    ),
    (
      "Sources/admin",
      [
        "Registry", "RegistrySearch", "RegistryFollowing", "MessageFormat", "ArgumentParser", "Subprocess",
        "FoundationEssentials", "Glibc", "Synchronization",
      ]
    ),
    ("Sources/embed-sql", ["FoundationEssentials", "Glibc"]),
  ]

  @Test(arguments: modules)
  func `a module imports only the modules below it`(folder: String, allowed: Set<String>) throws {
    let files = try SourceFile.all(in: folder)
    #expect(!files.isEmpty)
    for file in files { #expect(file.imports.isSubset(of: allowed), "\(file.path) imports \(file.imports)") }
  }

  /// The folders of each module, in order. Each may use only those before it.
  static let folders: [[String]] = [
    ["Values", "Text", "SnapshotFormat", "Catalog"].map { "Sources/RegistryCatalog/\($0)" },
    ["Signatures", "Pointer", "Following"].map { "Sources/RegistryFollowing/\($0)" },
    ["Database", "Migration", "Reader", "History", "Editor", "Reversal", "Store", "Release"]
      .map { "Sources/Registry/\($0)" },
  ]

  @Test(arguments: folders)
  func `a folder uses only types of the folders before it`(folders: [String]) throws {
    let rooms = try folders.map { try SourceFile.all(in: $0) }
    for (place, files) in rooms.enumerated() {
      let later = Set(rooms.dropFirst(place + 1).joined().flatMap(\.types))
      for file in files {
        #expect(file.words.isDisjoint(with: later), "\(file.path) uses \(file.words.intersection(later))")
      }
    }
  }

  @Test(arguments: folders)
  func `a folder uses no member that a later folder adds in an extension`(folders: [String]) throws {
    let rooms = try folders.map { try SourceFile.all(in: $0) }
    for (place, files) in rooms.enumerated() {
      let known = rooms.prefix(place + 1).joined()
      let declared = Set(known.flatMap { Self.members(of: $0) })
      let types = Set(known.flatMap(\.types)).union(["Sequence", "String", "UInt8", "Array", "Connection", "Unicode"])
      for later in rooms.dropFirst(place + 1).joined() {
        let added = later.extensionMembers.filter { types.contains($0.type) && !declared.contains($0.member) }
        for file in files {
          let used = added.filter { file.uses($0.member) }.map { "\($0.type).\($0.member)" }
          #expect(used.isEmpty, "\(file.path) uses \(used) of \(later.path)")
        }
      }
    }
  }

  /// Returns the names of all declarations of a file.
  private static func members(of file: SourceFile) -> [String] {
    file.code.matches(of: /\b(?:func|var|let|case) (\w+)/).map { String($0.1) }
  }

  @Test func `the check finds a member that is used too early`() throws {
    // `Timestamp` belongs to the first folder, and `Editor` gives rows their columns in a later one.
    let history = try SourceFile.all(in: "Sources/Registry/History")
    let columns = try #require(history.first { $0.path.hasSuffix("RegistryRow+Columns.swift") })
    #expect(columns.extensionMembers.map(\.member) == ["columnNames", "columnCount", "columns", "revised"])
    let editor = try SourceFile.all(in: "Sources/Registry/Editor")
    #expect(try #require(editor.first { $0.path.hasSuffix("Editor+Rows.swift") }).uses("columns"))
  }

  @Test func `unsafe code stays in two modules`() throws {
    let marks = /Unsafe|unsafe|OpaquePointer|Unmanaged|@unchecked/
    for folder in [
      "RegistryCatalog", "MessageFormat", "TextFolding", "RegistrySearch", "RegistryFollowing", "RegistryChecks",
      "Registry",
      "admin",
      "embed-sql",
    ] {
      for file in try SourceFile.all(in: "Sources/\(folder)") {
        #expect(file.code.firstMatch(of: marks) == nil, "\(file.path)")
      }
    }
    for folder in ["RegistryBytes", "RegistrySQLite"] {
      #expect(try SourceFile.all(in: "Sources/\(folder)").contains { $0.code.contains(marks) })
    }
  }
}
