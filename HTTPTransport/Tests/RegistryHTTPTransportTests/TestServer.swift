import Foundation

/// A server written in Python that is killed when nobody holds it any more.
final class TestServer {
  /// The object store of the tests of publishing.
  static let objects = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../Tests/Publishing/objects.py"
  ).standardized.path

  let url: String
  private let folder: URL
  private let process = Process()

  /// Starts a program that prints its port.
  ///
  /// - Parameter arguments: What python3 is called with before the folder of the server.
  init(_ arguments: [String] = [objects]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "transport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-u"] + arguments + [folder.path]
    process.standardOutput = output
    // Python reports each connection that a test has ended early.
    process.standardError = FileHandle.nullDevice
    try process.run()
    let port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard !port.isEmpty else { throw NotStarted() }
    url = "http://127.0.0.1:\(port.trimmingCharacters(in: .whitespacesAndNewlines))"
  }

  struct NotStarted: Error {}

  deinit {
    // A child of these tests has the other signals blocked.
    kill(process.processIdentifier, SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// What happens to the next request.
  func setFault(_ fault: String) throws { try write(Array(fault.utf8), to: "fault") }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }
}
