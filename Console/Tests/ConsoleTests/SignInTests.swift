import Synchronization
import Testing

@testable import Console

@Suite struct SignInTests {
  /// A clock that a test moves.
  private final class Clock: Sendable {
    private let moved = Mutex(Duration.zero)
    private let start = ContinuousClock.now

    func move(by duration: Duration) { moved.withLock { $0 += duration } }
    var now: ContinuousClock.Instant { start + moved.withLock { $0 } }
  }

  private let clock = Clock()
  private let signIn: SignIn

  init() {
    let clock = clock
    signIn = SignIn { clock.now }
  }

  @Test func `a link is spent once, and looking at it does not spend it`() throws {
    let link = signIn.makeLink(for: "layla")
    #expect(signIn.person(ofLink: link) == "layla")
    #expect(signIn.person(ofLink: link) == "layla")
    let session = try #require(signIn.spend(link: link)).secret
    #expect(signIn.person(ofSession: session) == "layla")
    #expect(signIn.spend(link: link) == nil)
    #expect(signIn.person(ofLink: link) == nil)
    #expect(signIn.spend(link: "x") == nil)
  }

  @Test func `of two that spend a link at once, one is signed in`() async {
    let (signIn, link) = (signIn, signIn.makeLink(for: "layla"))
    let sessions = await withTaskGroup(of: SignIn.NewSession?.self) { group in
      for _ in 0..<20 { group.addTask { signIn.spend(link: link) } }
      return await group.reduce(into: [String]()) { if let session = $1 { $0.append(session.secret) } }
    }
    #expect(sessions.count == 1)
  }

  @Test func `a link is good for ten minutes`() {
    let link = signIn.makeLink(for: "layla")
    clock.move(by: .seconds(599))
    #expect(signIn.person(ofLink: link) == "layla")
    clock.move(by: .seconds(1))
    #expect(signIn.person(ofLink: link) == nil)
    #expect(signIn.spend(link: link) == nil)
  }

  @Test func `a session ends after eight idle hours, after a day, and when its person signs out`() throws {
    let idle = try #require(signIn.spend(link: signIn.makeLink(for: "layla"))).secret
    clock.move(by: .seconds(8 * 3_600))
    #expect(signIn.person(ofSession: idle) == nil)
    let long = try #require(signIn.spend(link: signIn.makeLink(for: "layla"))).secret
    for _ in 0..<3 {
      clock.move(by: .seconds(7 * 3_600))
      #expect(signIn.person(ofSession: long) == "layla")
    }
    clock.move(by: .seconds(3 * 3_600))
    #expect(signIn.person(ofSession: long) == nil)
    let out = try #require(signIn.spend(link: signIn.makeLink(for: "layla"))).secret
    signIn.end(session: out)
    #expect(signIn.person(ofSession: out) == nil)
  }
}
