import Foundation
import RegistryTestSupport
import Testing

/// A Swift file of the package.
struct SourceFile {
  /// The path relative to the folder of the package.
  let path: String
  let text: String
  /// The text without comments and without the content of single-line string literals.
  let code: String

  /// Returns the Swift files in a folder of the package and its subfolders.
  static func all(in folder: String) throws -> [SourceFile] {
    let root = Command.package + "/" + folder
    let enumerator = try #require(FileManager.default.enumerator(atPath: root))
    var names: [String] = []
    while let name = enumerator.nextObject() as? String {
      // A nested package has its own build folder with all of its dependencies.
      if name.hasSuffix(".build") { enumerator.skipDescendants() }
      if name.hasSuffix(".swift") { names.append(name) }
    }
    return try names.map {
      SourceFile(path: "\(folder)/\($0)", text: try String(contentsOfFile: "\(root)/\($0)", encoding: .utf8))
    }
  }

  private init(path: String, text: String) {
    self.path = path
    self.text = text
    code = text.replacing(/"(?:[^"\\\n]|\\.)*"/, with: "\"\"").replacing(/(?m)\/\/.*$/, with: "")
  }

  /// The modules that the file imports.
  var imports: Set<String> {
    Set(text.matches(of: /(?m)^(?:@\w+ )?(?:public |package )?import (\w+)/).map { String($0.1) })
  }

  /// The names of the types that the file declares at its top level.
  var types: Set<String> {
    Set(
      code.matches(
        of: /(?m)^(?:public |package )?(?:final )?(?:struct|class|enum|protocol|typealias) (\w+)/
      ).map { String($0.1) })
  }

  /// The words of the code.
  var words: Set<String> {
    Set(code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
  }

  /// The members that the file declares in extensions, by the extended type. Private members are omitted.
  var extensionMembers: [(type: String, member: String)] {
    var found: [(type: String, member: String)] = []
    var type: String?
    for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
      if let match = line.firstMatch(of: /^extension (\[?\w+(?:\.\w+)*)/) {
        type = String(match.1.split(separator: ".").last ?? match.1).replacing("[", with: "")
      } else if line.hasPrefix("}") {
        type = nil
      } else if let type,
        let match = line.firstMatch(of: /^  (?:(?:public|package|static|mutating|consuming) )*(?:func|var|let) (\w+)/)
      {
        found.append((type, String(match.1)))
      }
    }
    return found
  }

  /// Returns whether the code uses a member, after a dot or as a call.
  func uses(_ member: String) -> Bool {
    guard let pattern = try? Regex("(?:\\.|\\btry |\\breturn )\(member)\\b") else { return false }
    return code.contains(pattern)
  }
}
