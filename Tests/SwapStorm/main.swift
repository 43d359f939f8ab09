import Foundation
import Registry
import Synchronization

/// `swap-storm FOLDER SWAPS`: two snapshots take each other's place at one path, by a rename each time, under two
/// threads that never stop reading a live catalog of that path. Prints how often they read, what was wrong, and by how
/// many KiB the process grew after the first tenth.
guard CommandLine.arguments.count == 3, let swaps = Int(CommandLine.arguments[2]) else { exit(64) }
let folder = CommandLine.arguments[1]
let registry = RegistryPath(folder + "/registry.db")
let intent = OperationIntent(actor: "storm", command: "storm")
try RegistryStore.create(at: registry, contents: .empty, as: intent)
let store = try RegistryStore(opening: registry, for: .editing)
_ = try store.edit(as: intent) { (editor) throws(RegistryError) in
  try editor.addCategory(StatusCategory(key: "all", position: 1, ranges: [1...9], names: [:]))
  for code in 1...3 { try editor.addCode(StatusCode(number: code, symbol: "CODE_\(code)", category: "all"), text: "x") }
}

/// Every text of a release names the release, so that one look tells from where it is.
func release(_ name: String) throws -> [UInt8] {
  _ = try store.edit(as: intent) { (editor) throws(RegistryError) in
    for code in ["1", "2", "3"] { try editor.setTranslation(code: code, language: "en", text: "Text \(name)") }
  }
  let created = try store.release(name, in: RegistryPath(folder), actor: "storm")
  return [UInt8](try Data(contentsOf: URL(filePath: created.path.description)))
}

func residentKiB() -> Int {
  let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
  return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4 : 0
}

let images = [try release("one"), try release("two")]
let path = folder + "/current"
func publish(_ image: [UInt8]) throws {
  try Data(image).write(to: URL(filePath: path + ".new"))
  guard rename(path + ".new", path) == 0 else { throw CocoaError(.fileWriteUnknown) }
}

try publish(images[0])
let live = try LiveCatalog(snapshot: RegistryPath(path), every: .milliseconds(2))
let isOver = Atomic(false)
let reads = Atomic(0)
let wrong = Atomic(0)
let sawFirst = Atomic(false)
let sawSecond = Atomic(false)
let ended = DispatchSemaphore(value: 0)
for _ in 0..<2 {
  Thread.detachNewThread {
    while !isOver.load(ordering: .relaxed) {
      // One request: one catalog, whatever happens meanwhile.
      let catalog = live.catalog
      let texts = (1...3).map { catalog.message(for: $0, in: ["en"])?.text }
      reads.add(1, ordering: .relaxed)
      switch texts {
      case ["Text one", "Text one", "Text one"] where catalog.release == "one": sawFirst.store(true, ordering: .relaxed)
      case ["Text two", "Text two", "Text two"] where catalog.release == "two":
        sawSecond.store(true, ordering: .relaxed)
      default: wrong.add(1, ordering: .relaxed)
      }
    }
    ended.signal()
  }
}
var base = 0
for swap in 1...swaps {
  try publish(images[swap % 2])
  try live.reload(allowsOlder: true)
  if swap == swaps / 10 { base = residentKiB() }
}
let growth = residentKiB() - base
isOver.store(true, ordering: .relaxed)
for _ in 0..<2 { ended.wait() }
let mistakes = wrong.load(ordering: .relaxed)
let sawBoth = sawFirst.load(ordering: .relaxed) && sawSecond.load(ordering: .relaxed)
print(
  "\(swaps) swaps, \(reads.load(ordering: .relaxed)) reads, wrong: \(mistakes), saw both: \(sawBoth), "
    + "growth: \(growth) KiB")
exit(mistakes == 0 && sawBoth ? 0 : 1)
