import Foundation
import Testing

@testable import RegistryCatalog

struct DatabaseFileTests {
  /// A regular file that states a size of 0 and has a word for each page of this process: hundreds of gigabytes.
  private static let endless = "/proc/self/pagemap"

  @Test(.enabled(if: FileManager.default.isReadableFile(atPath: endless), "there is no such file"))
  func `a file that is longer than it said is not read to its end`() throws {
    #expect(try DatabaseFile.sha256(RegistryPath(Self.endless), size: 0) == nil)
  }
}
