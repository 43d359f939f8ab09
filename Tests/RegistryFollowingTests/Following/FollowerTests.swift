import FollowModel
import Foundation
import RegistryTestSupport
import Testing

@testable import RegistryFollowing

/// The decisions of a follower. The tests of TUF's reference client for the update of metadata were the checklist
/// (python-tuf, tests/test_updater_top_level_update.py); the comments name its cases.
struct FollowerTests {
  private let key = TestKey()

  /// A follower whose actions are collected as text.
  private struct Run {
    var follower: Follower
    var generator = SeededGenerator(seed: 1)

    init(_ signers: AllowedSigners) {
      follower = Follower(channel: "production", signers: signers, every: .seconds(60))
    }

    @discardableResult
    mutating func receive(_ event: Follower.Event) -> [String] {
      follower.receive(event, using: &generator).map { action in
        switch action {
        case .fetchPointer(let etag): "fetch \(etag ?? "-")"
        case .install(_, let pointer): "install \(pointer.serial)"
        case .wait: "wait"
        case .report(.accepted(let pointer)): "accepted \(pointer.serial)"
        case .report(.kept(let error)): "kept \(error.code)"
        case .report(.recovered): "recovered"
        case .report(.forgotten(let error)): "forgotten \(error.code)"
        case .report: "unknown"
        }
      }
    }

    /// Receives an object, and says that it was installed when it is to be.
    @discardableResult
    mutating func accept(_ bytes: [UInt8], etag: String? = nil) -> [String] {
      let actions = receive(.received(bytes, etag: etag))
      return actions.last?.hasPrefix("install") == true ? actions + receive(.installed) : actions
    }
  }

  private func started() throws -> Run {
    var run = Run(try key.signers())
    run.receive(.started(stored: nil, hasFiles: false))
    return run
  }

  // test_first_time_refresh
  @Test func `the first pointer is fetched at once and used when its files are stored`() throws {
    var run = Run(try key.signers())
    #expect(run.receive(.started(stored: nil, hasFiles: false)) == ["fetch -"])
    #expect(run.receive(.received(try key.sign(.test(serial: 3)), etag: "\"a\"")) == ["install 3"])
    #expect(run.follower.accepted == nil)
    #expect(run.receive(.installed) == ["accepted 3", "wait"])
    #expect(run.follower.accepted == .test(serial: 3))
    #expect(run.receive(.waited) == ["fetch \"a\""])
    #expect(run.receive(.unchanged) == ["wait"])
  }

  // test_load_metadata_from_cache
  @Test func `a stored pointer is used without the network`() throws {
    var run = Run(try key.signers())
    #expect(run.receive(.started(stored: try key.sign(.test(serial: 3)), hasFiles: true)) == ["accepted 3", "wait"])
    #expect(run.follower.accepted?.serial == 3)
    #expect(run.receive(.waited) == ["fetch -"])
    #expect(run.receive(.received(try key.sign(.test(serial: 3)), etag: "\"a\"")) == ["wait"])
    #expect(run.receive(.waited) == ["fetch \"a\""])
  }

  @Test func `a stored pointer whose files are gone keeps its number, and its files are fetched again`() throws {
    var run = Run(try key.signers())
    #expect(run.receive(.started(stored: try key.sign(.test(serial: 3)), hasFiles: false)) == ["fetch -"])
    #expect(run.receive(.received(try key.sign(.test(serial: 2)), etag: nil)) == ["kept downgrade", "wait"])
    #expect(run.accept(try key.sign(.test(serial: 3))) == ["install 3", "accepted 3", "wait"])
  }

  // test_new_timestamp_unsigned, test_new_snapshot_unsigned, test_trusted_root_unsigned
  @Test func `an unsigned pointer and one of another key are refused`() throws {
    var run = try started()
    #expect(run.receive(.received(ChannelPointer.test().json, etag: "\"a\"")) == ["kept invalid-pointer", "wait"])
    #expect(run.receive(.waited) == ["fetch -"])
    #expect(run.receive(.received(try TestKey().sign(.test()), etag: nil)) == ["kept untrusted-pointer", "wait"])
    #expect(run.follower.accepted == nil)
  }

  // test_new_timestamp_version_rollback, test_new_snapshot_version_rollback, test_new_targets_version_rollback
  @Test func `a pointer with a lower number is refused`() throws {
    var run = try started()
    run.accept(try key.sign(.test(serial: 2)))
    #expect(run.accept(try key.sign(.test(serial: 1))) == ["kept downgrade", "wait"])
    #expect(run.follower.accepted?.serial == 2)
  }

  // test_expired_timestamp_version_rollback: a stored pointer counts even when it has expired.
  @Test func `a pointer with a lower number than an expired one is refused`() throws {
    var run = Run(try key.signers())
    run.receive(
      .started(stored: try key.sign(.test(serial: 2, expiresAt: "2020-01-01T00:00:00Z")), hasFiles: true))
    #expect(run.accept(try key.sign(.test(serial: 1))) == ["kept downgrade", "wait"])
  }

