import Synchronization

/// Memory that SQLite may take for one purpose, such as a statement that is running.
///
/// SQLite counts only the memory of the whole process (sqlite.org/c3ref/memory_highwater.html). A statement that takes
/// too much is therefore recognized by the sum: the process has taken more than all grants together.
final class MemoryGrant {
  private static let total = Atomic(0)

  /// The number of bytes that SQLite may take now for all purposes together.
  static var sum: Int { total.load(ordering: .relaxed) }

  /// The number of bytes that are granted.
  var bytes: Int {
    didSet { Self.total.wrappingAdd(bytes - oldValue, ordering: .relaxed) }
  }

  /// Grants a number of bytes until the grant is released.
  init(_ bytes: Int) {
    self.bytes = bytes
    Self.total.wrappingAdd(bytes, ordering: .relaxed)
  }

  deinit { Self.total.wrappingSubtract(bytes, ordering: .relaxed) }
}
