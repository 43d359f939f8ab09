import Crypto
import Synchronization

/// The links and sessions of people. Both are kept in memory as SHA-256, so that nothing secret is stored.
///
/// A link is good for one use within ten minutes. A session ends after eight idle hours, after a day, and
/// when the console stops.
final class SignIn: Sendable {
  /// How long a link is good.
  static let linkLifetime: Duration = .seconds(600)
  /// How long a session lasts without anything that the person does.
  static let idleLifetime: Duration = .seconds(8 * 3_600)
  /// How long a session lasts.
  static let sessionLifetime: Duration = .seconds(24 * 3_600)

  /// A session that has just begun.
  struct NewSession: Sendable {
    let secret: String
    let person: String
  }

  private struct Link {
    let person: String
    let ends: ContinuousClock.Instant
  }

  private struct Session {
    let person: String
    let ends: ContinuousClock.Instant
    var idleEnds: ContinuousClock.Instant
  }

  private struct State {
    var links: [SHA256Digest: Link] = [:]
    var sessions: [SHA256Digest: Session] = [:]
  }

  private let state = Mutex(State())
  private let now: @Sendable () -> ContinuousClock.Instant

  /// Creates the state of a console that nobody is signed in to.
  ///
  /// - Parameter now: Returns the time.
  init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) { self.now = now }

  /// Returns the secret of a new link.
  func makeLink(for person: String) -> String {
    let secret = Self.secret()
    let now = now()
    state.withLock { state in
      state.links = state.links.filter { $0.value.ends > now }
      state.links[Self.digest(secret)] = Link(person: person, ends: now + Self.linkLifetime)
    }
    return secret
  }

  /// Returns the person whom a link signs in, without spending it; nil when it is not good.
  func person(ofLink secret: String) -> String? {
    let now = now()
    return state.withLock { $0.links[Self.digest(secret)] }.flatMap { $0.ends > now ? $0.person : nil }
  }

  /// Spends a link and returns a new session; nil when the link is not good.
  func spend(link secret: String) -> NewSession? {
    let now = now()
    return state.withLock { state in
      guard let link = state.links.removeValue(forKey: Self.digest(secret)), link.ends > now else { return nil }
      state.sessions = state.sessions.filter { $0.value.ends > now && $0.value.idleEnds > now }
      let session = Self.secret()
      state.sessions[Self.digest(session)] = Session(
        person: link.person, ends: now + Self.sessionLifetime, idleEnds: now + Self.idleLifetime)
      return NewSession(secret: session, person: link.person)
    }
  }

  /// Returns the person of a session; nil when it has ended.
  ///
  /// - Parameter isActive: Whether the person does something, which prolongs the session.
  func person(ofSession secret: String, isActive: Bool = true) -> String? {
    let now = now()
    return state.withLock { state in
      let digest = Self.digest(secret)
      guard let session = state.sessions[digest] else { return nil }
      guard session.ends > now, session.idleEnds > now else {
        state.sessions[digest] = nil
        return nil
      }
      if isActive { state.sessions[digest]?.idleEnds = now + Self.idleLifetime }
      return session.person
    }
  }

  /// Ends a session.
  func end(session secret: String) { state.withLock { $0.sessions[Self.digest(secret)] = nil } }

  /// Returns 32 random bytes as 64 hexadecimal digits.
  private static func secret() -> String {
    SymmetricKey(size: .bits256).withUnsafeBytes { bytes in
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  /// Returns whether a text has the form of a secret.
  static func isSecret(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      }
  }

  /// The digest is looked up and not compared, so the time says nothing about the secret.
  private static func digest(_ secret: String) -> SHA256Digest { SHA256.hash(data: Array(secret.utf8)) }
}
