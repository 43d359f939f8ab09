/// Gives grams consecutive numbers: a hash table with open addresses.
struct GramTable: Sendable {
  private var keys: [UInt64]
  private var numbers: [UInt32]
  /// How many grams there are.
  private(set) var count = 0

  init() {
    keys = [UInt64](repeating: 0, count: 1 << 10)
    numbers = [UInt32](repeating: 0, count: 1 << 10)
  }

  @inline(__always)
  private static func place(of gram: UInt64, mask: Int) -> Int {
    Int(truncatingIfNeeded: (gram &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// Returns the number of a gram, and adds it if it is new.
  @inline(__always)
  mutating func add(_ gram: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Self.place(of: gram, mask: mask)
    while keys[place] != 0 {
      if keys[place] == gram { return Int(numbers[place]) }
      place = (place + 1) & mask
    }
    let number = count
    keys[place] = gram
    numbers[place] = UInt32(number)
    count += 1
    if count * 2 > keys.count { grow() }
    return number
  }

  /// Returns the number of a gram; nil when no text has it.
  func number(of gram: UInt64) -> Int? {
    let mask = keys.count - 1
    var place = Self.place(of: gram, mask: mask)
    while keys[place] != 0 {
      if keys[place] == gram { return Int(numbers[place]) }
      place = (place + 1) & mask
    }
    return nil
  }

  private mutating func grow() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    let mask = oldKeys.count * 2 - 1
    keys = [UInt64](repeating: 0, count: mask + 1)
    numbers = [UInt32](repeating: 0, count: mask + 1)
    for (old, gram) in oldKeys.enumerated() where gram != 0 {
      var place = Self.place(of: gram, mask: mask)
      while keys[place] != 0 { place = (place + 1) & mask }
      keys[place] = gram
      numbers[place] = oldNumbers[old]
    }
  }
}
