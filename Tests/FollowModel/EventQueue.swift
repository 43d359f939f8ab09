/// The followers in the order of the times at which they do something next: a binary heap.
struct EventQueue {
  /// A time in milliseconds, and the number of a follower.
  typealias Event = (time: Int, follower: Int)

  private var heap: [Event] = []

  mutating func add(_ event: Event) {
    heap.append(event)
    var place = heap.count - 1
    while place > 0, heap[place].time < heap[(place - 1) / 2].time {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func next() -> Event? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return first }
    heap[0] = last
    var place = 0
    while true {
      let children = [2 * place + 1, 2 * place + 2].filter { $0 < heap.count }
      guard let least = children.min(by: { heap[$0].time < heap[$1].time }), heap[least].time < heap[place].time else {
        return first
      }
      heap.swapAt(place, least)
      place = least
    }
  }
}
