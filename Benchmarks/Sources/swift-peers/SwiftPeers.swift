import BenchSupport
import Foundation
import GRDB

/// One message, as a Swift program without this library would decode it.
struct Message: Codable, FetchableRecord {
  let code: Int
  let language: String
  let text: String
}

/// Loads all messages of a file in a fresh process, and prints how long it took.
@main
enum SwiftPeers {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { throw BenchFailure("usage: swift-peers grdb SNAPSHOT | json FILE") }
    let (messages, nanoseconds) = try timed {
      switch arguments[1] {
      case "grdb": try records(of: arguments[2])
      case "json": try JSONDecoder().decode([Message].self, from: Data(contentsOf: URL(filePath: arguments[2])))
      default: throw BenchFailure("There is no peer '\(arguments[1])'.")
      }
    }
    var fingerprint = Fingerprint()
    for message in messages { fingerprint.append(message.text) }
    report(["nanoseconds": nanoseconds, "messages": messages.count, "fingerprint": fingerprint])
  }

  private static func records(of path: String) throws -> [Message] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let messages = try queue.read { database in
      try Message.fetchAll(database, sql: "SELECT code, language, text FROM message ORDER BY language, code")
    }
    try queue.close()
    return messages
  }
}
