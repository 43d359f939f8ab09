import FoundationEssentials

/// Base64 (RFC 4648, section 4) in the one form that encoders produce, so that no two texts mean the same bytes.
package enum Base64 {
  /// Returns the bytes of a text; nil when encoding them does not give the text again.
  static func bytes(_ text: some Collection<UInt8>) -> [UInt8]? {
    let text = Data(text)
    guard let data = Data(base64Encoded: text), data.base64EncodedData() == text else { return nil }
    return Array(data)
  }

  package static func text(_ bytes: some Collection<UInt8>) -> String { Data(bytes).base64EncodedString() }
}
