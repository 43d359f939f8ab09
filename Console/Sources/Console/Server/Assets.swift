import Crypto
import HTTPTypes
import Hummingbird
import NIOCore

/// A file that is a part of the program.
struct Asset: Sendable {
  /// The path, which contains the digest of the bytes. So browsers may keep the file for ever.
  let path: String
  private let type: String
  private let bytes: [UInt8]

  fileprivate init(_ bytes: [UInt8], _ ending: String, type: String) {
    let digest = SHA256.hash(data: bytes).prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    path = "/-/assets/\(digest).\(ending)"
    self.type = type
    self.bytes = bytes
  }

  /// The answer to a request for the file.
  var response: Response {
    Response(
      status: .ok, headers: [.contentType: type, .cacheControl: "public, max-age=31536000, immutable"],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

/// The style, the script and the icon.
enum Assets {
  static let style = Asset(PackageResources.console_css, "css", type: "text/css; charset=utf-8")
  static let script = Asset(PackageResources.console_js, "js", type: "text/javascript; charset=utf-8")
  static let icon = Asset(
    Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0b5394"/>\
      <path d="M4 5h8M4 8h8M4 11h5" stroke="#fff" stroke-width="1.6"/></svg>
      """.utf8), "svg", type: "image/svg+xml")
  static let all = [style, script, icon]
}
