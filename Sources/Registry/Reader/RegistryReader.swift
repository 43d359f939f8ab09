import RegistryCatalog

/// A reader of one consistent state of a registry.
///
/// Use it only inside the closure that is passed to `read` of a ``RegistryStore``:
///
/// ```swift
/// let (codes, languages) = try store.read { registry in
///   (try registry.codes(), try registry.languages())
/// }
/// ```
///
/// The property ``Editor/registry`` of an ``Editor`` is a reader that returns the edits made so far.
public final class RegistryReader {
  let database: Database

  init(_ database: Database) { self.database = database }
}

/// A stored value with the revision of its row.
public struct Revised<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// The number of the operation that last changed the row. Pass it to an edit, so that the edit fails when another
  /// user has changed the row since.
  public let revision: Int

  /// Creates a value with its revision.
  public init(_ value: Value, revision: Int) {
    self.value = value
    self.revision = revision
  }
}

extension Revised: Equatable where Value: Equatable {}
