import BenchSupport
import CMalloc
import Glibc
import Registry

extension RegistryBench {
  /// The heap in use and the resident pages that a catalog adds: as it was loaded, and when each message was asked for.
  static func memory(of path: String, codes: String) throws {
    let codes = try numbers(of: codes)
    let (heap, resident) = (heapInUse(), try residentBytes())
    let catalog = try Catalog(snapshot: FilePath(path))
    let (loadedHeap, loadedResident) = (heapInUse(), try residentBytes())
    var sum = 0
    for language in catalog.languages {
      let preferred = [language.tag.description]
      for code in codes { sum &+= Int(catalog.message(for: code, in: preferred)?.text.utf8.first ?? 0) }
    }
    let askedHeap = heapInUse()
    withExtendedLifetime(catalog) {}
    report([
      "heap": loadedHeap - heap, "heap_when_asked": askedHeap - heap, "resident": loadedResident - resident,
      "sum": sum,
    ])
  }

  /// Bytes that malloc gave out and did not get back, the large blocks that are mapped one by one included.
  private static func heapInUse() -> Int {
    let information = mallinfo2()
    return Int(information.uordblks) + Int(information.hblkhd)
  }

  private static func residentBytes() throws -> Int {
    let fields = try lines(of: "/proc/self/statm").first?.split(separator: " ").compactMap { Int($0) } ?? []
    guard fields.count > 1 else { throw BenchFailure("/proc/self/statm has another form.") }
    return fields[1] * sysconf(Int32(_SC_PAGESIZE))
  }
}