  // test_timestamp_eq_versions_check
  @Test func `the same number with other content is refused, and with other signatures it is the same pointer`() throws
  {
    var run = try started()
    let pointer = ChannelPointer.test(serial: 2)
    run.accept(try key.sign(pointer))
    #expect(run.accept(try key.sign(.test(serial: 2, release: "1.1"))) == ["kept downgrade", "wait"])
    let signedTwice = try key.sign(pointer) + (try TestKey().signature(of: pointer.json))
    #expect(run.accept(signedTwice) == ["recovered", "wait"])
  }

  // test_new_root_nonconsecutive_version: a follower may have been away, so a gap is no reason to refuse.
  @Test func `a number that is higher by more than one is accepted`() throws {
    var run = try started()
    run.accept(try key.sign(.test(serial: 2)))
    #expect(run.accept(try key.sign(.test(serial: 900))) == ["install 900", "accepted 900", "wait"])
  }

  // test_new_timestamp_snapshot_rollback: unlike there, the publisher may go back, under a new number.
  @Test func `an older release under a new number is accepted, also by a follower that missed when that was`() throws {
    var run = try started()
    run.accept(try key.sign(.test(serial: 1, release: "2.0", revision: 60)))
    let back = ChannelPointer.test(serial: 2, release: "1.0", revision: 50, rollbackReason: "2.0 is broken")
    #expect(run.accept(try key.sign(back)) == ["install 2", "accepted 2", "wait"])
    var late = try started()
    late.accept(try key.sign(.test(serial: 1, release: "2.0", revision: 60)))
    #expect(late.accept(try key.sign(.test(serial: 3, release: "1.1", revision: 55))).contains("accepted 3"))
  }

  // test_new_timestamp_expired, test_new_snapshot_expired, test_new_targets_expired, test_trusted_root_expired,
  // test_intermediate_root_expired, test_final_root_expired: unlike there, expiry tells and stops nothing.
  @Test func `an expired pointer is accepted`() throws {
    var run = try started()
    let expired = ChannelPointer.test(expiresAt: "2020-01-01T00:00:00Z")
    #expect(run.accept(try key.sign(expired)).contains("accepted 1"))
    #expect(expired.isExpired(at: .now))
    #expect(!ChannelPointer.test(expiresAt: "9999-01-01T00:00:00Z").isExpired(at: .now))
    #expect(!ChannelPointer.test().isExpired(at: .now))
  }

