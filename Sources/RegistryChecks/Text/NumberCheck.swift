import RegistryCatalog

/// The check of numbers: a text has those of its source text, in any digits and with any separators.
enum NumberCheck {
  /// The largest number of numbers that are compared. No message has so many.
  private static let limit = 64

  static let check = TextCheck(
    "different-number", .warning, .text, "a number that the source text does not have, or the other way round"
  ) { comparison, faults in
    comparison.eachLeaf { leaf, source in
      guard let source, !leaf.saysNumberInWords, leaf.traits.union(source.traits).contains(.digit) else { return }
      let language = comparison.text.profile.primary
      var found = TextNumber.all(in: leaf.scalars, language)
      let wanted = TextNumber.all(in: source.scalars, "en")
      guard found.count <= limit, wanted.count <= limit else { return }
      var missing: [TextNumber] = []
      for number in wanted.sorted(by: { !$0.isToken && $1.isToken }) {
        let same =
          found.firstIndex { !$0.isToken && $0.isSame(as: number) } ?? found.firstIndex { $0.isSame(as: number) }
        if let same {
          found.remove(at: same)
        } else if !number.isToken {
          missing.append(number)
        }
      }
      // A text may say the same number twice where its source text says it once.
      var extra = found.filter { number in !number.isToken && !wanted.contains { $0.isSame(as: number) } }
      if missing.isEmpty, extra.isEmpty { return }
      // `5:30 PM` is `17:30` elsewhere, so the numbers of clocks are not compared.
      if NumberWords.hasHalfDay(source.scalars) {
        let isOfClock = { (number: TextNumber) in
          number.values.contains { value in Int(value).map { (0...59).contains($0) } ?? false }
        }
        missing.removeAll(where: isOfClock)
        extra.removeAll(where: isOfClock)
      }
      // `24/7` is a figure of speech.
      removeAroundTheClock(&missing)
      removeAroundTheClock(&extra)
      if !extra.isEmpty {
        let words = NumberWords(of: source.scalars, "en")
        extra.removeAll { words.say($0) }
      }
      if !missing.isEmpty {
        let words = NumberWords(of: leaf.scalars, language)
        missing.removeAll { words.say($0) }
      }
      for (index, number) in extra.enumerated() {
        faults.append(
          Fault(
            range: leaf.stored(number.range),
            message: index < missing.count
              ? "The text has \(number.text) where its source text has \(missing[index].text)."
              : "The source text has no number \(number.text).",
            suggestion: index < missing.count ? missing[index].text : nil,
            values: index < missing.count
              ? [.number: number.text, .sourceNumber: missing[index].text] : [.number: number.text]))
      }
      for number in missing.dropFirst(extra.count) {
        faults.append(
          Fault(
            range: nil, message: "The text lacks the number \(number.text) of its source text.",
            values: [.sourceNumber: number.text]))
      }
    }
  }

  private static func removeAroundTheClock(_ numbers: inout [TextNumber]) {
    guard numbers.contains(where: { $0.text == "24" }), numbers.contains(where: { $0.text == "7" }) else { return }
    numbers.removeAll { ["24", "7", "365"].contains($0.text) }
  }
}

/// The words of a text that say small numbers.
struct NumberWords {
  private let values: Set<Int>
  /// Whether every small number may be said in words, because those of the language are unknown.
  private let isOpen: Bool

  init(of scalars: [Unicode.Scalar], _ language: String) {
    guard let list = Self.words[language] else {
      (values, isOpen) = ([], true)
      return
    }
    isOpen = false
    var values: Set<Int> = []
    // Arabic says one and two in the form of the noun.
    if language == "ar" || language == "he" { values = [1, 2] }
    let text = scalars.filter { $0.properties.generalCategory != .nonspacingMark }.text.lowercased()
    if language == "zh" || language == "ja" {
      for (word, value) in list where text.contains(word) { values.insert(value) }
    } else {
      let known = Dictionary(list.map { ($0.0, $0.1) }) { first, _ in first }
      for word in text.split(whereSeparator: { !$0.isLetter }) {
        if let value = known[String(word)] { values.insert(value) }
        // و ب ل ف and the article stand before a word.
        guard language == "ar" else { continue }
        for prefix in ["ال", "و", "ب", "ل", "وال", "بال", "لل", "خلال"] where word.hasPrefix(prefix) {
          if let value = known[String(word.dropFirst(prefix.count))] { values.insert(value) }
        }
      }
    }
    self.values = values
  }

