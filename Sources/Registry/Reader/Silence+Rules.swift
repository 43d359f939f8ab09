import RegistryCatalog

extension Silence {
  /// Checks the name of the check, the reason and the text.
  ///
  /// - Throws: `RegistryError.Code.invalidKey` when the name cannot be that of a check;
  ///   `RegistryError.Code.invalidText` or `RegistryError.Code.invalidPattern` when the reason or the text is not
  ///   valid.
  func validate() throws(RegistryError) {
    guard Self.isCheck(check) else {
      throw RegistryError(
        .invalidKey, "'\(check)' cannot be the name of a check.",
        .follow(
          rule: "A name is lower-case ASCII letters, digits and '-', begins with a letter, and has at most 64 "
            + "characters."))
    }
    try TextRules.validateLine(reason, name: "The reason", limit: TextRules.maximumNoteLength)
    try TextRules.validateMessage(text, in: language)
  }
}

extension RegistryReader {
  /// Returns a finding for each silence that breaks a rule, which another program can have written.
  func brokenSilences() throws(RegistryError) -> [Finding] {
    try silences().map(\.silence).compactMap { silence in
      do throws(RegistryError) {
        try silence.validate()
        return nil
      } catch {
        return Finding(invalid: .silence(silence.code, silence.language, check: silence.check), error)
      }
    }
  }
}
