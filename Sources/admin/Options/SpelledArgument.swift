import ArgumentParser
import Registry

/// A value on the command line that has a form of its own. The error about a wrong one describes the form.
///
/// ```swift
/// @Option(transform: spelled) var since: SinceArgument?
/// ```
protocol SpelledArgument {
  /// What to write, as a sentence.
  static var form: String { get }

  init?(argument: String)
}

/// Reads a value that has a form of its own.
@Sendable func spelled<Value: SpelledArgument>(_ text: String) throws -> Value {
  guard let value = Value(argument: text) else { throw UnknownForm(description: Value.form) }
  return value
}

/// Reads a whole number, in the digits of any script.
@Sendable func number(_ text: String) throws -> Int {
  guard let number = Int(DecimalDigits.ascii(in: text)) else {
    throw UnknownForm(description: "Write a number, such as 12.")
  }
  return number
}

/// The error of ``spelled(_:)``. ArgumentParser adds its description to the message.
struct UnknownForm: Error, CustomStringConvertible {
  let description: String
}