  /// Returns whether an English text has times with AM or PM.
  static func hasHalfDay(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.text.lowercased().replacing(".", with: "").split(whereSeparator: { !$0.isLetter })
      .contains { $0 == "am" || $0 == "pm" }
  }

  /// Returns whether the words say a number.
  func say(_ number: TextNumber) -> Bool {
    guard let value = number.values.compactMap({ Int($0) }).first else { return false }
    return isOpen ? (0...12).contains(value) : values.contains(value)
  }

  private static let words: [String: [(String, Int)]] = [
    "en": [
      ("zero", 0), ("no", 0), ("none", 0), ("one", 1), ("once", 1), ("first", 1), ("single", 1), ("a", 1), ("an", 1),
      ("per", 1), ("two", 2), ("twice", 2), ("second", 2), ("both", 2), ("double", 2), ("three", 3), ("third", 3),
      ("four", 4), ("fourth", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10),
      ("twelve", 12), ("half", 50), ("hundred", 100), ("noon", 12), ("twenty", 20),
      ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("january", 1), ("jan", 1), ("february", 2),
      ("feb", 2), ("march", 3), ("mar", 3), ("april", 4), ("apr", 4), ("may", 5), ("june", 6), ("jun", 6), ("july", 7),
      ("jul", 7), ("august", 8), ("aug", 8), ("september", 9), ("sep", 9), ("sept", 9), ("october", 10), ("oct", 10),
      ("november", 11), ("nov", 11), ("december", 12), ("dec", 12), ("midnight", 0), ("positive", 0),
    ],
    "ar": [
      ("صفر", 0), ("الصفر", 0), ("بدون", 0), ("لا", 0), ("واحد", 1), ("واحدة", 1), ("مرة", 1), ("أول", 1), ("أولى", 1),
      ("اثنان", 2), ("اثنين", 2), ("اثنتان", 2), ("اثنتين", 2), ("مرتين", 2), ("ثلاث", 3), ("ثلاثة", 3), ("ثالث", 3),
      ("ثالثة", 3), ("أربع", 4), ("أربعة", 4), ("خمس", 5), ("خمسة", 5), ("ست", 6), ("ستة", 6), ("سبع", 7),
      ("سبعة", 7), ("ثمان", 8), ("ثماني", 8), ("ثمانية", 8), ("تسع", 9), ("تسعة", 9), ("عشر", 10), ("عشرة", 10),
      ("نصف", 50), ("مئة", 100), ("مائة", 100),
      ("يناير", 1), ("فبراير", 2), ("مارس", 3), ("أبريل", 4), ("ابريل", 4), ("إبريل", 4), ("مايو", 5), ("يونيو", 6),
      ("يوليو", 7), ("أغسطس", 8), ("اغسطس", 8), ("سبتمبر", 9), ("أكتوبر", 10), ("اكتوبر", 10), ("نوفمبر", 11),
      ("ديسمبر", 12), ("منتصف", 0), ("ظهرا", 12),
    ],
    "zh": [
      ("零", 0), ("一", 1), ("首", 1), ("每", 1), ("两", 2), ("二", 2), ("双", 2), ("三", 3), ("四", 4), ("五", 5),
      ("六", 6), ("七", 7), ("八", 8), ("九", 9), ("十", 10), ("十二", 12), ("半", 50), ("百", 100), ("无", 0),
      ("没有", 0), ("正数", 0),
    ],
    "fr": [
      ("zéro", 0), ("aucun", 0), ("aucune", 0), ("un", 1), ("une", 1), ("premier", 1), ("première", 1), ("deux", 2),
      ("trois", 3), ("quatre", 4), ("cinq", 5), ("six", 6), ("sept", 7), ("huit", 8), ("neuf", 9), ("dix", 10),
      ("douze", 12), ("minuit", 0), ("midi", 12), ("cent", 100), ("deuxième", 2), ("troisième", 3),
    ],
    "ru": [
      ("ноль", 0), ("нуля", 0), ("нет", 0), ("один", 1), ("одна", 1), ("одну", 1), ("одного", 1), ("одной", 1),
      ("два", 2), ("две", 2), ("двух", 2), ("три", 3), ("трёх", 3), ("трех", 3), ("четыре", 4), ("четырёх", 4),
      ("пять", 5), ("пяти", 5), ("шесть", 6), ("шести", 6), ("семь", 7), ("восемь", 8), ("девять", 9), ("десять", 10),
      ("десяти", 10), ("сто", 100), ("полночь", 0),
    ],
  ]
}
