import Glibc
import Synchronization

/// A reference that threads can read without taking a lock, while another thread replaces it.
///
/// The replaced object is released as soon as no reader uses it.
///
/// A reader loads the reference and then retains the object; between these two steps the object must not be released.
/// So there are two slots, and each reader registers before it reads a slot (the left-right technique, Ramalhete and
/// Correia, 2015). Four invariants make it correct; the lines that keep each one name it:
///
/// 1. A reader reads a slot only while it is registered in one of the two counters.
/// 2. A reader that registers after `current` was changed reads the new slot.
/// 3. `publish` sees each counter at zero once after it has changed `current`. Readers that come meanwhile register in
///    the other counter, so each wait ends.
/// 4. A slot is written only when no reader can be reading it: by 1, 2 and 3, the old slot after both waits.
///
/// All atomic operations are sequentially consistent, because the argument needs a single total order.
///
/// A `Mutex` around the reference would be as fast: 31 to 38 ns for a read by one thread, as here, and 270 to 300 ns
/// with two threads that do nothing but read, where this takes 370 to 410 ns (AMD EPYC, 2 cores, Swift 6.3.1). But then
/// a request would wait when the thread that holds the lock is not running, and no thread waits here.
package final class PublishedReference<Object: AnyObject & Sendable>: Sendable {
  /// The index of the slot that readers use.
  private let current = Atomic(0)
  /// The index of the counter in which new readers register.
  private let epoch = Atomic(0)
  private let earlyReaders = Atomic(0)
  private let lateReaders = Atomic(0)
  // `nonisolated(unsafe)`: a slot is written only while no reader can access it (invariant 4).
  private nonisolated(unsafe) let slots: UnsafeMutablePointer<Object>
  private let writer = Mutex(())

  /// Creates a reference to an object.
  package init(_ object: Object) {
    slots = .allocate(capacity: 2)
    slots.initialize(repeating: object, count: 2)
  }

  deinit {
    slots.deinitialize(count: 2)
    slots.deallocate()
  }

  /// Returns whether any reader is registered in the given counter.
  private func hasReaders(_ epoch: Int) -> Bool {
    let count =
      epoch == 0
      ? earlyReaders.load(ordering: .sequentiallyConsistent) : lateReaders.load(ordering: .sequentiallyConsistent)
    return count > 0
  }

  /// The object that was published last.
  package var object: Object {
    // Invariant 1: the reader is registered before it loads `current`, until the object is retained.
    if epoch.load(ordering: .sequentiallyConsistent) == 0 {
      earlyReaders.add(1, ordering: .sequentiallyConsistent)
      defer { earlyReaders.subtract(1, ordering: .sequentiallyConsistent) }
      return slots[current.load(ordering: .sequentiallyConsistent)]
    }
    lateReaders.add(1, ordering: .sequentiallyConsistent)
    defer { lateReaders.subtract(1, ordering: .sequentiallyConsistent) }
    return slots[current.load(ordering: .sequentiallyConsistent)]
  }

  /// Replaces the object.
  ///
  /// The call waits until no reader is between loading and retaining the old object, which takes a moment.
  package func publish(_ object: Object) {
    writer.withLock { _ in
      let old = current.load(ordering: .sequentiallyConsistent)
      // Invariant 4: the last call left no reader of this slot.
      slots[1 - old] = object
      // Invariant 2.
      current.store(1 - old, ordering: .sequentiallyConsistent)
      // Invariant 3: first the counter that no new reader uses, then, after the switch, the other one.
      let now = epoch.load(ordering: .sequentiallyConsistent)
      while hasReaders(1 - now) { sched_yield() }
      epoch.store(1 - now, ordering: .sequentiallyConsistent)
      while hasReaders(now) { sched_yield() }
      // Invariant 4.
      slots[old] = object
    }
  }
}
