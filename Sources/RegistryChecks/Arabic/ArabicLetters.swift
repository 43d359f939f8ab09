/// The checks of the letters of Arabic.
enum ArabicLetters {
  /// Finds stretched letters. A tatweel after a word of one letter shows how that letter is joined, as in `بـ` and
  /// `هـ`, and is fine.
  static func tatweel(_ leaf: TextLeaf) -> [Occurrence] {
    let scalars = leaf.scalars
    guard scalars.contains(where: \.isTatweel) else { return [] }
    let table = CharacterKind.table
    let isOfWord = { (scalar: Unicode.Scalar) in scalar.isTatweel || table.kind(scalar).contains(.arabic) }
    var (occurrences, start) = ([Occurrence](), 0)
    while start < scalars.count {
      var end = start
      while end < scalars.count, isOfWord(scalars[end]) { end += 1 }
      let word = scalars[start..<end]
      if word.contains(where: \.isTatweel), !isOneLetter(word) {
        // A word that ends with a tatweel is to be joined with what follows, and cannot lose it alone.
        let text = scalars.text(start..<end)
        let plain = word.filter { !$0.isTatweel }
        occurrences.append(
          Occurrence(
            range: start..<end, message: "“\(text)” has U+0640 (ARABIC TATWEEL), which only stretches a letter.",
            suggestion: word.last?.isTatweel == true ? nil : String(String.UnicodeScalarView(plain))))
      }
      start = max(end, start + 1)
    }
    return occurrences
  }

  /// Whether a word is one letter, perhaps with marks, and one tatweel.
  private static func isOneLetter(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    let letters = word.filter { !$0.isTatweel && $0.properties.canonicalCombiningClass == .notReordered }
    return letters.count == 1 && word.last?.isTatweel == true && word.count(where: \.isTatweel) == 1
  }

  /// Finds forms of display: the characters that hold a letter in one of its shapes. Exempt are ornate brackets, the
  /// rial sign, and ligatures that are written as one character.
  static func presentationForms(_ leaf: TextLeaf) -> [Occurrence] {
    guard leaf.scalars.contains(where: \.isPresentationForm) else { return [] }
    let scalars = leaf.scalars
    var (occurrences, start) = ([Occurrence](), 0)
    while start < scalars.count {
      var end = start
      while end < scalars.count, scalars[end].isPresentationForm { end += 1 }
      if end > start {
        let letters = scalars[start..<end].map { plainLetters[$0] }
        let plain = letters.allSatisfy { $0 != nil } ? letters.compactMap(\.self).flatMap(\.self) : nil
        occurrences.append(
          Occurrence(
            range: start..<end,
            message:
              "“\(scalars.text(start..<end))” is in forms of display, which a search for the letters does not find.",
            suggestion: plain.map { $0.text(0..<$0.count) }))
      }
      start = max(end, start + 1)
    }
    return occurrences
  }

  /// The letters of a presentation form.
  private static let plainLetters: [Unicode.Scalar: [Unicode.Scalar]] = {
    var plain: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for part in ArabicFormData.letters.split(separator: " ") {
      let fields = part.split(separator: ":")
      guard fields.count == 3, let first = Hexadecimal.scalar(fields[0]), let count = UInt32(fields[1]) else {
        continue
      }
      let letters = fields[2].split(separator: ",").compactMap { Hexadecimal.scalar($0) }
      for offset in 0..<count {
        if let form = Unicode.Scalar(first.value + offset) { plain[form] = letters }
      }
    }
    return plain
  }()

  /// Finds letters and digits of Persian and Urdu in Arabic. Exempt are ٱ and the letters for foreign sounds that
  /// Arabic has taken up, such as ڤ.
  static func persian(_ leaf: TextLeaf) -> [Occurrence] {
    guard leaf.scalars.contains(where: \.isPersian) else { return [] }
    let scalars = leaf.scalars
    let table = CharacterKind.table
    return scalars.indices.compactMap { index in
      guard scalars[index].isPersian else { return nil }
      let isLast = !table.kind(scalars.at(index + 1)).contains(.arabic)
      let suggestion = arabicLetter(scalars[index], isLast: isLast)
      let what = (0x6F0...0x6F9).contains(scalars[index].value) ? "a digit" : "a letter"
      return Occurrence(
        range: index..<index + 1,
        message: "\(scalars[index].codePointAndName) is \(what) of Persian or Urdu.", suggestion: suggestion)
    }
  }

  private static func arabicLetter(_ scalar: Unicode.Scalar, isLast: Bool) -> String? {
    switch scalar {
    case "ک": "ك"
    // At the end of a word, ي and ى are two letters in Arabic, and one in Persian.
    case "ی": isLast ? nil : "ي"
    case "ے": "ي"
    case "ہ", "ھ": "ه"
    case _ where (0x6F0...0x6F9).contains(scalar.value): scalar.properties.numericValue.map { String(Int($0)) }
    default: nil
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isTatweel: Bool { value == 0x640 }

  fileprivate var isPresentationForm: Bool {
    switch value {
    case 0xFB50...0xFBC1, 0xFBD3...0xFD3D, 0xFD50...0xFDF1, 0xFDF3...0xFDF9, 0xFE70...0xFEFC: true
    default: false
    }
  }

  fileprivate var isPersian: Bool {
    switch value {
    case 0x6A4, 0x6A5, 0x6A8, 0x6AD: false
    case 0x672...0x6D3, 0x6D5, 0x6F0...0x6F9: true
    default: false
    }
  }
}
