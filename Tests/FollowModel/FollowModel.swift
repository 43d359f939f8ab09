import RegistryFollowing
import RegistryTestSupport

/// Many followers of one channel in virtual time, with a server, a network and disks that fail.
///
/// The decisions are those of the real ``Follower``, and each object that differs from a published one is verified by
/// the real code. The files of a release are a number: the content of a pointer is its serial number.
package struct FollowModel {
  package struct Settings: Sendable {
    package var followers = 10_000
    package var releases = 1_000
    /// The time between two releases in milliseconds.
    package var releaseInterval = 60_000
    /// How many of a thousand steps fail.
    package var faultsPerMille = 100
    /// The times in milliseconds at which the server begins and ends to answer nothing.
    package var outage: Range<Int>?
    package var seed: UInt64 = 1

    package init() {}
  }

  /// What came out.
  package struct Outcome: Sendable {
    package var polls = 0
    package var faults = 0
    package var kills = 0
    /// Each breach of a promise, in words.
    package var breaches: [String] = []
    /// The followers that had the last release within two intervals after the last fault.
    package var converged = 0
    /// The milliseconds from a release until a follower used it, for each release that a follower has used.
    package var delays: [Int] = []
    /// The number of questions in each second.
    package var perSecond: [Int] = []
  }

  /// What a follower has on its disk, which survives a kill.
  private struct Disk {
    var object: [UInt8]?
    /// The releases whose files are stored.
    var files: Set<Int> = []
    /// The release that the link leads to.
    var link = 0
    /// The highest serial number that was ever stored.
    var highest = 0
  }

  private static let interval = 60_000
  private let settings: Settings
  private let key = TestKey()
  private let thief = TestKey()
  private var random: SeededGenerator
  private var prototype: Follower?
  private var followers: [Follower] = []
  private var disks: [Disk]
  private var objects: [[UInt8]] = []
  private var times: [Int] = []
  private var outcome = Outcome()
  private var isQuiet = false

  package init(_ settings: Settings) {
    self.settings = settings
    random = SeededGenerator(seed: settings.seed)
    disks = Array(repeating: Disk(), count: settings.followers)
  }

  /// Runs everything: the releases with faults, then two intervals without.
  package mutating func run() throws -> Outcome {
    let end = settings.releases * settings.releaseInterval
    for release in 1...settings.releases {
      // Every twentieth release goes back to an older revision.
      let revision = release % 20 == 0 ? release - 10 : release
      objects.append(try key.sign(.test(serial: release, release: "\(release)", revision: revision)))
      times.append((release - 1) * settings.releaseInterval)
    }
    let signers = try key.signers()
    let known = Dictionary(
      uniqueKeysWithValues: try objects.map { bytes in
        let object = try SignedPointer(bytes)
        return (bytes, (object, try object.verified(by: signers, for: "production")))
      })
    let prototype = Follower(channel: "production", every: .milliseconds(Self.interval)) {
      bytes throws(RegistryError) in
      if let known = known[bytes] { return known }
      let object = try SignedPointer(bytes)
      return (object, try object.verified(by: signers, for: "production"))
    }
    self.prototype = prototype
    followers = Array(repeating: prototype, count: settings.followers)
    var queue = EventQueue()
    for follower in 0..<settings.followers { queue.add((Int.random(in: 0..<Self.interval, using: &random), follower)) }
    var started = Array(repeating: false, count: settings.followers)
    let last = end + 2 * Self.interval * 11 / 10
    while let (time, number) = queue.next(), time < last {
      isQuiet = time >= end
      let isFirst = !started[number]
      started[number] = true
      queue.add((time + wake(number, at: time, isFirst: isFirst), number))
    }
    outcome.converged = disks.filter { $0.link == settings.releases }.count
    return outcome
  }

  /// Lets a follower do what it does until it waits; returns the milliseconds that it waits.
  private mutating func wake(_ number: Int, at time: Int, isFirst: Bool) -> Int {
    var event: Follower.Event = isFirst ? start(number) : .waited
    var elapsed = 0
    while true {
      for action in followers[number].receive(event, using: &random) {
        switch action {
        case .wait(let wait): return max(1, elapsed + Int(wait / .milliseconds(1)))
        case .report: continue
        case .fetchPointer(let etag):
          elapsed += Int.random(in: 1...40, using: &random)
          event = answer(etag, at: time + elapsed)
        case .install(let object, let pointer):
          elapsed += Int.random(in: 5...200, using: &random)
          guard let installed = install(number, object, pointer, at: time + elapsed) else {
            // The process was killed, and is started again.
            outcome.kills += 1
            event = start(number)
            break
          }
          event = installed
        }
      }
    }
  }

  /// A process begins: it reads its disk and repairs its link.
  private mutating func start(_ number: Int) -> Follower.Event {
    if let prototype { followers[number] = prototype }
    guard let object = disks[number].object, let serial = objects.firstIndex(of: object).map({ $0 + 1 }) else {
      return .started(stored: disks[number].object, hasFiles: false)
    }
    let hasFiles = disks[number].files.contains(serial)
    if hasFiles { disks[number].link = serial }
    return .started(stored: object, hasFiles: hasFiles)
  }

  private mutating func strikes() -> Bool {
    guard !isQuiet, Int.random(in: 0..<1_000, using: &random) < settings.faultsPerMille else { return false }
    outcome.faults += 1
    return true
  }

  /// The server answers, or something else does.
  private mutating func answer(_ etag: String?, at time: Int) -> Follower.Event {
    outcome.polls += 1
    let second = time / 1_000
    while outcome.perSecond.count <= second { outcome.perSecond.append(0) }
    outcome.perSecond[second] += 1
    let newest = min(time / settings.releaseInterval, settings.releases - 1)
    let gone = RegistryError.modelled("gone")
    if let outage = settings.outage, outage.contains(time) { return .failed(gone, retryAfter: nil) }
    guard strikes() else {
      return etag == "\(newest)" ? .unchanged : .received(objects[newest], etag: "\(newest)")
    }
    let older = Int.random(in: 0...newest, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return .failed(gone, retryAfter: nil)
    case 1: return .failed(gone, retryAfter: .seconds(Int.random(in: -10...60, using: &random)))
    case 2: return .received(Array(objects[newest].prefix(Int.random(in: 0..<1_000, using: &random))), etag: nil)
    case 3:
      var flipped = objects[newest]
      flipped[Int.random(in: flipped.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      return .received(flipped, etag: "\(newest)")
    case 4, 5: return .received(objects[older], etag: "\(older)")
    case 6: return (try? thief.sign(.test(serial: 1_000_000))).map { .received($0, etag: "\(newest)") } ?? .unchanged
    case 7: return .received(Array("<html>captive portal</html>".utf8), etag: "\(newest)")
    case 8:
      let other = try? key.sign(.test(serial: 1_000_000, channel: "staging"))
      return .received(other ?? [], etag: nil)
    default: return etag == nil ? .failed(gone, retryAfter: nil) : .unchanged
    }
  }

  /// Stores a release step by step. Returns nil when the process was killed between two steps.
  private mutating func install(
    _ number: Int, _ object: SignedPointer, _ pointer: ChannelPointer, at time: Int
  ) -> Follower.Event? {
    let serial = pointer.serial
    if strikes() {
      let fault = Int.random(in: 0..<6, using: &random)
      // The files are cut off, changed, or those of another release, which their digest shows; the disk is full; the
      // process is killed before the files, before the pointer, or before the link.
      switch fault {
      case 0: return .notInstalled(.modelled("mixed"))
      case 1: return .notInstalled(.modelled("full"))
      case 2: return nil
      case 3:
        disks[number].files.insert(serial)
        return nil
      case 4:
        disks[number].files.insert(serial)
        store(number, object, serial)
        return nil
      default:
        // Files that were stored are lost, for example because somebody has removed them.
        disks[number].files = []
        return .notInstalled(.modelled("lost"))
      }
    }
    disks[number].files.insert(serial)
    store(number, object, serial)
    disks[number].link = serial
    check(number, serial, pointer)
    outcome.delays.append(time - times[serial - 1])
    return .installed
  }

  private mutating func store(_ number: Int, _ object: SignedPointer, _ serial: Int) {
    if serial < disks[number].highest { outcome.breaches.append("follower \(number) went back to \(serial)") }
    disks[number].object = object.bytes
    disks[number].highest = max(disks[number].highest, serial)
    disks[number].files.formIntersection([serial, disks[number].link])
  }

  private mutating func check(_ number: Int, _ serial: Int, _ pointer: ChannelPointer) {
    guard objects.indices.contains(serial - 1), disks[number].object == objects[serial - 1] else {
      outcome.breaches.append("follower \(number) accepted \(serial), which nobody has published")
      return
    }
    if pointer.release != "\(serial)" { outcome.breaches.append("follower \(number) has the wrong content") }
  }
}

extension RegistryError {
  fileprivate static func modelled(_ reason: String) -> RegistryError { RegistryError(.unreachable, "\(reason).") }
}
