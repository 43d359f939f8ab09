import RegistryCatalog

/// A follower of one channel, as a state machine: it decides what is accepted and when to ask again.
///
/// It knows no clock, no network and no files. Give it each ``Event`` with ``receive(_:using:)``, and do what the
/// returned ``Action``s say, in their order. After an action other than a report, its answer is the next event.
///
/// ```swift
/// var follower = Follower(channel: "production", signers: signers)
/// var actions = follower.receive(.started(stored: nil, hasFiles: false), using: &generator)
/// // [.fetchPointer(etag: nil)]
/// ```
///
/// The rules are those of `docs/publishing.md`, "Rules for followers".
public struct Follower: Sendable {
  /// What has happened.
  public enum Event: Sendable {
    /// The follower begins, with the object that was stored before the last process ended.
    case started(stored: [UInt8]?, hasFiles: Bool)
    /// The time of the last ``Action/wait(_:)`` is over.
    case waited
    /// The server has answered with the object that it had before.
    case unchanged
    /// The server has answered with an object.
    case received([UInt8], etag: String?)
    /// The server could not be asked, or has answered with an error. The time is that of `Retry-After`.
    case failed(RegistryError, retryAfter: Duration?)
    /// The release was verified and stored, and the pointer after it.
    case installed
    /// The release could not be fetched, verified or stored.
    case notInstalled(RegistryError)
  }

  /// What to do.
  public enum Action: Sendable, Equatable {
    /// Ask the server for the object of the channel, with `If-None-Match` when there is an entity tag.
    case fetchPointer(etag: String?)
    /// Fetch the files of the pointer when they are not stored, verify and store them, and then the pointer.
    case install(SignedPointer, ChannelPointer)
    /// Do nothing for this time.
    case wait(Duration)
    /// Tell an operator.
    case report(Report)
  }

  /// What an operator should know. The same one is not reported twice in a row.
  @nonexhaustive
  public enum Report: Sendable, Equatable {
    /// A pointer is in use. The first one after the start is reported too.
    case accepted(ChannelPointer)
    /// The channel has nothing that can be accepted, so what was accepted before stays in use.
    case kept(because: RegistryError)
    /// After ``kept(because:)``, the channel has what is in use.
    case recovered
    /// The pointer in use has expired, and the channel has no newer one, or cannot be reached. It is reported once for
    /// each pointer, by what runs the follower, because the follower knows no clock.
    case stale(ChannelPointer)
    /// The pointer that was stored is not accepted any more, for example because its key may not sign any more. It is
    /// as if none had been stored.
    case forgotten(because: RegistryError)
  }

  /// The pointer that was accepted last; nil when there is none.
  public private(set) var accepted: ChannelPointer?

  private let channel: String
  private let interval: Duration
  /// Verifies an object.
  private let verify: @Sendable ([UInt8]) throws(RegistryError) -> (SignedPointer, ChannelPointer)
  /// The object of ``accepted``.
  private var object: SignedPointer?
  private var hasFiles = false
  private var etag: String?
  private var candidate: (object: SignedPointer, pointer: ChannelPointer, etag: String?)?
  private var failures = 0
  /// The stored object, when it could not be verified yet because the keys could not be read.
  private var unread: (object: [UInt8], hasFiles: Bool)?
  private var problem: RegistryError?

  /// Creates a follower.
  ///
  /// - Parameters:
  ///   - channel: The name of the channel.
  ///   - signers: The keys that may sign.
  ///   - interval: The time between two questions, at least one second.
  public init(channel: String, signers: AllowedSigners, every interval: Duration = .seconds(60)) {
    self.init(channel: channel, every: interval) { (bytes) throws(RegistryError) in
      let signed = try SignedPointer(bytes)
      return (signed, try signed.verified(by: try signers.reread(), for: channel))
    }
  }

  /// Creates a follower with another function that verifies an object, such as one that remembers its results.
  package init(
    channel: String, every interval: Duration,
    verify: @escaping @Sendable ([UInt8]) throws(RegistryError) -> (SignedPointer, ChannelPointer)
  ) {
    (self.channel, self.interval, self.verify) = (channel, max(interval, .seconds(1)), verify)
  }

  /// Handles an event.
  ///
  /// - Parameters:
  ///   - event: What has happened.
  ///   - generator: Spreads the questions of many followers over time.
  /// - Returns: What to do, in this order.
  public mutating func receive(_ event: Event, using generator: inout some RandomNumberGenerator) -> [Action] {
    switch event {
    case .started(let stored, let hasFiles): start(stored, hasFiles, using: &generator)
    case .waited: wake(using: &generator)
    case .unchanged: settle(using: &generator)
    case .received(let bytes, let etag): receive(bytes, etag, using: &generator)
    case .failed(let error, let retryAfter): fail(error, retryAfter, using: &generator)
    case .installed: install(using: &generator)
    case .notInstalled(let error):
      fail(error, nil, using: &generator)
    }
  }