  // test_new_timestamp_fast_forward_recovery, test_new_snapshot_fast_forward_recovery,
  // test_new_targets_fast_forward_recovery
  @Test func `a number that a thief has raised is forgotten with the key that signed it`() throws {
    let (thief, folder) = (TestKey(), try TemporaryFolder())
    let file = folder.file("signers")
    try (key.line() + thief.line()).write(toFile: file, atomically: true, encoding: .utf8)
    var run = Run(try AllowedSigners(at: RegistryPath(file)))
    run.receive(.started(stored: nil, hasFiles: false))
    let stolen = try thief.sign(.test(serial: 999_999_999_999_999))
    run.accept(stolen)
    #expect(run.accept(try key.sign(.test(serial: 5))) == ["kept downgrade", "wait"])
    try key.line().write(toFile: file, atomically: true, encoding: .utf8)
    #expect(
      run.accept(try key.sign(.test(serial: 5))) == ["forgotten untrusted-pointer", "install 5", "accepted 5", "wait"])
    var restarted = Run(try key.signers())
    #expect(restarted.receive(.started(stored: stolen, hasFiles: true)) == ["forgotten untrusted-pointer", "fetch -"])
    #expect(restarted.accept(try key.sign(.test(serial: 5))).contains("accepted 5"))
  }

  // test_trusted_root_missing
  @Test func `keys that cannot be read for a while do not make it forget its number`() throws {
    let folder = try TemporaryFolder()
    let file = folder.file("signers")
    try key.line().write(toFile: file, atomically: true, encoding: .utf8)
    let signers = try AllowedSigners(at: RegistryPath(file))
    var run = Run(signers)
    run.receive(.started(stored: nil, hasFiles: false))
    run.accept(try key.sign(.test(serial: 5)))
    try FileManager.default.removeItem(atPath: file)
    #expect(run.accept(try key.sign(.test(serial: 4))) == ["kept file-not-found", "wait"])
    var restarted = Run(signers)
    let stored = try key.sign(.test(serial: 5))
    #expect(restarted.receive(.started(stored: stored, hasFiles: true)) == ["kept file-not-found", "wait"])
    #expect(restarted.receive(.waited) == ["wait"])
    try key.line().write(toFile: file, atomically: true, encoding: .utf8)
    #expect(restarted.receive(.waited) == ["accepted 5", "wait"])
    #expect(restarted.accept(try key.sign(.test(serial: 4))) == ["kept downgrade", "wait"])
    #expect(run.accept(try key.sign(.test(serial: 4))) == ["kept downgrade", "wait"])
  }

  // test_new_root_same_version, test_intermediate_root_incorrectly_signed, test_final_root_incorrectly_signed: an
  // attacker who can only replay has nothing that a new file of keys makes newer.
  @Test func `a new file of keys does not make an older pointer of a key that stays acceptable`() throws {
    let (other, folder) = (TestKey(), try TemporaryFolder())
    let file = folder.file("signers")
    try key.line().write(toFile: file, atomically: true, encoding: .utf8)
    var run = Run(try AllowedSigners(at: RegistryPath(file)))
    run.receive(.started(stored: nil, hasFiles: false))
    run.accept(try key.sign(.test(serial: 9)))
    try (key.line() + other.line()).write(toFile: file, atomically: true, encoding: .utf8)
    #expect(run.accept(try other.sign(.test(serial: 8))) == ["kept downgrade", "wait"])
  }

  // test_new_snapshot_hash_mismatch, test_new_targets_hash_mismatch, test_new_snapshot_version_mismatch,
  // test_new_targets_version_mismatch
  @Test func `a pointer whose files are not its own is not accepted, and asked for again without a tag`() throws {
    var run = try started()
    run.accept(try key.sign(.test(serial: 1)), etag: "\"a\"")
    #expect(run.receive(.received(try key.sign(.test(serial: 2)), etag: "\"b\"")) == ["install 2"])
    let mismatch = RegistryError(.manifestMismatch, "Not the file.")
    #expect(run.receive(.notInstalled(mismatch)) == ["kept manifest-mismatch", "wait"])
    #expect(run.follower.accepted?.serial == 1)
    #expect(run.receive(.waited) == ["fetch \"a\""])
    #expect(run.accept(try key.sign(.test(serial: 2)), etag: "\"b\"") == ["install 2", "accepted 2", "wait"])
  }

  // test_max_metadata_lengths
  @Test func `an object that is too large is refused`() throws {
    var run = try started()
    let large = try key.sign(.test()) + [UInt8](repeating: 0x0A, count: 20_000)
    #expect(run.receive(.received(large, etag: nil)) == ["kept invalid-pointer", "wait"])
  }

  // test_not_loading_targets_twice
  @Test func `a new pointer to the files that are there is accepted like any other`() throws {
    var run = try started()
    run.accept(try key.sign(.test(serial: 1)))
    #expect(run.accept(try key.sign(.test(serial: 2))) == ["install 2", "accepted 2", "wait"])
  }

  @Test func `the same problem is reported once, and its end too`() throws {
    var run = try started()
    run.accept(try key.sign(.test(serial: 1)), etag: "\"a\"")
    let gone = RegistryError(.unreachable, "No answer.")
    #expect(run.receive(.failed(gone, retryAfter: nil)) == ["kept unreachable", "wait"])
    #expect(run.receive(.failed(gone, retryAfter: nil)) == ["wait"])
    #expect(run.receive(.unchanged) == ["recovered", "wait"])
    #expect(run.receive(.unchanged) == ["wait"])
  }

  /// Returns the times that are waited after an event, for many followers.
  private func waits(_ events: [Follower.Event], stored: [UInt8]? = nil) throws -> [Double] {
    var generator = SeededGenerator(seed: 7)
    return try (0..<2_000).map { _ in
      var follower = Follower(channel: "production", signers: try key.signers(), every: .seconds(60))
      var actions = follower.receive(.started(stored: stored, hasFiles: stored != nil), using: &generator)
      for event in events { actions = follower.receive(event, using: &generator) }
      guard case .wait(let time) = actions.last else { return -1 }
      return time / .seconds(1)
    }
  }

  @Test func `followers that start together ask at different times within the interval`() throws {
    let waits = try waits([], stored: try key.sign(.test()))
    #expect(waits.allSatisfy { (0...60).contains($0) })
    let perSecond = Dictionary(grouping: waits) { Int($0) }.values.map(\.count)
    #expect(perSecond.count >= 60 && (perSecond.max() ?? 0) < 70)
  }

  @Test func `the interval varies by a tenth`() throws {
    let waits = try waits([.unchanged])
    #expect(waits.allSatisfy { (54...66).contains($0) })
    #expect((waits.max() ?? 0) - (waits.min() ?? 0) > 11)
  }

  @Test func `after a failure it asks once more soon, then at the usual time, however long it takes`() throws {
    let gone = Follower.Event.failed(RegistryError(.unreachable, "No answer."), retryAfter: nil)
    #expect(try waits([gone]).allSatisfy { (5...15).contains($0) })
    #expect(try waits([gone, gone]).allSatisfy { (54...66).contains($0) })
    #expect(try waits([gone, gone, gone, gone]).allSatisfy { (54...66).contains($0) })
  }

  @Test func `the time that a server asks for is obeyed up to ten minutes`() throws {
    let busy = { (seconds: Int) in
      Follower.Event.failed(RegistryError(.unreachable, "503"), retryAfter: .seconds(seconds))
    }
    #expect(try waits([busy(120)]).allSatisfy { (120...126).contains($0) })
    #expect(try waits([busy(86_400)]).allSatisfy { (600...606).contains($0) })
    #expect(try waits([busy(-5)]).allSatisfy { (0...6).contains($0) })
  }
}
