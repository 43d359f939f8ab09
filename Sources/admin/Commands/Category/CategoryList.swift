import ArgumentParser
import Registry

/// Lists categories.
struct CategoryList: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List categories, their ranges and names.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let categories = try shared.reading().read { try $0.categories() }
    let columns: [Column<Revised<StatusCategory>>] = [
      Column("CATEGORY", "key") { .string($0.value.key) },
      Column("POSITION", "position") { .integer($0.value.position) },
      Column("REVISION", "revision") { .integer($0.revision) },
      Column("RANGES", "ranges", cell: { $0.value.ranges.map(\.shown).joined(separator: " ") }) {
        $0.value.members(revision: nil)["ranges"] ?? .null
      },
      Column("NAMES", "names", cell: { $0.value.shownNames }) { $0.value.members(revision: nil)["names"] ?? .null },
    ]
    try shared.console.print(Report(categories, columns))
  }
}

extension ClosedRange<Int> {
  fileprivate var shown: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound)-\(upperBound)" }
}

extension StatusCategory {
  fileprivate var shownNames: String {
    names.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
  }
}
