/// The columns of one row, decoded from the SQLite record format (sqlite.org/fileformat2.html, section 2.1).
struct Record: ~Copyable {
  /// The value of one column.
  enum Value {
    case null
    case integer(Int64)
    case text(UnsafeBufferPointer<UInt8>)
    /// A real or a blob. No scanned table contains one.
    case other
  }

  private struct Column {
    var type: UInt64
    var start: Int
  }

  private let columnCount: Int
  private let columns: UnsafeMutablePointer<Column>
  private var payload = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  init(columnCount: Int) {
    self.columnCount = columnCount
    columns = .allocate(capacity: columnCount)
    columns.initialize(repeating: Column(type: 0, start: 0), count: columnCount)
  }

  deinit { columns.deallocate() }

  /// Parses the next payload.
  ///
  /// - Parameter payload: The bytes of the record. They must stay valid while values are read, and at least eight
  ///   readable bytes must follow them.
  /// - Returns: False when the payload is not a record of `columnCount` columns.
  mutating func parse(_ payload: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let bytes = payload.baseAddress, !payload.isEmpty else { return false }
    var place = 0
    let header = readVarint(bytes, &place)
    guard header <= UInt64(payload.count) else { return false }
    var (column, start) = (0, Int(header))
    while place < Int(header) {
      guard column < columnCount else { return false }
      let type = readVarint(bytes, &place)
      columns[column] = Column(type: type, start: start)
      guard let size = Self.size(of: type), size <= payload.count - start else { return false }
      start += size
      column += 1
    }
    self.payload = payload
    return place == Int(header) && column == columnCount
  }

  /// Returns the size in bytes of a value of the given serial type; nil for the reserved types.
  private static func size(of type: UInt64) -> Int? {
    switch type {
    case 0, 8, 9: 0
    case 1...4: Int(type)
    case 5: 6
    case 6, 7: 8
    case 10, 11: nil
    default: Int(exactly: (type - 12) / 2)
    }
  }

  func value(_ column: Int) -> Value {
    guard column >= 0, column < columnCount, let bytes = payload.baseAddress else { return .null }
    let (type, start) = (columns[column].type, columns[column].start)
    switch type {
    case 0: return .null
    case 8, 9: return .integer(Int64(type) - 8)
    case 1...6:
      // The integer is big-endian; its first byte carries the sign.
      var value = Int64(Int8(bitPattern: bytes[start]))
      for offset in 1..<max(Self.size(of: type) ?? 1, 1) { value = value << 8 | Int64(bytes[start + offset]) }
      return .integer(value)
    case let type where type >= 13 && type % 2 == 1:
      return .text(UnsafeBufferPointer(start: bytes + start, count: Int((type - 13) / 2)))
    default: return .other
    }
  }
}
