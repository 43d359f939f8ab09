import Registry

extension RegistryReader {
  /// Returns an operation; nil when the person has made no such operation.
  func operation(
    _ number: Int, by person: String, shownChanges: Int? = nil
  ) throws(RegistryError) -> RegistryOperation? {
    guard (1...max(1, try revision())).contains(number) else { return nil }
    return try history(HistoryFilter(operation: number, shownChanges: shownChanges)).first { $0.actor == person }
  }
}
