import RegistryCatalog

/// The result of editing many lines.
public struct LineCounts: Sendable, Equatable {
  /// The number of lines that changed something.
  public internal(set) var changed = 0
  /// The number of lines that were already so. They are not recorded in the history.
  public internal(set) var unchanged = 0
}

/// The edits of the lines of a file, all or none. Every line is tried, so that every bad one is named.
///
/// ```swift
/// var edits = LineEdits()
/// for (line, language) in languages {
///   try edits.take(line) { () throws(RegistryError) in
///     try editor.addLanguage(language)
///     return true
///   }
/// }
/// return try edits.result()
/// ```
public struct LineEdits {
  private var counts = LineCounts()
  private var refused: [RegistryError.RefusedLine] = []

  /// Creates the edits of a file without lines.
  public init() {}

  /// Makes the edit of one line.
  ///
  /// - Parameters:
  ///   - line: The number of the line, counted from 1.
  ///   - edit: Makes the edit, and returns whether it changed anything.
  /// - Throws: The error that `edit` throws, unless it is about the line.
  public mutating func take(_ line: Int, _ edit: () throws(RegistryError) -> Bool) throws(RegistryError) {
    do throws(RegistryError) {
      if try edit() { counts.changed += 1 } else { counts.unchanged += 1 }
    } catch {
      refused.append(try RegistryError.RefusedLine(line: line, refusing: error))
    }
  }

  /// Returns the counts when every line was good. Call this inside the operation, so that it fails otherwise.
  ///
  /// - Throws: `RegistryError.Code.invalidRows`, with every line whose edit was refused.
  public func result() throws(RegistryError) -> LineCounts {
    let seen = counts.changed + counts.unchanged + refused.count
    if !refused.isEmpty { throw RegistryError(refusing: refused, of: seen) }
    return counts
  }
}

extension RegistryError.RefusedLine {
  /// Creates the refusal of a line when its error is about the line.
  ///
  /// - Throws: The error, when it is about the registry or the system.
  init(line: Int, refusing error: RegistryError) throws(RegistryError) {
    guard [.invalid, .notFound].contains(error.code.kind) else { throw error }
    self.init(line: line, error)
  }
}

extension RegistryError {
  /// Creates the error of a file with lines that are refused.
  init(refusing lines: [RefusedLine], of count: Int) {
    self.init(
      .invalidRows, "\(lines.count) of \(count) lines cannot be imported; nothing was changed.", .correctLines,
      details: .lines(lines))
  }
}
