/// The items with the largest values: a heap whose first item has the smallest of them.
struct BestList {
  private let limit: Int
  private var heap: [(item: Int, value: Float)] = []

  init(limit: Int) {
    self.limit = limit
    heap.reserveCapacity(limit)
  }

  /// The items in no particular order.
  var items: [Int] { heap.map(\.item) }

  /// Returns whether an item with a value belongs into the list.
  @inline(__always) func takes(_ value: Float) -> Bool { heap.count < limit || limit > 0 && value > heap[0].value }

  /// Adds an item, in place of the worst one when the list is full.
  mutating func add(_ item: Int, _ value: Float) {
    guard takes(value) else { return }
    if heap.count < limit {
      heap.append((item, value))
      var place = heap.count - 1
      while place > 0, heap[place].value < heap[(place - 1) / 2].value {
        heap.swapAt(place, (place - 1) / 2)
        place = (place - 1) / 2
      }
    } else {
      heap[0] = (item, value)
      var place = 0
      while true {
        var least = place
        for child in [2 * place + 1, 2 * place + 2] where child < heap.count && heap[child].value < heap[least].value {
          least = child
        }
        if least == place { break }
        heap.swapAt(place, least)
        place = least
      }
    }
  }
}
