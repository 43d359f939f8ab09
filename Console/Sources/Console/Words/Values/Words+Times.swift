import Registry

extension Words {
  /// Returns a time as people write it, with its value for machines.
  ///
  /// - Parameter time: A time in UTC as the registry stores it, such as `2026-11-28T13:36:25Z`. Another text is shown
  ///   as it is.
  func time(_ time: String) -> HTML {
    let parts = time.split { "-T:Z".contains($0) }.compactMap { Int($0) }
    guard parts.count == 6, (1...12).contains(parts[1]), time.utf8.count == 20 else { return HTML.isolated(time) }
    let month = self(.months).split(separator: " ")[parts[1] - 1]
    let clock = time.dropFirst(11).prefix(5)
    let values = ["day": "\(parts[2])", "month": String(month), "year": "\(parts[0])", "clock": String(clock)]
    let text = phrase(.time, values.mapValues { .part(.words($0)) })
    return "<time datetime=\"\(time)\" dir=\"\(language.direction.rawValue)\">\(text.html)</time>"
  }
}
