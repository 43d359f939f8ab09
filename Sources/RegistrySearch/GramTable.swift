/// Gives grams consecutive numbers: a hash table with open addresses.
struct GramTable: Sendable {
  /// A place of the table. It is free when its gram is 0.
  private struct Slot {
    var gram: UInt64 = 0
    var number: UInt32 = 0
  }

  private var slots: [Slot]
  /// How many grams there are.
  private(set) var count = 0

  /// Creates an empty table.
  ///
  /// - Parameter capacity: About how many grams will be added. More can be.
  init(capacity: Int = 0) {
    var size = 1 << 10
    while size * 3 < capacity * 4 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
  }

  @inline(__always)
  private static func place(of gram: UInt64, mask: Int) -> Int {
    Int(truncatingIfNeeded: (gram &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// Returns the number of a gram, and adds it if it is new.
  @inline(__always)
  mutating func add(_ gram: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Self.place(of: gram, mask: mask)
    while true {
      let slot = slots[place]
      if slot.gram == gram { return Int(slot.number) }
      if slot.gram == 0 { break }
      place = (place + 1) & mask
    }
    let number = count
    slots[place] = Slot(gram: gram, number: UInt32(truncatingIfNeeded: number))
    count += 1
    if count * 4 > slots.count * 3 { grow() }
    return number
  }

  /// Returns the number of a gram; nil when no text has it.
  func number(of gram: UInt64) -> Int? {
    let mask = slots.count - 1
    var place = Self.place(of: gram, mask: mask)
    while slots[place].gram != 0 {
      if slots[place].gram == gram { return Int(slots[place].number) }
      place = (place + 1) & mask
    }
    return nil
  }

  private mutating func grow() {
    let old = slots
    let mask = old.count * 2 - 1
    slots = [Slot](repeating: Slot(), count: mask + 1)
    for slot in old where slot.gram != 0 {
      var place = Self.place(of: slot.gram, mask: mask)
      while slots[place].gram != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}
