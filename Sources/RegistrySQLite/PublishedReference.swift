import Glibc
import Synchronization

/// A reference that any number of threads read without a lock and without waiting, while one at a time replaces it. What
/// was replaced is let go of as soon as no reader uses it.
///
/// Readers take a reference in two steps, load and retain, between which the object must not go. So there are two
/// slots, and readers say that they are about to look (left-right, Ramalhete and Correia, 2015). All orders are
/// sequentially consistent: the proof needs one order of all steps.
package final class PublishedReference<Object: AnyObject & Sendable>: Sendable {
  /// Which slot readers take.
  private let current = Atomic(0)
  /// In which of the two counts a reader that comes now is counted.
  private let epoch = Atomic(0)
  private let earlyReaders = Atomic(0)
  private let lateReaders = Atomic(0)
  // A slot is written only while no reader can look at it.
  private nonisolated(unsafe) let slots: UnsafeMutablePointer<Object>
  private let writer = Mutex(())

  package init(_ object: Object) {
    slots = .allocate(capacity: 2)
    slots.initialize(repeating: object, count: 2)
  }

  deinit {
    slots.deinitialize(count: 2)
    slots.deallocate()
  }

  private func hasReaders(_ epoch: Int) -> Bool {
    let count =
      epoch == 0
      ? earlyReaders.load(ordering: .sequentiallyConsistent) : lateReaders.load(ordering: .sequentiallyConsistent)
    return count > 0
  }

  /// The object that was published last.
  package var object: Object {
    if epoch.load(ordering: .sequentiallyConsistent) == 0 {
      earlyReaders.add(1, ordering: .sequentiallyConsistent)
      defer { earlyReaders.subtract(1, ordering: .sequentiallyConsistent) }
      return slots[current.load(ordering: .sequentiallyConsistent)]
    }
    lateReaders.add(1, ordering: .sequentiallyConsistent)
    defer { lateReaders.subtract(1, ordering: .sequentiallyConsistent) }
    return slots[current.load(ordering: .sequentiallyConsistent)]
  }

  /// Publishes `object`; waits until no reader is between the two steps with the one before, which takes a moment.
  package func publish(_ object: Object) {
    writer.withLock { _ in
      let old = current.load(ordering: .sequentiallyConsistent)
      slots[1 - old] = object
      current.store(1 - old, ordering: .sequentiallyConsistent)
      // A reader of the old slot is in one of the counts; each is seen empty once from here on.
      let now = epoch.load(ordering: .sequentiallyConsistent)
      while hasReaders(1 - now) { sched_yield() }
      epoch.store(1 - now, ordering: .sequentiallyConsistent)
      while hasReaders(now) { sched_yield() }
      slots[old] = object
    }
  }
}
