import Foundation
import RegistryTestSupport
import Testing

@testable import RegistryCatalog

struct RegistryErrorTests {
  @Test func `every code stands in the docs with the exit code of its kind`() throws {
    let source = try String(
      contentsOfFile: Command.package + "/Sources/RegistryCatalog/Values/RegistryError.swift", encoding: .utf8)
    let page = try String(contentsOfFile: Command.package + "/docs/reliability.md", encoding: .utf8)
    let codes = source.matches(of: /Self\("([a-z-]+)", \.(\w+)\)/)
    #expect(codes.count > 30)
    let exits = [
      "mismatch": 2, "conflict": 3, "notFound": 4, "busy": 5, "foreign": 6, "corrupt": 7, "inputOutput": 8,
      "invalid": 65, "other": 1,
    ]
    for code in codes {
      let row = try #require(
        page.split(separator: "\n").first { $0.hasPrefix("|") && $0.contains("`\(code.1)`") }, "\(code.1)")
      let exit = try #require(exits[String(code.2)])
      #expect(row.contains("| \(exit) |"), "\(code.1)")
    }
    #expect(Set(codes.map { String($0.1) }).count == codes.count)
  }

  @Test func `an error reads as its message and its hint`() {
    #expect("\(RegistryError(.busy, "It is busy.", .follow(rule: "Try again.")))" == "It is busy. Try again.")
    #expect("\(RegistryError(.busy, "It is busy."))" == "It is busy.")
  }
}
