import Foundation
import RegistryTestSupport
import Testing

/// A Swift file of the package.
struct SourceFile {
  /// Its path from the package's folder.
  let path: String
  let text: String
  /// The text without comments and without what string literals of one line say.
  let code: String

  /// The Swift files in a folder of the package, and in the folders in it.
  static func all(in folder: String) throws -> [SourceFile] {
    let root = Command.package + "/" + folder
    let enumerator = try #require(FileManager.default.enumerator(atPath: root))
    var names: [String] = []
    while let name = enumerator.nextObject() as? String {
      // A nested package builds into its own folder, with all that it depends on.
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

  /// The members that the file declares in extensions, by the type that is extended; private ones are left out.
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

  /// Whether the code uses a member: behind a dot, or as a call.
  func uses(_ member: String) -> Bool {
    guard let pattern = try? Regex("(?:\\.|\\btry |\\breturn )\(member)\\b") else { return false }
    return code.contains(pattern)
  }
}
