/// The credentials of an object store with the interface of S3, from the usual variables of the environment.
struct S3Signing {
  private let region: String
  private let keyID: String
  private let secret: String
  private let session: String?

  /// Reads the environment; nil when it has no credentials, so that requests are sent unsigned.
  init?() {
    guard let keyID = ProcessBytes.environment("AWS_ACCESS_KEY_ID"),
      let secret = ProcessBytes.environment("AWS_SECRET_ACCESS_KEY")
    else { return nil }
    (self.keyID, self.secret) = (keyID, secret)
    region = Self.region
    session = ProcessBytes.environment("AWS_SESSION_TOKEN")
  }

  /// The region: `$AWS_REGION`, else `$AWS_DEFAULT_REGION`, else `us-east-1`.
  private static var region: String {
    ProcessBytes.environment("AWS_REGION") ?? ProcessBytes.environment("AWS_DEFAULT_REGION") ?? "us-east-1"
  }

  /// The options of curl.
  var options: [(String, String?)] {
    [("aws-sigv4", "aws:amz:\(region):s3"), ("user", "\(keyID):\(secret)")]
      + (session.map { [("header", "x-amz-security-token: \($0)")] } ?? [])
  }

  /// Returns the address of a bucket: below `$AWS_ENDPOINT_URL_S3` or `$AWS_ENDPOINT_URL` when one is set, else at AWS.
  static func address(ofBucket bucket: String) -> String {
    let endpoint = ProcessBytes.environment("AWS_ENDPOINT_URL_S3") ?? ProcessBytes.environment("AWS_ENDPOINT_URL")
    guard let endpoint else { return "https://\(bucket).s3.\(region).amazonaws.com" }
    return (endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint) + "/\(bucket)"
  }
}