  private mutating func wake(using generator: inout some RandomNumberGenerator) -> [Action] {
    guard let (stored, hasFiles) = unread else { return [.fetchPointer(etag: etag)] }
    unread = nil
    return start(stored, hasFiles, using: &generator)
  }

  private mutating func start(
    _ stored: [UInt8]?, _ hasFiles: Bool, using generator: inout some RandomNumberGenerator
  ) -> [Action] {
    guard let stored else { return [.fetchPointer(etag: nil)] }
    do {
      let (object, pointer) = try verify(stored)
      (self.object, accepted, self.hasFiles) = (object, pointer, hasFiles)
      guard hasFiles else { return [.fetchPointer(etag: nil)] }
      // Many followers may start at the same time, and all of them can answer already.
      return [.report(.accepted(pointer)), .wait(interval * Double.random(in: 0...1, using: &generator))]
    } catch {
      guard error.refusesPointer else {
        unread = (stored, hasFiles)
        return keep(error) + [.wait(cadence(using: &generator))]
      }
      return [.report(.forgotten(because: error)), .fetchPointer(etag: nil)]
    }
  }

  private mutating func receive(
    _ bytes: [UInt8], _ etag: String?, using generator: inout some RandomNumberGenerator
  ) -> [Action] {
    do {
      let (object, pointer) = try verify(bytes)
      let forgotten = try requireProgress(to: pointer, object)
      if pointer.serial == accepted?.serial, hasFiles {
        // The same pointer; its signatures may be others.
        self.etag = etag
        return settle(using: &generator)
      }
      candidate = (object, pointer, etag)
      return (forgotten.map { [.report(.forgotten(because: $0))] } ?? []) + [.install(object, pointer)]
    } catch {
      // The server was reached. What it has is asked for again at the usual time, and without a tag, because it must
      // not say that nothing has changed.
      self.etag = nil
      failures = 0
      return keep(error) + [.wait(cadence(using: &generator))]
    }
  }

  /// Refuses a pointer that is older than the accepted one, or another one with its number; unless the accepted one
  /// would not be accepted any more, which is then forgotten.
  ///
  /// - Returns: Why the accepted one was forgotten; nil when it was not.
  private mutating func requireProgress(
    to pointer: ChannelPointer, _ object: SignedPointer
  ) throws(RegistryError) -> RegistryError? {
    guard let accepted, let stored = self.object,
      pointer.serial < accepted.serial || pointer.serial == accepted.serial && object.json != stored.json
    else { return nil }
    do {
      _ = try verify(stored.bytes)
    } catch {
      guard error.refusesPointer else { throw error }
      (self.accepted, self.object, hasFiles) = (nil, nil, false)
      return error
    }
    throw RegistryError(
      .downgrade,
      pointer.serial < accepted.serial
        ? "The channel \(channel) has the pointer \(pointer.serial), which is older than \(accepted.serial)."
        : "The channel \(channel) has another pointer \(pointer.serial) than the one that was accepted.",
      .waitForPublisher)
  }

  private mutating func install(using generator: inout some RandomNumberGenerator) -> [Action] {
    guard let candidate else { return [.wait(cadence(using: &generator))] }
    (object, accepted, etag, hasFiles) = (candidate.object, candidate.pointer, candidate.etag, true)
    (self.candidate, failures, problem) = (nil, 0, nil)
    return [.report(.accepted(candidate.pointer)), .wait(cadence(using: &generator))]
  }

  /// The channel has what is in use.
  private mutating func settle(using generator: inout some RandomNumberGenerator) -> [Action] {
    failures = 0
    defer { problem = nil }
    return (problem == nil ? [] : [.report(.recovered)]) + [.wait(cadence(using: &generator))]
  }

  private mutating func fail(
    _ error: RegistryError, _ retryAfter: Duration?, using generator: inout some RandomNumberGenerator
  ) -> [Action] {
    candidate = nil
    failures += 1
    let wait: Duration
    if let retryAfter {
      // The tenth on top keeps those that were told the same time from coming back together.
      wait =
        min(max(retryAfter, .zero), Self.longestRetryAfter) + interval * Double.random(in: 0...0.1, using: &generator)
    } else if failures == 1 {
      wait = min(.seconds(Double.random(in: 5...15, using: &generator)), cadence(using: &generator))
    } else {
      wait = cadence(using: &generator)
    }
    return keep(error) + [.wait(wait)]
  }

  /// The longest time that is waited because a server asks for it.
  public static let longestRetryAfter = Duration.seconds(600)

  private mutating func keep(_ error: RegistryError) -> [Action] {
    defer { problem = error }
    return problem == error ? [] : [.report(.kept(because: error))]
  }

  /// The interval, up to a tenth longer or shorter.
  private func cadence(using generator: inout some RandomNumberGenerator) -> Duration {
    interval * Double.random(in: 0.9...1.1, using: &generator)
  }
}

extension RegistryError {
  /// Whether the error says that an object is not acceptable. Any other one, such as a file of keys that cannot be read
  /// at the moment, says nothing about the object, and must not make a follower forget its number.
  var refusesPointer: Bool { [.untrustedPointer, .invalidPointer, .newerSchema].contains(code) }
}
