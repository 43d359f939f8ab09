import Testing

@testable import Registry

@Suite struct CodeNeighborsTests {
  @Test func `a number has the codes before and after it, whether it is a code or not`() throws {
    let registry = try RegistryFixture()
    try registry.open(.reading).read { reader in
      let numbers = try reader.codes().map(\.value.number)
      for (place, number) in numbers.enumerated() {
        let neighbors = try reader.neighbors(ofCode: number)
        #expect(neighbors.previous == (place > 0 ? numbers[place - 1] : nil))
        #expect(neighbors.next == (place + 1 < numbers.count ? numbers[place + 1] : nil))
      }
      #expect(try reader.neighbors(ofCode: 0) == (nil, numbers.first))
      #expect(try reader.neighbors(ofCode: 999_999_999) == (numbers.last, nil))
    }
  }
}
