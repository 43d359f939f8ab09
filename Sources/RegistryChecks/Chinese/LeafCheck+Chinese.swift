import RegistryCatalog

extension LeafCheck {
  /// The checks of texts in Chinese.
  static let chinese: [LeafCheck] = [
    LeafCheck(
      id: "traditional-character", severity: .error, summary: "a traditional character in Simplified Chinese",
      applies: { $0.isChinese && $0.chineseScript == .simplified },
      find: { ChineseScript.find($0, other: .traditional) }),
    LeafCheck(
      id: "simplified-character", severity: .error, summary: "a simplified character in Traditional Chinese",
      applies: { $0.isChinese && $0.chineseScript == .traditional },
      find: { ChineseScript.find($0, other: .simplified) }),
    LeafCheck(
      id: "radical", severity: .error, summary: "a sign for a part of characters in place of a Chinese character",
      applies: { $0.isChinese || ["ja", "ko"].contains($0.language) }, find: ChineseScript.radicals),
    LeafCheck(
      id: "half-width-punctuation", severity: .warning, summary: "half-width punctuation beside Chinese characters",
      applies: \.isChinese, find: ChineseWidth.punctuation),
    LeafCheck(
      id: "full-width-latin", severity: .warning, summary: "Latin letters, digits or percent signs of full width",
      applies: \.isChinese, find: ChineseWidth.latin),
    LeafCheck(
      id: "wrong-ellipsis", severity: .warning, summary: "an ellipsis that is not “……”", applies: \.isChinese,
      find: ChineseEllipsis.find),
    LeafCheck(
      id: "missing-space", severity: .warning, summary: "no space between a Chinese character and a Latin one",
      applies: \.isChinese, find: ChineseSpaces.missing),
    LeafCheck(
      id: "space-beside-chinese", severity: .warning,
      summary: "a space between Chinese characters, or beside full-width punctuation", applies: \.isChinese,
      find: ChineseSpaces.needless),
  ]
}
