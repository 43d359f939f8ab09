import BenchSupport
import CMalloc
import Glibc
import Registry

extension RegistryBench {
  /// Measures the heap and the resident pages that a catalog adds: after loading, and after every message has been
  /// read.
  static func memory(of path: String, codes: String) throws {
    let codes = try numbers(of: codes)
    let (heap, resident) = (heapInUse(), try residentBytes())
    let catalog = try Catalog(snapshot: RegistryPath(path))
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

  /// Returns the bytes that malloc has allocated and not freed, including large blocks that are mapped individually.
  static func heapInUse() -> Int {
    let information = mallinfo2()
    return Int(information.uordblks) + Int(information.hblkhd)
  }

  private static func residentBytes() throws -> Int {
    let fields = try lines(of: "/proc/self/statm").first?.split(separator: " ").compactMap { Int($0) } ?? []
    guard fields.count > 1 else { throw BenchFailure("/proc/self/statm has another form.") }
    return fields[1] * sysconf(Int32(_SC_PAGESIZE))
  }
}
