import Foundation

/// Returns the text of a file in the folder `Fixtures`.
func fixture(_ name: String) throws -> String {
  try String(
    contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)"),
    encoding: .utf8)
}
