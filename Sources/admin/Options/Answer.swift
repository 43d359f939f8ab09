import Registry

/// An answer to a question, in English, Arabic or Chinese.
enum Answer {
  /// Returns whether an answer says yes; nil when it says neither yes nor no.
  static func isYes(_ text: String) -> Bool? {
    let word = word(text)
    return yes.contains(word) ? true : no.contains(word) ? false : nil
  }

  /// Returns an answer in small letters and without the white space around it, with its digits in ASCII.
  static func word(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    let end = start.reversed().prefix(while: \.isWhitespace).count
    return DecimalDigits.ascii(in: start.dropLast(end).lowercased())
  }

  private static let yes: Set<String> = ["y", "yes", "نعم", "أجل", "是", "是的", "对"]
  private static let no: Set<String> = ["n", "no", "لا", "كلا", "否", "不", "不是"]
}
