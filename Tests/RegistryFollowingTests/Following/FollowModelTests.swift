import FollowModel
import Testing

struct FollowModelTests {
  @Test func `a share of the model: nobody accepts what is wrong or older, and all arrive`() throws {
    var settings = FollowModel.Settings()
    (settings.followers, settings.releases, settings.faultsPerMille) = (150, 40, 250)
    var model = FollowModel(settings)
    let outcome = try model.run()
    print(
      "\(settings.followers) followers, \(settings.releases) releases, \(outcome.faults) faults, \(outcome.kills) kills."
        + " This is a share: scripts/follow-bench runs 10,000 followers and 1,000 releases.")
    #expect(outcome.faults > 1_000 && outcome.kills > 50)
    #expect(outcome.breaches == [])
    #expect(outcome.converged == settings.followers)
  }

  @Test func `after an outage the followers do not come back together`() throws {
    var settings = FollowModel.Settings()
    (settings.followers, settings.releases, settings.releaseInterval) = (3_000, 1, 1_800_000)
    settings.faultsPerMille = 0
    settings.outage = 600_000..<1_200_000
    var model = FollowModel(settings)
    let perSecond = try model.run().perSecond
    let mean = Double(settings.followers) / 60
    let peak = try #require(perSecond.dropFirst(120).max())
    #expect(Double(peak) < mean * 2.5, "\(peak) requests in a second; the mean is \(mean)")
  }
}
