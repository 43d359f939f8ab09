import RegistryCatalog

extension LeafCheck {
  /// The checks of the order in which a right-to-left text is displayed.
  static let reordering: [LeafCheck] = [
    LeafCheck(
      id: "reordered-run", severity: .warning,
      summary: "a number or Latin text that is displayed in another order than on its own", applies: { _ in true },
      find: ReorderedRuns.find)
  ]
}
