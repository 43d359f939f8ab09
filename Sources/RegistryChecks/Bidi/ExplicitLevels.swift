/// The levels that the formatting characters of a paragraph give (rules X1 to X9).
struct ExplicitLevels {
  /// The level of each character, or ``BidiParagraph/removed``.
  var levels: [UInt8]
  /// The class of each character after overrides.
  private(set) var classes: [BidiClass]

  private struct Status {
    let level: UInt8
    let override: BidiClass?
    let isIsolate: Bool
  }

  private var stack: [Status]
  private var (overflowIsolates, overflowEmbeddings, validIsolates) = (0, 0, 0)

  init(_ original: [BidiClass], isolates: BidiIsolates, level: UInt8) {
    classes = original
    levels = [UInt8](repeating: level, count: original.count)
    stack = [Status(level: level, override: nil, isIsolate: false)]
    for (index, bidiClass) in original.enumerated() {
      switch bidiClass {
      case .rightToLeftEmbedding: embed(isOdd: true, override: nil)
      case .leftToRightEmbedding: embed(isOdd: false, override: nil)
      case .rightToLeftOverride: embed(isOdd: true, override: .rightToLeft)
      case .leftToRightOverride: embed(isOdd: false, override: .leftToRight)
      case .popDirectionalFormat: popEmbedding()
      case .rightToLeftIsolate: isolate(index, isOdd: true)
      case .leftToRightIsolate: isolate(index, isOdd: false)
      case .firstStrongIsolate:
        let end = isolates.closing[index] ?? original.count
        isolate(index, isOdd: isolates.firstStrongLevel(original, index + 1..<max(index + 1, end)) == 1)
      case .popDirectionalIsolate:
        popIsolate()
        apply(at: index)
      case .paragraphSeparator, .boundaryNeutral: break
      default: apply(at: index)
      }
      if bidiClass.isRemoved { levels[index] = BidiParagraph.removed }
    }
  }

  /// The next level of a direction above the one on top.
  private func next(isOdd: Bool) -> UInt8 {
    let top = stack.last?.level ?? 0
    return isOdd ? (top + 1) | 1 : (top + 2) & ~1
  }

  private mutating func apply(at index: Int) {
    guard let top = stack.last else { return }
    levels[index] = top.level
    if let override = top.override { classes[index] = override }
  }

  private mutating func embed(isOdd: Bool, override: BidiClass?) {
    let level = next(isOdd: isOdd)
    if level <= BidiParagraph.maximumDepth && overflowIsolates == 0 && overflowEmbeddings == 0 {
      stack.append(Status(level: level, override: override, isIsolate: false))
    } else if overflowIsolates == 0 {
      overflowEmbeddings += 1
    }
  }

  private mutating func isolate(_ index: Int, isOdd: Bool) {
    apply(at: index)
    let level = next(isOdd: isOdd)
    if level <= BidiParagraph.maximumDepth && overflowIsolates == 0 && overflowEmbeddings == 0 {
      validIsolates += 1
      stack.append(Status(level: level, override: nil, isIsolate: true))
    } else {
      overflowIsolates += 1
    }
  }

  private mutating func popIsolate() {
    if overflowIsolates > 0 {
      overflowIsolates -= 1
    } else if validIsolates > 0 {
      overflowEmbeddings = 0
      while stack.last?.isIsolate == false { stack.removeLast() }
      stack.removeLast()
      validIsolates -= 1
    }
  }

  private mutating func popEmbedding() {
    if overflowIsolates > 0 { return }
    if overflowEmbeddings > 0 {
      overflowEmbeddings -= 1
    } else if stack.last?.isIsolate == false && stack.count >= 2 {
      stack.removeLast()
    }
  }
}
