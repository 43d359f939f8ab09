import RegistryCatalog

/// One consistent state of a registry, to be read with as many calls as it takes.
///
/// It lives inside the `read` of a ``RegistryStore`` and is of no use after it:
///
/// ```swift
/// let (codes, languages) = try store.read { registry in
///   (try registry.codes(), try registry.languages())
/// }
/// ```
///
/// An ``Editor`` has one as its ``Editor/registry``, which sees the edits made so far.
public final class RegistryReader {
  let database: Database

  init(_ database: Database) { self.database = database }
}

/// A value as it is stored, with the operation that last changed its row.
public struct Revised<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// The number of the operation that last changed the row. Give it back with an edit, so that nobody's work is
  /// overwritten.
  public let revision: Int

  /// Creates a value with its revision.
  public init(_ value: Value, revision: Int) {
    self.value = value
    self.revision = revision
  }
}

extension Revised: Equatable where Value: Equatable {}
