import Registry

/// The encoding of a text file, which its byte order mark names. A file without a mark is UTF-8.
enum TextEncoding: Sendable, Equatable {
  case utf8
  case utf16(isBigEndian: Bool)

  /// Recognizes the byte order mark.
  ///
  /// - Parameter head: The first bytes of the file.
  /// - Returns: The encoding, and the length of the mark in bytes.
  static func detected(in head: ArraySlice<UInt8>) -> (encoding: TextEncoding, mark: Int) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16(isBigEndian: false), 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
    return (.utf8, 0)
  }

  /// Decodes the bytes of one line. The bytes of a UTF-16 file have passed through a `UTF16Decoder`.
  ///
  /// - Throws: `RegistryError` with the code `invalidText`, and the offset in the line of the first byte that is not
  ///   text, counted from 0.
  func requireText(_ line: ArraySlice<UInt8>) throws(RegistryError) {
    if let nul = line.firstIndex(of: 0) {
      let offset = offset(of: String(decoding: line[..<nul], as: UTF8.self))
      throw RegistryError(.invalidText, "The line has a NUL, which no text has: byte \(offset).", .saveAsUTF8)
    }
    guard String(validating: line, as: UTF8.self) == nil else { return }
    switch self {
    case .utf8: _ = try TextRules.decode(Array(line))
    case .utf16:
      let valid = line.prefix { $0 != UTF16Decoder.invalid }
      throw RegistryError(
        .invalidText,
        "The text is not UTF-16: byte \(offset(of: String(decoding: valid, as: UTF8.self))) is invalid.", .saveAsUTF8)
    }
  }

  /// The number of bytes that a text has in this encoding.
  private func offset(of text: String) -> Int { self == .utf8 ? text.utf8.count : 2 * text.utf16.count }
}

/// Turns UTF-16, which arrives in parts, into UTF-8.
struct UTF16Decoder {
  let isBigEndian: Bool
  /// The first byte of a code unit whose second byte has not arrived.
  private var byte: UInt8?
  /// The first half of a surrogate pair whose second half has not arrived.
  private var high: UInt16?

  /// The byte that stands for a half of a surrogate pair, or of a code unit, that is alone. UTF-8 never has it.
  static let invalid: UInt8 = 0xFF

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  /// Returns the UTF-8 of a part.
  mutating func decode(_ part: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(part.count * 3 / 2)
    for next in part {
      guard let first = byte else {
        byte = next
        continue
      }
      byte = nil
      take(isBigEndian ? UInt16(first) << 8 | UInt16(next) : UInt16(next) << 8 | UInt16(first), into: &decoded)
    }
    return decoded
  }

  /// Returns the UTF-8 of what is left at the end of the file.
  mutating func end() -> [UInt8] {
    defer { (byte, high) = (nil, nil) }
    return (high == nil ? [] : [Self.invalid]) + (byte == nil ? [] : [Self.invalid])
  }

  private mutating func take(_ unit: UInt16, into decoded: inout [UInt8]) {
    if let first = high {
      high = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x1_0000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF))
        if let scalar = Unicode.Scalar(value) { decoded += UTF8.encode(scalar) ?? .init() }
        return
      }
      decoded.append(Self.invalid)
    }
    if UTF16.isLeadSurrogate(unit) {
      high = unit
    } else if let scalar = Unicode.Scalar(unit), let encoded = UTF8.encode(scalar) {
      decoded += encoded
    } else {
      decoded.append(Self.invalid)
    }
  }
}
