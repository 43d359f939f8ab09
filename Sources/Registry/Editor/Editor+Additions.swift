import RegistryCatalog

/// A code to add, with its text in the source language.
public struct CodeEntry: Sendable {
  /// The code. The key of its category can be in any case.
  public let code: StatusCode
  /// The text in the source language.
  public let text: String

  /// Creates an entry from its parts.
  public init(code: StatusCode, text: String) {
    self.code = code
    self.text = text
  }
}

extension Editor {
  /// Adds the codes of many lines, all or none.
  ///
  /// A code can be replaced by a code of an earlier line. A line whose code this actor has already added, and which
  /// nobody has changed since, changes nothing.
  ///
  /// - Parameter lines: Passes the number of every line to the closure that it receives, with the entry of the line, or
  ///   the error of a line that cannot be read.
  /// - Returns: The counts.
  /// - Throws: `RegistryError.Code.invalidRows`, with every line that cannot be read or whose code
  ///   ``addCode(_:text:)`` would refuse, or whose number or symbol an earlier line has; the error that `lines` throws.
  public func addCodes(
    _ lines: (
      _ body: (Int, Result<CodeEntry, RegistryError>) throws(RegistryError) -> Void
    ) throws(RegistryError) -> Void
  ) throws(RegistryError) -> LineCounts {
    // Read once: every line needs them.
    let categories = Dictionary(try registry.categories().map { ($0.value.key, $0.value) }) { first, _ in first }
    let source = try registry.sourceLanguage()
    let formerHolders = try registry.formerHolders(of: nil)
    var edits = LineEdits()
    var lineOfNumber: [Int: Int] = [:]
    var lineOfSymbol: [String: Int] = [:]
    try lines { (line, entry) throws(RegistryError) in
      try edits.take(line) { () throws(RegistryError) in
        let entry = try entry.get()
        let code = entry.code
        let sameNumber = lineOfNumber.updateValue(line, forKey: code.number)
        let sameSymbol = lineOfSymbol.updateValue(line, forKey: code.symbol)
        if let first = sameNumber {
          throw RegistryError(.alreadyExists, "The number \(code.number) is already in line \(first).")
        }
        if let first = sameSymbol {
          throw RegistryError(.alreadyExists, "The symbol \(code.symbol) is already in line \(first).")
        }
        guard let category = categories[code.category.lowercased()] else {
          throw RegistryError(
            .categoryNotFound, "The registry has no category '\(code.category)'.", .chooseFrom(categories.keys.sorted())
          )
        }
        return try add(
          code, text: entry.text, in: category, source: source, suggestsNumber: false,
          formerHolders: formerHolders
        ).isNew
      }
    }
    return try edits.result()
  }
}
