import Registry

/// How a console runs.
public struct ConsoleConfiguration: Sendable {
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

  /// The registry's file.
  public var registry: RegistryPath
  /// The port on the loopback interface; 0 for a free one.
  public var port: Int
  /// The name of the person who started the console, who may sign in with a link.
  public var person: String
  /// The proxy that names the person of each request; nil when people sign in with a link.
  public var proxy: TrustedProxy?

  /// Creates a configuration from its parts.
  public init(registry: RegistryPath, port: Int, person: String, proxy: TrustedProxy? = nil) {
    self.registry = registry
    self.port = port
    self.person = person
    self.proxy = proxy
  }
}
