import Crypto
import RegistryCatalog

/// SHA-256 in lower-case hexadecimal.
package enum SHA256Text {
  package static func hexadecimal(of bytes: [UInt8]) -> String { SHA256.hexadecimal(bytes) }

  /// Returns whether bytes are 64 lower-case hexadecimal digits.
  static func isHexadecimal(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count == 64 && bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
