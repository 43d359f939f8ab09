import RegistryCatalog

extension Snapshot {
  /// Returns a finding for each row that no registry may hold.
  ///
  /// The editor and the schema refuse such rows, but another program can write them to a file: texts with controls or
  /// broken patterns, numbers outside the ranges of their category, languages whose fallbacks do not end at the source
  /// language.
  func brokenRules() -> [Finding] {
    brokenRulesOfLanguages() + categories.flatMap(brokenRules) + brokenRulesOfRanges() + brokenRulesOfCodes()
      + brokenRulesOfMessages()
  }

  private func brokenRulesOfLanguages() -> [Finding] {
    let sources = Set(languages.filter { $0.fallback == nil }.map(\.tag))
    return zip(languages, languages.fallbackChains).flatMap { language, fallbacks -> [Finding] in
      let row = RegistryRow.language(language.tag)
      var findings: [Finding] = []
      for (name, subject) in [(language.englishName, "the English name"), (language.ownName, "its own name")] {
        findings += Self.findings(row) { () throws(RegistryError) in
          try TextRules.validateLine(name, name: subject, limit: TextRules.maximumNameLength)
        }
      }
      if sources.count > 1, language.fallback == nil {
        findings.append(Self.finding(row, "is one of \(sources.count) source languages"))
      }
      if fallbacks.chain.last.map(sources.contains) != true {
        findings.append(Self.finding(row, "has fallbacks that do not end at the source language"))
      }
      return findings
    }
  }

  private func brokenRules(of category: StatusCategory) -> [Finding] {
    var findings: [Finding] = []
    if category.ranges.isEmpty { findings.append(Self.finding(.category(category.key), "has no range of numbers")) }
    for (tag, name) in category.names.sorted(by: { $0.key < $1.key }) {
      findings += Self.findings(.categoryName(category.key, tag)) { () throws(RegistryError) in
        try TextRules.validateLine(name, name: "the name", limit: TextRules.maximumNameLength)
      }
    }
    return findings
  }

  private func brokenRulesOfRanges() -> [Finding] {
    let ranges = categories.flatMap { category in category.ranges.map { (key: category.key, range: $0) } }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    return zip(ranges, ranges.dropFirst()).filter { $0.range.upperBound >= $1.range.lowerBound }.map { first, second in
      let both = StatusCategory.text(of: [first.range, second.range])
      return Self.finding(.category(second.key), "has a range that overlaps one of \(first.key): \(both)")
    }
  }

  private func brokenRulesOfCodes() -> [Finding] {
    let ranges = Dictionary(categories.map { ($0.key, $0.ranges) }) { first, _ in first }
    var symbols: Set<String> = []
    return codes.flatMap { code -> [Finding] in
      let row = RegistryRow.statusCode(code.number)
      var findings: [Finding] = []
      if !symbols.insert(code.symbol).inserted {
        findings.append(Self.finding(row, "has the symbol \(code.symbol) of another code"))
      }
      if ranges[code.category]?.contains(where: { $0.contains(code.number) }) != true {
        findings.append(Self.finding(row, "is outside the ranges of its category \(code.category)"))
      }
      if code.replacedBy == code.number { findings.append(Self.finding(row, "is replaced by itself")) }
      if let description = code.description {
        findings += Self.findings(row) { () throws(RegistryError) in
          try TextRules.validateLine(description, name: "the description", limit: TextRules.maximumLength)
        }
      }
      return findings
    }
  }

  private func brokenRulesOfMessages() -> [Finding] {
    messages.flatMap { message in
      Self.findings(.translation(message.code, message.language)) { () throws(RegistryError) in
        try TextRules.validateMessage(message.text, in: message.language)
      }
    }
  }

  private static func finding(_ row: RegistryRow, _ problem: String) -> Finding {
    Finding(invalid: row, says: "\(row) \(problem).")
  }

  /// Returns the error of `check` as a finding; nothing when the check passes.
  private static func findings(_ row: RegistryRow, _ check: () throws(RegistryError) -> Void) -> [Finding] {
    do {
      try check()
      return []
    } catch {
      return [Finding(invalid: row, error)]
    }
  }
}

extension Finding {
  /// Creates the finding that a row breaks a rule of the registry.
  init(invalid row: RegistryRow, _ error: RegistryError) {
    self.init(invalid: row, says: "\(row): \(error.message)")
  }

  /// Creates the same finding with a sentence that names the row.
  init(invalid row: RegistryRow, says message: String) {
    self.init(check: "invalid-content", severity: .error, row: row, message: message)
  }
}

extension Snapshot {
  /// Returns a finding for each text of a code in use whose arguments are not those of its source text. A program that
  /// fills in the arguments of one language would fail in another.
  func differingArguments() -> [Finding] {
    guard let source = languages.first(where: { $0.fallback == nil })?.tag else { return [] }
    let sources = Dictionary(messages.filter { $0.language == source }.map { ($0.code, $0.text) }) { first, _ in first }
    let retired = Set(codes.filter { $0.state == .retired }.map(\.number))
    return messages.compactMap { message in
      guard message.language != source, !retired.contains(message.code), let text = sources[message.code],
        let difference = TextRules.argumentDifference(message.text, from: text)
      else { return nil }
      let row = RegistryRow.translation(message.code, message.language)
      return Finding(
        check: "arguments-differ", severity: .error, row: row,
        message: "\(row) has \(difference.found); its source text has \(difference.expected).")
    }
  }
}
