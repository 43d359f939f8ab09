/// Canonical composition (UAX #15) of one letter with its marks.
enum Composition {
  private struct Pair: Hashable {
    let first: Unicode.Scalar
    let second: Unicode.Scalar
  }

  private static let whole: [Pair: Unicode.Scalar] = {
    var whole: [Pair: Unicode.Scalar] = [:]
    for group in CompositionData.pairs.split(separator: " ") {
      let parts = group.split(separator: "=")
      guard parts.count == 2, let second = Hexadecimal.scalar(parts[0]) else { continue }
      for (first, composed) in Hexadecimal.pairs(parts[1], separator: ",") {
        whole[Pair(first: first, second: second)] = composed
      }
    }
    return whole
  }()

  private static let parts = Dictionary(uniqueKeysWithValues: whole.map { ($1, $0) })

  /// The characters that normalization replaces by one other.
  static let replaced = Dictionary(uniqueKeysWithValues: Hexadecimal.pairs(CompositionData.replaced))

  /// The characters that compose with one before them.
  static let marks = Set(whole.keys.map(\.second))

  /// Returns a letter with its marks in the order of Unicode, as they are and as composed.
  ///
  /// - Parameter cluster: A character and the marks that follow it.
  /// - Returns: The same characters in canonical order, and their composed form (NFC). Both are equal when composition
  ///   changes nothing.
  static func normalized(_ cluster: [Unicode.Scalar]) -> (ordered: [Unicode.Scalar], composed: [Unicode.Scalar]) {
    let decomposed = cluster.flatMap(decomposed)
    return (ordered(cluster), composed(ordered(decomposed)))
  }

  private static func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if let other = replaced[scalar] { return decomposed(other) }
    guard let pair = parts[scalar] else { return [scalar] }
    return decomposed(pair.first) + [pair.second]
  }

  /// Sorts each run of marks by combining class.
  private static func ordered(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var ordered: [Unicode.Scalar] = []
    var marks: [(order: UInt8, scalar: Unicode.Scalar)] = []
    let flush = { (marks: [(order: UInt8, scalar: Unicode.Scalar)]) in
      marks.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element.scalar)
    }
    for scalar in scalars {
      let order = scalar.properties.canonicalCombiningClass.rawValue
      if order > 0 {
        marks.append((order, scalar))
      } else {
        ordered += flush(marks) + [scalar]
        marks = []
      }
    }
    return ordered + flush(marks)
  }

  private static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard var starter = scalars.first else { return [] }
    var (rest, last): ([Unicode.Scalar], UInt8) = ([], 0)
    for scalar in scalars.dropFirst() {
      let order = scalar.properties.canonicalCombiningClass.rawValue
      let isBlocked = !rest.isEmpty && (last >= order || last == 0)
      if !isBlocked, let composed = whole[Pair(first: starter, second: scalar)] {
        starter = composed
      } else {
        rest.append(scalar)
        last = order
      }
    }
    return [starter] + rest
  }
}
