import Foundation
import RegistryTestSupport
import Testing

/// The console is a program of its own, so that neither the libraries nor `admin` contain a web server.
@Suite struct ConsoleLinkageTests {
  /// The mangled names of modules of SwiftNIO and Hummingbird, and the names of their C functions.
  private static let web = #"\$s(7NIOCore|8NIOPosix|7NIOHTTP1|11Hummingbird)|CNIO|c_nio_"#
  /// The same of async-http-client and what only it needs.
  private static let client = #"\$s(15AsyncHTTPClient|6NIOSSL|8NIOHTTP2)|CNIOBoringSSL_"#

  /// Returns the packages that were resolved for the last build of a package. `swift package show-dependencies` would
  /// wait for the build that runs the tests.
  private static func packages(_ folder: String) throws -> Set<String> {
    struct Resolved: Decodable {
      struct Pin: Decodable { let identity: String }
      let pins: [Pin]
    }
    let file = try Data(contentsOf: URL(filePath: "\(folder)/Package.resolved"))
    return Set(try JSONDecoder().decode(Resolved.self, from: file).pins.map(\.identity))
  }

  /// Returns the number of symbols of a program, and of those that match a pattern.
  private static func symbols(of program: String, _ marks: String) throws -> (all: Int, found: Int) {
    let list = #"set -o pipefail; nm -a "$1" >symbols && wc -l <symbols && { grep -cE "$2" symbols || true; }"#
    let folder = try TemporaryFolder()
    let result = try Command("bash", ["-c", list, "bash", program, marks], in: folder.path).run()
    let counts = result.output.split(separator: "\n").compactMap { Int($0) }
    try #require(result.status == 0 && counts.count == 2, "\(result.output)\(result.error)")
    return (counts[0], counts[1])
  }

  @Test func `the package of the registry and admin does not resolve a web server`() throws {
    let ours = try Self.packages(Command.package)
    #expect(ours.contains("swift-crypto") && ours.contains("swift-argument-parser"))
    let web = ["swift-nio", "swift-nio-extras", "hummingbird", "swift-http-types", "swift-log", "async-http-client"]
    #expect(ours.isDisjoint(with: web), "\(ours)")
    #expect(Set(web).isSubset(of: try Self.packages(Command.package + "/Console")))
  }

  @Test(.enabled(if: Command.exists("nm"), "nm is not installed"))
  func `admin contains no symbol of a web server, and the console does`() throws {
    let admin = try Self.symbols(of: Command.products + "/admin", Self.web)
    #expect(admin.all > 1_000 && admin.found == 0)
    #expect(try Self.symbols(of: ConsoleSite.built(), Self.web).found > 1_000)
  }

  @Test(.enabled(if: Command.exists("nm"), "nm is not installed"))
  func `only the example of a service contains an HTTP client`() throws {
    #expect(try Self.symbols(of: Command.products + "/admin", Self.client).found == 0)
    #expect(try Self.symbols(of: ConsoleSite.built(), Self.client).found == 0)
    #expect(try Self.symbols(of: ConsoleSite.built("http-service"), Self.client).found > 1_000)
  }

  @Test func `no file of the registry and admin imports a module of the console's packages`() throws {
    for file in try SourceFile.all(in: "Sources") {
      let web = file.imports.filter { $0.hasPrefix("NIO") || $0.hasPrefix("Hummingbird") || $0.contains("HTTP") }
      #expect(web.isEmpty, "\(file.path) imports \(web)")
    }
  }
}
