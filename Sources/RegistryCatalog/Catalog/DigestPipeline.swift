import Dispatch
import RegistryBytes
import Synchronization

/// Computes the content digest of a catalog, and checks that its texts are UTF-8, while the catalog is being read. One
/// thread adds each part as soon as it has read it; another thread consumes the parts.
///
/// The reading side always starts first, and always closes the pipeline at its end, even when it fails. So the consumer
/// may block while it waits for a part: a running thread will add one or close the pipeline.
final class DigestPipeline: Sendable {
  /// The result of consuming all parts.
  struct Result: Sendable {
    /// The content digest: `sha256:` and 64 hexadecimal digits.
    let digest: String
    /// Whether every text is UTF-8.
    let isUTF8: Bool
  }

  private enum Part: Sendable {
    case beginning([Language], [StatusCategory], CodeColumns, messageCount: Int)
    case messages(String, TextColumn)
  }

  private let parts = Mutex<[Part]>([])
  /// Signalled once for each part, and once when the pipeline is closed.
  private let arrived = DispatchSemaphore(value: 0)

  /// Reads a catalog with `read` and computes its digest at the same time.
  ///
  /// - Parameters:
  ///   - isConcurrent: Whether to use two threads. For a small catalog, reading takes less time than waking up a
  ///     thread.
  ///   - read: Reads the catalog and adds its parts to the pipeline.
  ///   - meanwhile: Other work for the second thread, done before the digest.
  /// - Returns: The results of `read`, the pipeline and `meanwhile`.
  static func run<Value: Sendable, Other: Sendable>(
    isConcurrent: Bool, reading read: @Sendable (DigestPipeline) -> Value, meanwhile: @Sendable () -> Other
  ) -> (value: Value, result: Result, other: Other) {
    let pipeline = DigestPipeline()
    @Sendable func produce() -> Value {
      defer { pipeline.close() }
      return read(pipeline)
    }
    @Sendable func consume() -> (Other, Result) { (meanwhile(), pipeline.result()) }
    let halves = Mutex<(Value?, (Other, Result)?)>((nil, nil))
    if isConcurrent {
      // `concurrentPerform` hands out iterations in order and runs them on this thread when no worker is free, so the
      // consumer can block. A block on a queue might never start in a process whose threads are all busy.
      DispatchQueue.concurrentPerform(iterations: 2) { half in
        if half == 0 {
          let value = produce()
          halves.withLock { $0.0 = value }
        } else {
          let other = consume()
          halves.withLock { $0.1 = other }
        }
      }
    }
    let (value, consumed) = halves.withLock { $0 }
    let read = value ?? produce()
    let (other, result) = consumed ?? consume()
    return (read, result, other)
  }

  /// Computes the digest of content that is already in memory.
  static func digest(
    _ languages: [Language], _ categories: [StatusCategory], _ codes: CodeColumns, _ messages: [TextColumn], count: Int
  ) -> String {
    let pipeline = DigestPipeline()
    pipeline.begin(languages, categories, codes, messageCount: count)
    for place in languages.indices.sorted(by: { languages[$0].tag < languages[$1].tag }) {
      pipeline.add(languages[place].tag.description, messages[place])
    }
    pipeline.close()
    return pipeline.result().digest
  }

  /// Adds everything except the messages. Call it before `add(_:_:)`.
  func begin(_ languages: [Language], _ categories: [StatusCategory], _ codes: CodeColumns, messageCount: Int) {
    add(.beginning(languages, categories, codes, messageCount: messageCount))
  }

  /// Adds the messages of one language. Call it in the order of the tags.
  func add(_ tag: String, _ messages: TextColumn) { add(.messages(tag, messages)) }

  private func add(_ part: Part) {
    parts.withLock { $0.append(part) }
    arrived.signal()
  }

  /// Closes the pipeline.
  private func close() { arrived.signal() }

  /// Consumes all parts. Blocks until the pipeline is closed.
  private func result() -> Result {
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
    return Result(digest: digest.finish(), isUTF8: isUTF8)
  }

  private func next() -> Part? {
    arrived.wait()
    return parts.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }
}
