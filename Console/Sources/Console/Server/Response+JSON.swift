import FoundationEssentials
import Hummingbird

extension Response {
  /// Creates an answer for the script of a page.
  init(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let body = ByteBuffer(bytes: try encoder.encode(value))
    self.init(status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: body))
  }
}
