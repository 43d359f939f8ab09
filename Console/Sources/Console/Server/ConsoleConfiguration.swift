import HTTPTypes
import Registry

/// How a console runs.
public struct ConsoleConfiguration: Sendable {
  /// Where the console listens.
  public enum Listener: Sendable, Equatable {
    /// A port on the loopback interface; 0 for a free one.
    case loopback(host: String, port: Int)
    /// A Unix domain socket, for a reverse proxy that runs as the same user, or as a member of the group.
    case socket(path: String, group: String?)
  }

  /// A proxy in front of the console that signs people in.
  public struct TrustedProxy: Sendable, Equatable {
    /// The header field in which the proxy names the person, such as `X-Remote-User`.
    public let userField: String
    /// The address of the console for browsers, such as `https://codes.example.org`.
    public let publicURL: String

    /// Creates a proxy from its parts.
    public init(userField: String, publicURL: String) {
      self.userField = userField
      self.publicURL = publicURL
    }
  }

  /// A way to run a console that would be dangerous, or cannot be.
  public struct Refusal: Error, Sendable, Equatable {
    /// Why it is refused.
    public let message: String
  }

  /// The registry's file.
  public var registry: RegistryPath
  /// Where the console listens.
  public var listener: Listener
  /// The name of the person who started the console, who may sign in with a link.
  public var person: String
  /// The proxy that names the person of each request; nil when people sign in with a link.
  public var proxy: TrustedProxy?

  /// Creates a configuration from its parts.
  public init(registry: RegistryPath, listener: Listener, person: String, proxy: TrustedProxy? = nil) {
    self.registry = registry
    self.listener = listener
    self.person = person
    self.proxy = proxy
  }

  /// The names of this machine for itself.
  static let loopbackHosts = ["127.0.0.1", "localhost", "::1"]
  /// Fields that browsers send themselves, so that whoever uses one could name anybody.
  private static let fieldsOfBrowsers: Set<String> = [
    "authorization", "cookie", "host", "origin", "referer", "user-agent", "from", "date", "connection", "upgrade",
    "te", "trailer", "transfer-encoding", "x-requested-with",
  ]

  /// Requires that the console can run so without danger.
  ///
  /// - Throws: `Refusal` with the reason.
  public func validate() throws(Refusal) {
    switch listener {
    case .loopback(let host, let port):
      guard Self.loopbackHosts.contains(host) else {
        throw Refusal(
          message: """
            The console listens on this machine only, not on '\(host)': it has no accounts yet, and a link over plain \
            HTTP could be read on the way. Put a reverse proxy with HTTPS in front of it.
            """)
      }
      guard (0...65_535).contains(port) else { throw Refusal(message: "A port is a number from 0 to 65535.") }
    case .socket(let path, _):
      guard proxy != nil else {
        throw Refusal(
          message: "A browser cannot open a socket of the file system. A socket needs the field and URL of a proxy.")
      }
      // The system stores a path of a socket in 108 bytes with a NUL.
      guard (1...107).contains(path.utf8.count) else {
        throw Refusal(message: "The path of a socket has 1 to 107 bytes.")
      }
    }
    if let proxy { try Self.validate(proxy) }
  }

  private static func validate(_ proxy: TrustedProxy) throws(Refusal) {
    guard HTTPField.Name(proxy.userField) != nil else {
      throw Refusal(message: "'\(proxy.userField)' is not the name of a header field.")
    }
    let name = proxy.userField.lowercased()
    guard !fieldsOfBrowsers.contains(name),
      !["sec-", "accept", "content-", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "if-"].contains(
        where: name.hasPrefix)
    else {
      throw Refusal(
        message: """
          \(proxy.userField) is a field that browsers or other proxies send, so whoever sends it could be anybody. \
          Take one that only your proxy sets, such as X-Remote-User.
          """)
    }
    guard let host = authority(of: proxy.publicURL), !host.isEmpty else {
      throw Refusal(
        message:
          "The public URL is the https address by which browsers reach the proxy, such as https://codes.example.org."
      )
    }
  }

  /// Returns the authority of an https address without path and query; nil for every other address.
  static func authority(of url: String) -> String? {
    guard url.hasPrefix("https://") else { return nil }
    var rest = url.dropFirst(8)
    if rest.hasSuffix("/") { rest.removeLast() }
    // Browsers leave the usual port out.
    if rest.hasSuffix(":443") { rest.removeLast(4) }
    let isAuthority = rest.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"),
        UInt8(ascii: "["), UInt8(ascii: "]"):
        true
      default: false
      }
    }
    return isAuthority ? rest.lowercased() : nil
  }
}
