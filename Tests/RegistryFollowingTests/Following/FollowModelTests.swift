import FollowModel
import Testing

struct FollowModelTests {
  @Test func `a share of the model: nobody accepts what is wrong or older, and all arrive`() throws {
    var settings = FollowModel.Settings()
    (settings.followers, settings.releases, settings.faultsPerMille) = (150, 40, 250)
    var model = FollowModel(settings)
    let outcome = try model.run()
    print(
      "\(settings.followers) followers, \(settings.releases) releases, \(outcome.faults) faults, \(outcome.kills) "
        + "kills. This is a share: scripts/follow-bench runs 10,000 followers and 1,000 releases.")
    #expect(outcome.faults > 1_000 && outcome.kills > 50)
    #expect(outcome.breaches == [])
    #expect(outcome.converged == settings.followers)
  }

  @Test func `after an outage the followers do not come back together`() throws {
    var settings = FollowModel.Settings()
    (settings.followers, settings.releases, settings.releaseInterval) = (2_000, 1, 1_800_000)
    settings.faultsPerMille = 0
    settings.outage = 600_000..<1_200_000
    var model = FollowModel(settings)
    let perSecond = try model.run().perSecond
    let mean = Double(settings.followers) / 60
    // Of so few followers, the number in one second is mostly chance, so ten seconds are counted together.
    let peaks = perSecond.indices.dropFirst(120).dropLast(10).map { perSecond[$0..<$0 + 10].reduce(0, +) }
    let peak = Double(try #require(peaks.max())) / 10
    #expect(peak < mean * 2.5, "\(peak) requests a second; the mean is \(mean)")
  }
}
