extension MessagePattern {
  /// Returns the text with its arguments inserted and its quotes resolved.
  ///
  /// Each value is isolated (UAX #9, section 2.4), so that an amount in an Arabic sentence keeps its order. Values are
  /// never parsed as patterns.
  ///
  /// - Parameter arguments: The values by argument name, as they should be displayed. Values that the pattern does not
  ///   use are ignored.
  /// - Returns: The text, with each value between U+2068 and U+2069.
  /// - Throws: ``MessageFormatError`` with the code ``MessageFormatError/Code/missingArgument`` and the names of all
  ///   arguments without a value.
  public func format(_ arguments: [String: String] = [:]) throws(MessageFormatError) -> String {
    let missing = self.arguments.filter { arguments[$0] == nil }
    guard missing.isEmpty else {
      let names = missing.map { "{\($0)}" }.joined(separator: ", ")
      throw MessageFormatError(.missingArgument, "The text needs \(names).", arguments: missing)
    }
    return parts.map { part in
      switch part {
      case .literal(let text): text
      case .argument(let name): BidiIsolation.isolated(arguments[name] ?? "")
      }
    }.joined()
  }
}
