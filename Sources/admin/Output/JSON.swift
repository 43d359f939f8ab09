import FoundationEssentials

/// A JSON value.
enum JSON: Encodable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number from 0 to 1, shown with three decimals.
  case share(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(_ value: String?) { self = value.map(JSON.string) ?? .null }
  init(_ value: Int?) { self = value.map(JSON.integer) ?? .null }
  init(_ value: Bool?) { self = value.map(JSON.bool) ?? .null }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .share(let value): try container.encode((value * 1_000).rounded() / 1_000)
    case .string(let value): try container.encode(value)
    case .array(let values): try container.encode(values)
    case .object(let members): try container.encode(members)
    }
  }

  /// The JSON text with sorted keys, on one line without a line break. Strings are not escaped more than necessary.
  var compact: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Encoding never fails, because every case is encodable.
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The JSON text with sorted keys, on one line. Controls and bidi controls are escaped as `\u` and four
  /// hexadecimal digits, so that the output cannot affect a terminal; every parser returns the same strings.
  var document: String {
    let text = compact
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isControlForDisplay {
        let digits = String(scalar.value, radix: 16)
        escaped.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
      } else {
        escaped.append(scalar)
      }
    }
    return String(escaped) + "\n"
  }
}
