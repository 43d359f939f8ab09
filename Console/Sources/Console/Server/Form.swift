import Hummingbird
import NIOCore

/// The fields of a form, each given once.
struct Form: Sendable {
  /// The largest size of a form in bytes. A character has up to twelve bytes in a form, and the page of a code sends
  /// every text twice, so that texts of 4,000 characters in three languages have at most 288,000.
  static let maximumSize = 327_680
  /// The largest size of a form that was kept, which has a few more fields.
  static let keptSize = maximumSize + 2_048

  private var fields: [(name: String, value: String)] = []

  /// An empty form.
  init() {}

  /// Reads a form in the type `application/x-www-form-urlencoded`.
  ///
  /// - Throws: `HTTPError` when the bytes are not such a form, or a field is given twice.
  init(_ bytes: ByteBuffer) throws {
    let parts = bytes.readableBytesView.split(separator: UInt8(ascii: "&"))
    guard parts.count <= 1_000 else { throw HTTPError(.badRequest) }
    var names: Set<String> = []
    for part in parts {
      let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(pair[0]), let value = Self.decoded(pair.count > 1 ? pair[1] : []),
        names.insert(name).inserted
      else { throw HTTPError(.badRequest) }
      fields.append((name, value))
    }
  }

  /// Reads the form of a request.
  init(of request: Request) async throws {
    var request = request
    try await self.init(reading: &request)
  }

  /// Reads the form of a request, which keeps it for other readers.
  ///
  /// - Throws: `HTTPError` when the request has another type, or is too large.
  init(reading request: inout Request) async throws {
    guard Self.isForm(request) else { throw HTTPError(.unsupportedMediaType) }
    let bytes = try await request.collectBody(upTo: Self.keptSize)
    try self.init(bytes)
    guard bytes.readableBytes <= Self.maximumSize || KeptForm.isKept(self) else { throw HTTPError(.contentTooLarge) }
  }

  /// Returns whether a request has the type of a form.
  static func isForm(_ request: Request) -> Bool {
    request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true
  }

  /// Returns the value of a field; nil when it is not given.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The fields in the order of the form.
  var all: [(name: String, value: String)] { fields }

  /// Decodes percent-encoding and `+` as strict UTF-8; returns nil for anything else.
  static func decoded(_ bytes: some Sequence<UInt8>) -> String? {
    var decoded: [UInt8] = []
    var iterator = bytes.makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = iterator.next().flatMap(hexadecimal), let low = iterator.next().flatMap(hexadecimal)
        else { return nil }
        decoded.append(high << 4 | low)
      default: decoded.append(byte)
      }
    }
    return String(validating: decoded, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
