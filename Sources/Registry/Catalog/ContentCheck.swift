import Dispatch
import RegistrySQLite
import Synchronization

/// Works out the content digest of a catalog, and whether its texts are UTF-8, while the catalog is still being read: one
/// thread adds each part as soon as it has it, another one waits for them.
final class ContentCheck: Sendable {
  private enum Part: Sendable {
    case beginning([Language], [StatusCategory], CodeColumns, messageCount: Int)
    case messages(String, TextColumn)
  }

  private let parts = Mutex<[Part]>([])
  /// Signalled for each part, and once more at the end.
  private let arrived = DispatchSemaphore(value: 0)

  /// Everything but the messages.
  func add(_ languages: [Language], _ categories: [StatusCategory], _ codes: CodeColumns, messageCount: Int) {
    add(.beginning(languages, categories, codes, messageCount: messageCount))
  }

  /// The messages of a language, in the order of the tags.
  func add(_ tag: String, _ messages: TextColumn) { add(.messages(tag, messages)) }

  private func add(_ part: Part) {
    parts.withLock { $0.append(part) }
    arrived.signal()
  }

  /// Nothing more comes, be it that all was read or that reading failed.
  func end() { arrived.signal() }

  /// What all parts come to; waits for the end.
  func result() -> (digest: String, isUTF8: Bool) {
    var digest = ContentDigest()
    var isUTF8 = true
    var numbers: [Int32] = []
    while let part = next() {
      switch part {
      case .beginning(let languages, let categories, let codes, let messageCount):
        digest.append(languages.sorted { $0.tag < $1.tag })
        digest.append(categories.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
        codes.append(to: &digest)
        digest.beginMessages(count: messageCount)
        isUTF8 = codes.isUTF8
        numbers = codes.index.numbers
      case .messages(let tag, let column):
        for row in numbers.indices where !column.isEmpty(row) {
          column.withBytes(row) { digest.message(tag, Int(numbers[row]), text: $0) }
        }
        isUTF8 = isUTF8 && column.isUTF8
      }
    }
    return (digest.finish(), isUTF8)
  }

  private func next() -> Part? {
    arrived.wait()
    return parts.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }
}
