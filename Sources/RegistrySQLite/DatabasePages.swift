/// The b-tree pages of a database image (sqlite.org/fileformat2.html, section 1.6).
struct DatabasePages: ~Copyable {
  struct Page {
    let number: Int
    let isLeaf: Bool
    /// Whether it is of a table with rowids, whose inner pages hold no rows.
    let hasRowids: Bool
    let cellCount: Int
    fileprivate let start: Int
    /// Of the cell pointers, from `start`.
    fileprivate let cells: Int
    fileprivate let rightmostChild: Int
  }

  /// How many whole pages there are.
  let count: Int
  private let image: DatabaseImage
  private let bytes: UnsafePointer<UInt8>
  private let pageSize: Int
  private let usableSize: Int
  /// A payload that did not fit into its page, with room for a varint behind it.
  private var assembled = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
  /// A file has no more pages than there are: where more are asked for, some run in a circle.
  private var pagesLeft: Int
  /// Nor more bytes in its cells: where more are read, cells overlap.
  private var bytesLeft: Int

  init(_ image: DatabaseImage) throws(SQLiteError) {
    guard image.count >= 512, let base = image.bytes.baseAddress else { throw .corruptPage(1) }
    let bytes = UnsafePointer(base.assumingMemoryBound(to: UInt8.self))
    let stated = Int(bytes[16]) << 8 | Int(bytes[17])
    let pageSize = stated == 1 ? 65_536 : stated
    let usableSize = pageSize - Int(bytes[20])
    // 1 is UTF-8.
    guard pageSize >= 512, pageSize.nonzeroBitCount == 1, usableSize >= 480, bytes[59] == 1 else {
      throw .corruptPage(1)
    }
    self.image = image
    self.bytes = bytes
    self.pageSize = pageSize
    self.usableSize = usableSize
    count = image.count / pageSize
    pagesLeft = count
    bytesLeft = image.count
  }

  deinit { assembled.deallocate() }

  mutating func page(_ number: Int) throws(SQLiteError) -> Page {
    let start = try self.start(of: number)
    // The first page begins with the header of the file.
    let header = start + (number == 1 ? 100 : 0)
    let (isLeaf, hasRowids): (Bool, Bool)
    switch bytes[header] {
    case 0x02: (isLeaf, hasRowids) = (false, false)
    case 0x05: (isLeaf, hasRowids) = (false, true)
    case 0x0A: (isLeaf, hasRowids) = (true, false)
    case 0x0D: (isLeaf, hasRowids) = (true, true)
    default: throw .corruptPage(number)
    }
    let cells = header + (isLeaf ? 8 : 12)
    let cellCount = read16(header + 3)
    guard cells + 2 * cellCount <= start + usableSize else { throw .corruptPage(number) }
    return Page(
      number: number, isLeaf: isLeaf, hasRowids: hasRowids, cellCount: cellCount, start: start, cells: cells,
      rightmostChild: isLeaf ? 0 : read32(header + 8))
  }

  /// The number of the page left of a cell; behind the last cell that of the rightmost one.
  func child(of page: Page, _ cell: Int) throws(SQLiteError) -> Int {
    cell == page.cellCount ? page.rightmostChild : read32(try self.cell(of: page, cell))
  }

  /// The record of a cell, good until the next one is read, and its rowid where it has one.
  mutating func payload(of page: Page, _ cell: Int, rowid: inout Int64) throws(SQLiteError) -> UnsafeBufferPointer<
    UInt8
  > {
    var place = try self.cell(of: page, cell) + (page.isLeaf ? 0 : 4)
    let size = varint(&place)
    if page.hasRowids { rowid = Int64(bitPattern: varint(&place)) }
    guard size <= UInt64(image.count) else { throw .corruptPage(page.number) }
    let (total, end) = (Int(size), page.start + usableSize)
    let local = localSize(total, hasRowids: page.hasRowids)
    bytesLeft -= local
    guard place + local + (local < total ? 4 : 0) <= end, bytesLeft >= 0 else { throw .corruptPage(page.number) }
    if local == total { return UnsafeBufferPointer(start: bytes + place, count: total) }
    return try assemble(total, local: local, at: place)
  }

  private mutating func assemble(_ total: Int, local: Int, at place: Int) throws(SQLiteError) -> UnsafeBufferPointer<
    UInt8
  > {
    if assembled.count < total + 16 {
      assembled.deallocate()
      assembled = .allocate(capacity: total + 16)
      assembled.initialize(repeating: 0)
    }
    copy(local, from: place, to: 0)
    var (length, next) = (local, read32(place + local))
    while length < total {
      let start = try start(of: next)
      let part = min(usableSize - 4, total - length)
      copy(part, from: start + 4, to: length)
      length += part
      next = read32(start)
    }
    return UnsafeBufferPointer(rebasing: assembled[..<total])
  }

  private func copy(_ length: Int, from place: Int, to offset: Int) {
    for byte in 0..<length { assembled[offset + byte] = bytes[place + byte] }
  }

  private mutating func start(of page: Int) throws(SQLiteError) -> Int {
    pagesLeft -= 1
    guard page >= 1, page <= count, pagesLeft >= 0 else { throw .corruptPage(page) }
    return (page - 1) * pageSize
  }

  /// How much of a payload lies in its page; the rest is in overflow pages.
  private func localSize(_ total: Int, hasRowids: Bool) -> Int {
    let most = hasRowids ? usableSize - 35 : (usableSize - 12) * 64 / 255 - 23
    guard total > most else { return total }
    let least = (usableSize - 12) * 32 / 255 - 23
    let wanted = least + (total - least) % (usableSize - 4)
    return wanted <= most ? wanted : least
  }

  private func cell(of page: Page, _ cell: Int) throws(SQLiteError) -> Int {
    let place = read16(page.cells + 2 * cell)
    guard place < usableSize else { throw .corruptPage(page.number) }
    return page.start + place
  }

  /// At most nine bytes, which the zeros behind the image's end allow.
  private func varint(_ place: inout Int) -> UInt64 { readVarint(bytes, &place) }

  private func read16(_ place: Int) -> Int { Int(bytes[place]) << 8 | Int(bytes[place + 1]) }
  private func read32(_ place: Int) -> Int { read16(place) << 16 | read16(place + 2) }
}

/// A variable-length integer: seven bits a byte, the highest first, all eight of a ninth byte.
@inline(__always)
func readVarint(_ bytes: UnsafePointer<UInt8>, _ place: inout Int) -> UInt64 {
  var value = UInt64(bytes[place])
  place += 1
  guard value >= 0x80 else { return value }
  value &= 0x7F
  for _ in 0..<7 {
    let byte = bytes[place]
    place += 1
    value = value << 7 | UInt64(byte & 0x7F)
    if byte < 0x80 { return value }
  }
  value = value << 8 | UInt64(bytes[place])
  place += 1
  return value
}
