/// A byte of flags for each code point, in two levels: pages of 256 code points, of which equal ones are shared.
struct ScalarTable: Sendable {
  private static let pageSize = 256

  /// The index of the page of each 256 code points, in the order of the code points.
  private var pages = [UInt16](repeating: 0, count: 0x110000 / pageSize)
  private var values = [UInt8](repeating: 0, count: pageSize)
  /// The pages that have the same value everywhere, by that value. They are shared, and therefore never changed.
  private var uniform: [UInt8: UInt16] = [0: 0]

  /// Adds flags to all code points of a range.
  mutating func insert(_ flags: UInt8, in range: ClosedRange<UInt32>) {
    var (first, end) = (Int(range.lowerBound), min(Int(range.upperBound) + 1, 0x110000))
    while first < end {
      let page = first / Self.pageSize
      let next = min((page + 1) * Self.pageSize, end)
      let value = uniform.first { $0.value == pages[page] }?.key
      if let value, next - first == Self.pageSize {
        pages[page] = uniformPage(value | flags)
      } else {
        if let value { pages[page] = append(value) }
        let start = Int(pages[page]) * Self.pageSize
        for offset in first % Self.pageSize...(next - 1) % Self.pageSize { values[start + offset] |= flags }
      }
      first = next
    }
  }

  /// Adds flags to the characters of a list.
  mutating func insert(_ flags: UInt8, _ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars { insert(flags, in: scalar.value...scalar.value) }
  }

  private mutating func uniformPage(_ value: UInt8) -> UInt16 {
    if let page = uniform[value] { return page }
    let page = append(value)
    uniform[value] = page
    return page
  }

  private mutating func append(_ value: UInt8) -> UInt16 {
    values += repeatElement(value, count: Self.pageSize)
    return UInt16(values.count / Self.pageSize - 1)
  }

  /// The flags of a code point.
  subscript(scalar: Unicode.Scalar) -> UInt8 {
    values[Int(pages[Int(scalar.value >> 8)]) << 8 | Int(scalar.value & 0xFF)]
  }
}
