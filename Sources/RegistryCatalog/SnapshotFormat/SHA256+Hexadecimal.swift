import Crypto
import RegistryBytes

extension SHA256 {
  /// Returns the SHA-256 of bytes in lower-case hexadecimal.
  package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    SHA256.hash(data: Array(bytes)).hexadecimal
  }
}

extension Sequence<UInt8> {
  /// The bytes in lower-case hexadecimal, two digits each.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension DatabaseImage {
  /// The SHA-256 of the image in lower-case hexadecimal.
  package var sha256: String {
    var hash = SHA256()
    withBytes { hash.update(bufferPointer: $0) }
    return hash.finalize().hexadecimal
  }
}
