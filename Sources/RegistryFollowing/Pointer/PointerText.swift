import RegistryCatalog

/// The form of a pointer's JSON: one member on each line, in the order of the keys, without escapes.
///
/// Every JSON parser can read it, and so can a few lines of a shell. The form is fixed, so that all programs agree
/// about which pointers are valid: two members with one key, or a number with a fraction, are read differently by
/// different JSON parsers (RFC 8259, sections 4 and 6).
enum PointerText {
  /// The numbers that a pointer may have: those that every JSON parser reads exactly.
  static let numbers = 0...999_999_999_999_999

  enum Value: Equatable {
    case string(String)
    case number(Int)
  }

  /// Returns the text of members.
  static func bytes(of members: [(key: String, value: Value)]) -> [UInt8] {
    let lines = members.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }.map {
      switch $0.value {
      case .string(let text): "  \"\($0.key)\": \"\(text)\""
      case .number(let number): "  \"\($0.key)\": \(number)"
      }
    }
    return Array("{\n\(lines.joined(separator: ",\n"))\n}\n".utf8)
  }

  /// Returns the members of a text; nil when the text has another form.
  static func members(of bytes: some Collection<UInt8>) -> [String: Value]? {
    var lines = Array(bytes).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count >= 4, lines.removeFirst() == Array("{".utf8)[...], lines.removeLast().isEmpty,
      lines.removeLast() == Array("}".utf8)[...]
    else { return nil }
    var members: [String: Value] = [:]
    var before: [UInt8] = []
    for (place, line) in lines.enumerated() {
      var line = line
      if place < lines.count - 1 { guard line.popLast() == UInt8(ascii: ",") else { return nil } }
      guard let (key, value) = member(Array(line)), before.lexicographicallyPrecedes(key) else { return nil }
      members[String(decoding: key, as: UTF8.self)] = value
      before = key
    }
    return members
  }

  private static func member(_ line: [UInt8]) -> (key: [UInt8], value: Value)? {
    let (start, separator) = (Array("  \"".utf8), Array("\": ".utf8))
    guard line.starts(with: start) else { return nil }
    let rest = line.dropFirst(start.count)
    let key = Array(rest.prefix { isKeyByte($0) })
    guard let first = key.first, (0x61...0x7A).contains(first), key.count <= 64,
      rest.dropFirst(key.count).starts(with: separator)
    else { return nil }
    return value(Array(rest.dropFirst(key.count + separator.count))).map { (key, $0) }
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
  }

  private static func value(_ bytes: [UInt8]) -> Value? {
    let quote = UInt8(ascii: "\"")
    if bytes.count >= 2, bytes.first == quote, bytes.last == quote {
      let content = Array(bytes.dropFirst().dropLast())
      return isString(content) ? String(validating: content, as: UTF8.self).map { .string($0) } : nil
    }
    guard (1...15).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }),
      bytes.count == 1 || bytes.first != UInt8(ascii: "0")
    else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self)).map { .number($0) }
  }

  /// Returns whether bytes can be a string: UTF-8, at most 500 bytes, without control characters, `"` and `\`.
  static func isString(_ bytes: [UInt8]) -> Bool {
    bytes.count <= 500 && String(validating: bytes, as: UTF8.self) != nil
      && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
  }
}

extension ChannelPointer {
  /// The number of the format of pointers.
  static let format = 1

  /// The bytes that are signed: a JSON object in the form that `docs/publishing.md` specifies.
  public var json: [UInt8] {
    var members: [(key: String, value: PointerText.Value)] = [
      ("channel", .string(channel)), ("content_digest", .string(contentDigest)), ("contract", .number(contract)),
      ("file_sha256", .string(fileSHA256)), ("format", .number(Self.format)),
      ("issued_at", .string(issuedAt.description)), ("manifest_sha256", .string(manifestSHA256)),
      ("manifest_size", .number(manifestSize)), ("release", .string(release)), ("revision", .number(revision)),
      ("serial", .number(serial)), ("size", .number(size)),
    ]
    if let expiresAt { members.append(("expires_at", .string(expiresAt.description))) }
    if let rollbackReason { members.append(("rollback_reason", .string(rollbackReason))) }
    return PointerText.bytes(of: members)
  }

  /// Reads the JSON of a pointer. Members with other keys are ignored.
  ///
  /// - Parameter bytes: The JSON, without signatures.
  /// - Throws: `RegistryError.Code.invalidPointer` when the bytes do not have the form, or a member is missing or has
  ///   an impossible value; `RegistryError.Code.newerSchema` when its format is not that of this build.
  public init(parsing bytes: some Collection<UInt8>) throws(RegistryError) {
    guard let members = PointerText.members(of: bytes) else {
      throw Self.invalid("it does not have the form of one")
    }
    let values = PointerValues(members: members)
    let format = try values.number("format")
    guard format == Self.format else {
      throw RegistryError(
        .newerSchema, "The pointer has format \(format); this build reads format \(Self.format).", .upgrade)
    }
    let release = try values.string("release") { SnapshotInfo.isReleaseName($0) }
    self.init(
      channel: try values.string("channel", Self.isChannelName), serial: try values.number("serial", from: 1),
      issuedAt: try values.time("issued_at"), expiresAt: try values.optionalTime("expires_at"),
      rollbackReason: try values.optionalString("rollback_reason") { !$0.isEmpty }, release: release,
      revision: try values.number("revision"), contract: try values.number("contract", from: 1),
      contentDigest: try values.string("content_digest") {
        $0.utf8.starts(with: "sha256:".utf8) && SHA256Text.isHexadecimal($0.utf8.dropFirst(7))
      },
      size: try values.number("size", from: 1, to: 2_147_483_647),
      fileSHA256: try values.string("file_sha256") { SHA256Text.isHexadecimal($0.utf8) },
      manifestSize: try values.number("manifest_size", from: 1, to: 1_048_576),
      manifestSHA256: try values.string("manifest_sha256") { SHA256Text.isHexadecimal($0.utf8) })
  }

  static func invalid(_ reason: String) -> RegistryError {
    RegistryError(.invalidPointer, "This is no pointer of a channel: \(reason).")
  }
}

/// The members of a pointer, each read with its rule.
private struct PointerValues {
  let members: [String: PointerText.Value]

  func number(
    _ key: String, from first: Int = 0, to last: Int = PointerText.numbers.upperBound
  ) throws(RegistryError) -> Int {
    guard case .number(let number) = members[key], (first...last).contains(number) else { throw wrong(key) }
    return number
  }

  func string(_ key: String, _ isValid: (String) -> Bool) throws(RegistryError) -> String {
    guard case .string(let text) = members[key], isValid(text) else { throw wrong(key) }
    return text
  }

  func optionalString(_ key: String, _ isValid: (String) -> Bool) throws(RegistryError) -> String? {
    members[key] == nil ? nil : try string(key, isValid)
  }

  /// A time from the year 2000 on: ssh-keygen knows no time before 1970, and a clock that is not set is there.
  func time(_ key: String) throws(RegistryError) -> Timestamp {
    let text = try string(key) { $0 >= "2000" && Timestamp.isCanonical($0) }
    guard let time = Timestamp(text) else { throw wrong(key) }
    return time
  }

  func optionalTime(_ key: String) throws(RegistryError) -> Timestamp? {
    members[key] == nil ? nil : try time(key)
  }

  private func wrong(_ key: String) -> RegistryError {
    ChannelPointer.invalid(members[key] == nil ? "\(key) is missing" : "\(key) has an impossible value")
  }
}
