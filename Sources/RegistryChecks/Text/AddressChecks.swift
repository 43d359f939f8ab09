import RegistryCatalog

/// The checks of web and e-mail addresses, which a translation keeps.
enum AddressChecks {
  static let all = [urls, emails]

  private static let urls = TextCheck(
    "changed-url", .warning, .text, "a web address that is not the one of the source text"
  ) { comparison, faults in
    compare(comparison, "web", Address.urls, isSame: Address.isSameURL, &faults)
  }

  private static let emails = TextCheck(
    "changed-email", .warning, .text, "an e-mail address that is not the one of the source text"
  ) { comparison, faults in
    compare(comparison, "e-mail", Address.emails, isSame: { $0.lowercased() == $1.lowercased() }, &faults)
  }

  private static func compare(
    _ comparison: Comparison, _ kind: String, _ find: ([Unicode.Scalar]) -> [Address],
    isSame: (String, String) -> Bool, _ faults: inout [Fault]
  ) {
    comparison.eachLeaf { leaf, source in
      guard let source, leaf.traits.union(source.traits).contains(.address) else { return }
      var wanted = find(source.scalars).map(\.text)
      var others: [Address] = []
      for address in find(leaf.scalars) {
        if let same = wanted.firstIndex(where: { isSame($0, address.text) }) {
          wanted.remove(at: same)
        } else {
          others.append(address)
        }
      }
      for address in others {
        let known = find(source.scalars).contains { isSame($0.text, address.text) }
        if known { continue }
        let only = wanted.count == 1 ? wanted.removeFirst() : nil
        faults.append(
          Fault(
            range: leaf.stored(address.range),
            message: "The source text has no \(kind) address \(address.text).", suggestion: only))
      }
      for text in wanted {
        faults.append(
          Fault(
            range: nil, message: "The text lacks the \(kind) address \(text) of its source text.",
            values: [.address: text]))
      }
    }
  }
}

/// A web or e-mail address in a text.
struct Address {
  let text: String
  let range: Range<Int>

  /// Returns the web addresses of a text: those with a scheme, and those that begin with `www.`.
  static func urls(in scalars: [Unicode.Scalar]) -> [Address] {
    tokens(of: scalars).compactMap { token in
      let text = scalars[token].text
      let lowercased = text.lowercased()
      return lowercased.contains("://") || lowercased.hasPrefix("www.") ? Address(text: text, range: token) : nil
    }
  }

  /// Returns the e-mail addresses of a text.
  static func emails(in scalars: [Unicode.Scalar]) -> [Address] {
    tokens(of: scalars).compactMap { token in
      let text = scalars[token].text
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, !text.contains("://"), parts[1].contains("."), !parts[0].isEmpty else { return nil }
      return Address(text: text, range: token)
    }
  }

  /// Returns runs of characters that addresses have, without marks of the sentence around them.
  private static func tokens(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      guard isOfAddress(scalars[index]) else {
        index += 1
        continue
      }
      var (start, end) = (index, index)
      while end < scalars.count, isOfAddress(scalars[end]) { end += 1 }
      index = end
      while start < end, !scalars[start].isASCIIAlphanumeric { start += 1 }
      while start < end, !scalars[end - 1].isASCIIAlphanumeric, scalars[end - 1] != "/" { end -= 1 }
      if end > start { tokens.append(start..<end) }
    }
    return tokens
  }

  private static func isOfAddress(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\u{FFFC}" { return true }
    guard scalar.value > 0x20, scalar.value < 0x7F else { return false }
    switch scalar {
    case "\"", "'", "<", ">", "(", ")", "{", "}", "|", "\\", "^", "`", "[", "]", ",": return false
    default: return true
    }
  }

  /// Returns whether two web addresses lead to the same page, which may have a version for each language.
  static func isSameURL(_ first: String, _ second: String) -> Bool {
    first == second || neutral(first) == neutral(second)
  }

  private static func neutral(_ address: String) -> [Substring] {
    var parts = address.split(separator: "/")
    for index in parts.indices.dropFirst(2) where isLanguage(parts[index]) { parts[index] = "" }
    // A host such as ar.example.com has the language first.
    if parts.count > 1 {
      var labels = parts[1].split(separator: ".")
      if labels.count > 2, isLanguage(labels[0]) { labels.removeFirst() }
      parts[1] = Substring(labels.joined(separator: ".").lowercased())
    }
    return parts.filter { !$0.isEmpty }
  }

  private static func isLanguage(_ part: Substring) -> Bool {
    let subtags = part.split { $0 == "-" || $0 == "_" }
    guard let first = subtags.first, first.utf8.count == 2, first.allSatisfy(\.isLetter) else { return false }
    return subtags.count <= 2 && subtags.dropFirst().allSatisfy { (2...4).contains($0.utf8.count) }
  }
}
