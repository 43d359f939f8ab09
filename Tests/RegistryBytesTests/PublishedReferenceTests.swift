import Foundation
import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Synchronization
import Testing

@Suite(.serialized) struct PublishedReferenceTests {
  /// Counts how many of its kind there are, and carries a value twice.
  private final class Version: Sendable {
    static let alive = Atomic(0)
    let number: Int
    let copy: Int

    init(_ number: Int) {
      self.number = number
      copy = ~number
      Self.alive.add(1, ordering: .relaxed)
    }

    deinit { Self.alive.subtract(1, ordering: .relaxed) }
  }

  @Test func `readers see the newest object, whole, while it is replaced, and no old one stays`() {
    let reference = PublishedReference(Version(0))
    let isOver = Atomic(false)
    let wrong = Atomic(0)
    let ended = DispatchSemaphore(value: 0)
    for _ in 0..<2 {
      Thread.detachNewThread {
        var last = 0
        while !isOver.load(ordering: .relaxed) {
          let version = reference.object
          if version.copy != ~version.number || version.number < last { wrong.add(1, ordering: .relaxed) }
          last = version.number
        }
        ended.signal()
      }
    }
    for number in 1...50_000 { reference.publish(Version(number)) }
    isOver.store(true, ordering: .relaxed)
    for _ in 0..<2 { ended.wait() }
    #expect(wrong.load(ordering: .relaxed) == 0)
    #expect(reference.object.number == 50_000)
    #expect(Version.alive.load(ordering: .relaxed) == 1)
  }

  @Test func `what a reader holds stays as long as it is held`() {
    let reference = PublishedReference(Version(1))
    let held = reference.object
    reference.publish(Version(2))
    #expect(held.number == 1)
    #expect(held.copy == ~1)
    #expect(reference.object.number == 2)
  }
}
