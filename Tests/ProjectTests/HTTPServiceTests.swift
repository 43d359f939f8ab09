import Foundation
import RegistryTestSupport
import Testing

/// Builds the service in `Console/Examples/http-service` and sends it requests as its callers would.
@Suite(.serialized) struct HTTPServiceTests {
  /// A response of the service.
  private struct Answer {
    let status: Int
    /// The header fields, with names in lower case.
    let fields: [String: String]
    let body: String

    /// The members of the body.
    var members: [String: any Sendable] {
      get throws {
        try #require(try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: any Sendable])
      }
    }
  }

  /// A service that uses a snapshot behind a symbolic link, in a folder with the registry from which the snapshot was
  /// made.
  private final class Site {
    let folder: TemporaryFolder
    private var service: RunningCommand
    private(set) var address = ""

    init() throws {
      let folder = try TemporaryFolder()
      self.folder = folder
      for name in ["1.0", "2.0"] {
        if name == "1.0" { try Self.admin(["init"], folder) }
        if name == "2.0" { try Self.admin(["translation", "set", "1402", "ar", "رصيدك لا يكفي"], folder) }
        try FileManager.default.createDirectory(atPath: folder.file(name), withIntermediateDirectories: false)
        try Self.admin(["snapshot", "create", "--release", name, "-o", name], folder)
      }
      try FileManager.default.createSymbolicLink(
        atPath: folder.file("current.db"), withDestinationPath: "1.0/registry-1.0.db")
      let program = try ConsoleSite.built("http-service")
      service = try Command(program, ["current.db", "0"], in: folder.path).start()
      try waitUntil { self.service.output.hasSuffix("\n") }
      address = service.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func admin(_ arguments: [String], _ folder: TemporaryFolder) throws {
      let result = try Command(Command.products + "/admin", arguments, in: folder.path).run()
      try #require(result.status == 0, "\(result.error)")
    }

    var log: String { service.error }

    func waitUntil(_ isSo: () throws -> Bool) throws {
      for _ in 0..<300 {
        if try isSo() { return }
        usleep(100_000)
      }
      Issue.record("it does not come about; the service says: \(service.output) \(service.error)")
      throw CancellationError()
    }

    /// Switches the link as a deployment would.
    func point(to target: String) throws {
      try FileManager.default.createSymbolicLink(atPath: folder.file("new"), withDestinationPath: target)
      #expect(rename(folder.file("new"), folder.file("current.db")) == 0)
    }

    func ask(_ path: String, _ languages: String...) throws -> Answer {
      let fields = languages.flatMap { ["-H", "Accept-Language: \($0)"] }
      let curl = Command("curl", ["-sS", "-i", "--max-time", "20"] + fields + [address + path], in: folder.path)
      let result = try curl.run()
      try #require(result.status == 0, "\(result.error)")
      let parts = result.output.split(separator: "\r\n\r\n", maxSplits: 1).map(String.init)
      let lines = (parts.first ?? "").split(separator: "\r\n")
      let status = lines.first?.split(separator: " ").dropFirst().first
      let pairs = lines.dropFirst().map { $0.split(separator: ":", maxSplits: 1) }
      return Answer(
        status: status.flatMap { Int($0) } ?? 0,
        fields: Dictionary(
          pairs.map { ($0[0].lowercased(), $0[1].trimmingCharacters(in: .whitespaces)) }, uniquingKeysWith: { $1 }),
        body: parts.count > 1 ? parts[1] : "")
    }

    /// Stops the service with a signal, as a supervisor would.
    func stop() throws -> Command.Result {
      service.send(SIGTERM)
      return try service.end(within: 20)
    }
  }

  @Test(.enabled(if: Command.exists("curl"), "curl is not installed"))
  func `a service answers in the caller's language, follows releases, and stops on a signal`() throws {
    let site = try Site()
    for (field, language, direction, title) in [
      ("en-GB,en;q=0.8", "en", "ltr", "Insufficient balance"), ("ar-SA,en;q=0.5", "ar", "rtl", "الرصيد غير كافٍ"),
      ("zh-CN,zh;q=0.9", "zh-Hans", "ltr", "余额不足"), ("zh-TW", "en", "ltr", "Insufficient balance"),
      ("", "en", "ltr", "Insufficient balance"), ("junk;;q=,\u{FF}\u{202E}, ar", "ar", "rtl", "الرصيد غير كافٍ"),
      (String(repeating: "xx-XX;q=0.1,", count: 60) + "zh", "zh-Hans", "ltr", "余额不足"),
    ] {
      let answer = try site.ask("/payments/7", field)
      #expect(answer.status == 422)
      #expect(answer.fields["content-type"] == "application/problem+json")
      #expect(answer.fields["content-language"] == language, "\(field)")
      #expect(answer.fields["vary"] == "Accept-Language")
      let members = try answer.members
      #expect(members["title"] as? String == title)
      #expect(members["direction"] as? String == direction)
      #expect(members["code"] as? Int == 1402)
      #expect(members["type"] as? String == "/status-codes/1402")
      #expect(members["instance"] as? String == "/payments/7")
    }
    #expect(try site.ask("/payments/7", "de", "ar").fields["content-language"] == "ar", "two lines are one list")
    try answersAboutCodes(site)
    try followsReleases(site)
    let end = try site.stop()
    #expect(end.status == 0, "\(end.error)")
  }

  private func answersAboutCodes(_ site: Site) throws {
    let code = try site.ask("/status-codes/1402", "zh")
    #expect(code.status == 200)
    #expect(code.fields["content-language"] == "zh-Hans")
    #expect(try code.members["symbol"] as? String == "INSUFFICIENT_BALANCE")
    #expect(try code.members["text"] as? String == "余额不足")
    let category = try site.ask("/status-codes?category=payment", "ar")
    let codes = try JSONSerialization.jsonObject(with: Data(category.body.utf8)) as? [[String: any Sendable]]
    #expect(codes?.isEmpty == false)
    #expect(codes?.allSatisfy { $0["category"] as? String == "payment" && $0["language"] as? String == "ar" } == true)
    for path in ["/status-codes/99999", "/status-codes/x", "/status-codes?category=none", "/status-codes", "/none"] {
      let answer = try site.ask(path, "ar")
      #expect(answer.status == 404, "\(path)")
      #expect(answer.fields["content-type"] == "application/problem+json")
      #expect(try answer.members["type"] as? String == "about:blank")
    }
    #expect(try site.ask("/healthz").members["release"] as? String == "1.0")
  }

  private func followsReleases(_ site: Site) throws {
    try site.point(to: "2.0/registry-2.0.db")
    try site.waitUntil { try site.ask("/payments/7", "ar").members["title"] as? String == "رصيدك لا يكفي" }
    #expect(try site.ask("/healthz").members["release"] as? String == "2.0")
    try Data("no snapshot".utf8).write(to: URL(filePath: site.folder.file("bad.db")))
    try site.point(to: "bad.db")
    try site.waitUntil { site.log.contains("bad.db") || site.log.contains("current.db is not a SQLite database") }
    #expect(try site.ask("/payments/7", "ar").members["title"] as? String == "رصيدك لا يكفي")
    #expect(site.log.contains("serving release 2.0"))
  }
}
