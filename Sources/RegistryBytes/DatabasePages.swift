/// The b-tree pages of a database image (sqlite.org/fileformat2.html, section 1.6).
struct DatabasePages: ~Copyable {
  /// One b-tree page, with the fields of its header.
  struct Page {
    let number: Int
    let isLeaf: Bool
    /// Whether the page belongs to a table with rowids. Only the leaf pages of such a table hold rows.
    let hasRowids: Bool
    let cellCount: Int
    /// The offset of the page in the file.
    fileprivate let start: Int
    /// The offset of the cell pointer array in the file.
    fileprivate let cells: Int
    fileprivate let rightmostChild: Int
  }

  /// The number of whole pages.
  let count: Int
  private let image: DatabaseImage
  private let bytes: UnsafePointer<UInt8>
  private let pageSize: Int
  private let usableSize: Int
  /// A buffer for payloads that continue on overflow pages. 16 bytes of slack follow the payload, so that a varint at
  /// its end can be read.
  private var assembled = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
  /// The number of pages that may still be read. No valid tree visits a page twice, so a tree that uses up this number
  /// contains a cycle.
  private var pagesLeft: Int
  /// The number of payload bytes that may still be read from b-tree pages. A tree that uses up this number has
  /// overlapping cells.
  private var bytesLeft: Int

  init(_ image: DatabaseImage) throws(ImageError) {
    guard image.count >= 512, let base = image.bytes.baseAddress else { throw .malformedPage(1) }
    let bytes = UnsafePointer(base.assumingMemoryBound(to: UInt8.self))
    let stated = Int(bytes[16]) << 8 | Int(bytes[17])
    let pageSize = stated == 1 ? 65_536 : stated
    let usableSize = pageSize - Int(bytes[20])
    // Byte 59 is the text encoding; 1 is UTF-8.
    guard pageSize >= 512, pageSize.nonzeroBitCount == 1, usableSize >= 480, bytes[59] == 1 else {
      throw .malformedPage(1)
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

  mutating func page(_ number: Int) throws(ImageError) -> Page {
    let start = try self.start(of: number)
    // The header of the database file occupies the first 100 bytes of page 1.
    let header = start + (number == 1 ? 100 : 0)
    let (isLeaf, hasRowids): (Bool, Bool)
    switch bytes[header] {
    case 0x02: (isLeaf, hasRowids) = (false, false)
    case 0x05: (isLeaf, hasRowids) = (false, true)
    case 0x0A: (isLeaf, hasRowids) = (true, false)
    case 0x0D: (isLeaf, hasRowids) = (true, true)
    default: throw .malformedPage(number)
    }
    let cells = header + (isLeaf ? 8 : 12)
    let cellCount = read16(header + 3)
    guard cells + 2 * cellCount <= start + usableSize else { throw .malformedPage(number) }
    return Page(
      number: number, isLeaf: isLeaf, hasRowids: hasRowids, cellCount: cellCount, start: start, cells: cells,
      rightmostChild: isLeaf ? 0 : read32(header + 8))
  }

  /// Returns the number of the child page to the left of a cell. The index after the last cell returns the rightmost
  /// child.
  func child(of page: Page, _ cell: Int) throws(ImageError) -> Int {
    cell == page.cellCount ? page.rightmostChild : read32(try self.cell(of: page, cell))
  }

  /// Reads the record of a cell, including its overflow pages.
  ///
  /// - Parameters:
  ///   - page: The page that holds the cell.
  ///   - cell: The index of the cell.
  ///   - rowid: Receives the rowid of the cell, when the table has rowids.
  /// - Returns: The bytes of the record. They are valid until the next call.
  /// - Throws: ``ImageError`` when the record does not fit into the page or the file.
  mutating func payload(
    of page: Page, _ cell: Int, rowid: inout Int64
  ) throws(ImageError) -> UnsafeBufferPointer<UInt8> {
    var place = try self.cell(of: page, cell) + (page.isLeaf ? 0 : 4)
    let size = varint(&place)
    if page.hasRowids { rowid = Int64(bitPattern: varint(&place)) }
    guard size <= UInt64(image.count) else { throw .malformedPage(page.number) }
    let (total, end) = (Int(size), page.start + usableSize)
    let local = localSize(total, hasRowids: page.hasRowids)
    bytesLeft -= local
    guard place + local + (local < total ? 4 : 0) <= end, bytesLeft >= 0 else { throw .malformedPage(page.number) }
    if local == total { return UnsafeBufferPointer(start: bytes + place, count: total) }
    return try assemble(total, local: local, at: place)
  }

  private mutating func assemble(
    _ total: Int, local: Int, at place: Int
  ) throws(ImageError) -> UnsafeBufferPointer<UInt8> {
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
    guard let start = assembled.baseAddress else { return }
    (start + offset).update(from: bytes + place, count: length)
  }

  private mutating func start(of page: Int) throws(ImageError) -> Int {
    pagesLeft -= 1
    guard page >= 1, page <= count, pagesLeft >= 0 else { throw .malformedPage(page) }
    return (page - 1) * pageSize
  }

  /// Returns how many bytes of a payload are stored in the b-tree page itself. The rest is stored in overflow pages.
  private func localSize(_ total: Int, hasRowids: Bool) -> Int {
    let most = hasRowids ? usableSize - 35 : (usableSize - 12) * 64 / 255 - 23
    guard total > most else { return total }
    let least = (usableSize - 12) * 32 / 255 - 23
    let wanted = least + (total - least) % (usableSize - 4)
    return wanted <= most ? wanted : least
  }

  private func cell(of page: Page, _ cell: Int) throws(ImageError) -> Int {
    let place = read16(page.cells + 2 * cell)
    guard place < usableSize else { throw .malformedPage(page.number) }
    return page.start + place
  }

  /// Reads a varint of at most nine bytes. The zero padding after the image makes this safe at the end of the file.
  private func varint(_ place: inout Int) -> UInt64 { readVarint(bytes, &place) }

  private func read16(_ place: Int) -> Int { Int(bytes[place]) << 8 | Int(bytes[place + 1]) }
  private func read32(_ place: Int) -> Int { read16(place) << 16 | read16(place + 2) }
}

/// Reads a variable-length integer: seven bits from each byte, most significant first, and all eight bits of a ninth
/// byte.
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
