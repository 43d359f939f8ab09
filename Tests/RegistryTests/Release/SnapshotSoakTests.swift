import Foundation
import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Synchronization
import Testing

@testable import Registry

/// Tests promises 3 and 4 of docs/reliability.md, and prints the figures.
struct SnapshotSoakTests {
  /// A function that reads a snapshot.
  enum Reader: CaseIterable {
    case snapshotFile
    case catalog
  }

  @Test(arguments: Reader.allCases)
  func `every flipped bit, truncation and appended byte is caught`(reader: Reader) throws {
    let release = try ReleaseFixture()
    let (good, manifest) = (try release.bytes, try ManifestClaims(at: release.created.manifestPath))
    let verification = SnapshotVerification(ofFile: release.path)
    var random = SeededGenerator(seed: 7)
    var (tried, missed, crashed) = (0, 0, 0)
    func isCaught(_ bytes: [UInt8]) -> Bool {
      tried += 1
      guard let image = try? DatabaseImage(bytes) else { return false }
      do throws(RegistryError) {
        switch reader {
        case .snapshotFile: _ = try SnapshotFile(image, verification, against: manifest)
        case .catalog: _ = try Catalog(verifying: image, verification, against: manifest)
        }
        return false
      } catch {
        if ![.corrupt, .mismatch, .foreign].contains(error.code.kind) { crashed += 1 }
        return true
      }
    }
    for _ in 0..<10_000 {
      var bytes = good
      bytes[Int.random(in: 0..<good.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      if !isCaught(bytes) { missed += 1 }
    }
    for _ in 0..<1_000 {
      if !isCaught(Array(good.prefix(Int.random(in: 0..<good.count, using: &random)))) { missed += 1 }
      let tail = (0..<Int.random(in: 1...5_000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      if !isCaught(good + tail) { missed += 1 }
    }
    print("promise 4: \(reader): \(tried) changed files, not caught: \(missed), refused for another reason: \(crashed)")
    #expect(missed == 0)
    #expect(crashed == 0)
    #expect(!isCaught(good), "the good one is taken")
  }

  @Test func `readers that never stop see a whole file while snapshots are swapped`() throws {
    let (first, second) = (try ReleaseFixture(), try ReleaseFixture())
    try second.registry.set("200", "ar", "تم")
    let other = try ReleaseFixture.release(second.registry, "2.0", in: second.folder)
    let images = [try first.bytes, try FileSystem.read(other.path.bytes)]
    let folder = try TemporaryFolder()
    // No manifest lies beside it: the two would be swapped one after the other.
    let path = RegistryPath(folder.file("current"))
    try FileSystem.publish(images[0], at: path.bytes, existing: .replace)
    let digests = Set([first.created.manifest.contentDigest, other.manifest.contentDigest])
    let swaps = 10_000
    // Threads, not tasks: readers that never stop would keep every thread of the pool.
    let isOver = Atomic(false)
    let counts = Mutex((reads: 0, wrong: 0, seen: Set<String>()))
    let ended = DispatchSemaphore(value: 0)
    for _ in 0..<2 {
      Thread.detachNewThread {
        while !isOver.load(ordering: .relaxed) {
          let digest = try? SnapshotFile(verifying: path).info.contentDigest
          counts.withLock { counts in
            counts.reads += 1
            if let digest, digests.contains(digest) { counts.seen.insert(digest) } else { counts.wrong += 1 }
          }
        }
        ended.signal()
      }
    }
    for swap in 1...swaps { try FileSystem.publish(images[swap % 2], at: path.bytes, existing: .replace) }
    isOver.store(true, ordering: .relaxed)
    for _ in 0..<2 { ended.wait() }
    let (reads, wrong, seen) = counts.withLock { ($0.reads, $0.wrong, $0.seen.count) }
    print("promise 3: \(swaps) swaps, \(reads) reads of 2 readers, wrong: \(wrong)")
    #expect(wrong == 0)
    #expect(seen == 2)
    #expect(try folder.names == ["current"])
  }
}
