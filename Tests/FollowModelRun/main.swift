// Follows a channel with many followers in virtual time, and says what came out; scripts/follow-bench runs it.
//
//     follow-model FOLLOWERS RELEASES FAULTS-PER-MILLE [OUTAGE-SECONDS]
import FollowModel

func number(_ place: Int, else fallback: Int) -> Int {
  CommandLine.arguments.count > place ? Int(CommandLine.arguments[place]) ?? fallback : fallback
}

var settings = FollowModel.Settings()
settings.followers = number(1, else: 10_000)
settings.releases = number(2, else: 1_000)
settings.faultsPerMille = number(3, else: 100)
let outage = number(4, else: 0) * 1_000
if outage > 0 {
  // The server is away in the middle; one release stays the newest for the whole time.
  settings.releaseInterval = 3_600_000
  settings.outage = 1_200_000..<(1_200_000 + outage)
}
var model = FollowModel(settings)
let start = ContinuousClock.now
let outcome = try model.run()
let seconds = (ContinuousClock.now - start) / .seconds(1)

let delays = outcome.delays.sorted()
func delay(_ share: Double) -> String {
  delays.isEmpty ? "-" : "\(Double(delays[min(delays.count - 1, Int(Double(delays.count) * share))]) / 1_000) s"
}
// The first interval is the start, and the second is settled.
let settled = outcome.perSecond.dropFirst(120)
let mean = Double(settled.reduce(0, +)) / Double(max(1, settled.count))
let peak = settled.max() ?? 0
print("followers\t\(settings.followers)")
print("releases\t\(settings.releases)")
print("polls\t\(outcome.polls)")
print("faults\t\(outcome.faults)")
print("kills\t\(outcome.kills)")
print("breaches\t\(outcome.breaches.count)")
print("converged\t\(outcome.converged)")
print("delay p50\t\(delay(0.5))")
print("delay p99\t\(delay(0.99))")
print("delay max\t\(delay(1))")
print("requests per second, mean\t\(mean)")
print("requests per second, peak\t\(peak)")
print("took\t\(seconds) s")
for breach in outcome.breaches.prefix(20) { print("breach\t\(breach)") }
