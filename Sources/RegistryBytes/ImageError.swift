/// An error in the structure of a database image.
package struct ImageError: Error, Sendable, Equatable {
  /// What is wrong, without a period at the end.
  package let message: String

  init(_ message: String) { self.message = message }

  static func malformedPage(_ number: Int) -> ImageError { ImageError("page \(number) is malformed") }
}
