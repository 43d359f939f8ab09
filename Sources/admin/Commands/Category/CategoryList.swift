import ArgumentParser
import Registry

/// Lists categories.
struct CategoryList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List categories, their ranges and names.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let categories = try shared.reading().categories()
    try shared.console.print(
      Table(
        columns: ["CATEGORY", "POSITION", "REVISION", "RANGES", "NAMES"],
        rows: categories.map { category, revision in
          let ranges = category.ranges.map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
          }
          let names = category.names.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
          return [
            category.key, "\(category.position)", "\(revision)", ranges.joined(separator: " "),
            names.joined(separator: ", "),
          ]
        }),
      json: .array(categories.map { .object(JSON.category($0.category, revision: $0.revision)) }))
  }
}
