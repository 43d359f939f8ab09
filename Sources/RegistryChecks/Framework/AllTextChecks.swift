/// The checks of whole texts.
enum TextChecks {
  /// All of them, in the order in which they are listed.
  static let all: [TextCheck] =
    ArgumentChecks.all + FormChecks.all + [UnchangedCheck.check, ForeignWordsCheck.check] + SpaceChecks.all + [
      DoubledWordCheck.check
    ]
    + [EndMarkCheck.check] + LengthChecks.all + [NumberCheck.check, BracketCheck.check] + AddressChecks.all + [
      MarkupCheck.check
    ]
    + GlossaryChecks.all + DamageChecks.all
}
