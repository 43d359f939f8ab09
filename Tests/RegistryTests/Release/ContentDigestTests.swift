import Registry
import RegistryTestSupport
import Testing

struct ContentDigestTests {
  /// The encoding once more, in another language and from the rows of another client.
  private static let script = """
    import hashlib, sqlite3, sys
    TABLES = [
        ("language", "tag, english_name, own_name, direction, fallback, required, position", "tag"),
        ("category", "key, position", "key"),
        ("category_range", "first, last, category", "first"),
        ("category_name", "category, language, name", "category, language"),
        ("status_code", "code, symbol, category, state, replaced_by, http_status, retryable, description", "code"),
        ("message", "language, code, text", "language, code"),
    ]
    def encoded(value):
        if value is None: return b"n"
        if isinstance(value, int): return b"i%d;" % value
        data = value.encode("utf-8")
        return b"t%d:%s" % (len(data), data)
    db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    digest = hashlib.sha256(encoded("status-code-registry content 1"))
    for table, columns, key in TABLES:
        rows = db.execute(f"SELECT {columns} FROM {table} ORDER BY {key}").fetchall()
        for part in [table, len(rows)] + [value for row in rows for value in row]:
            digest.update(encoded(part))
    print("sha256:" + digest.hexdigest())
    """

  private func recomputed(_ file: String, in folder: TemporaryFolder) throws -> String {
    let result = try Command("python3", ["-c", Self.script, file], in: folder.path).run()
    try #require(result.status == 0, "\(result.error)")
    return String(result.output.prefix { $0 != "\n" })
  }

  @Test func `the digest can be recomputed from the rows, of the live file and of the snapshot`() throws {
    let release = try ReleaseFixture()
    let digest = try release.registry.open(.reading).read { try $0.snapshot() }.contentDigest
    #expect(digest == release.created.manifest.contentDigest)
    #expect(try recomputed("registry.db", in: release.registry.folder) == digest)
    #expect(try recomputed("registry-1.0.db", in: release.folder) == digest)
  }

  static let base = Snapshot(
    revision: 1,
    languages: [
      Language(
        tag: .english, englishName: "English", ownName: "English", direction: .leftToRight, fallback: nil,
        isRequired: true, position: 1),
      Language(
        tag: .arabic, englishName: "Arabic", ownName: "العربية", direction: .rightToLeft, fallback: .english,
        isRequired: false, position: 2),
    ],
    categories: [StatusCategory(key: "data", position: 1, ranges: [1...9, 20...29], names: [.english: "Data"])],
    codes: [
      StatusCode(number: 1, symbol: "ONE", category: "data"), StatusCode(number: 2, symbol: "TWO", category: "data"),
    ],
    messages: [
      .init(code: 1, language: .english, text: "One"), .init(code: 2, language: .english, text: "Two"),
      .init(code: 1, language: .arabic, text: "واحد"),
    ])

  private func changed(
    revision: Int = 1, languages: [Language]? = nil, categories: [StatusCategory]? = nil, codes: [StatusCode]? = nil,
    messages: [Snapshot.Message]? = nil
  ) -> String {
    let base = Self.base
    return Snapshot(
      revision: revision, languages: languages ?? base.languages, categories: categories ?? base.categories,
      codes: codes ?? base.codes, messages: messages ?? base.messages
    ).contentDigest
  }

  @Test func `the digest is of the content alone, in any order`() {
    let base = Self.base
    #expect(
      changed(
        revision: 99, languages: base.languages.reversed(), codes: base.codes.reversed(),
        messages: base.messages.reversed()) == base.contentDigest)
    #expect(base.contentDigest.wholeMatch(of: /sha256:[0-9a-f]{64}/) != nil)
  }

  @Test func `every field counts`() throws {
    var digests = [Self.base.contentDigest]
    func language(_ change: (inout Language) -> Void) {
      var languages = Self.base.languages
      change(&languages[0])
      digests.append(changed(languages: languages))
    }
    func category(_ change: (inout StatusCategory) -> Void) {
      var categories = Self.base.categories
      change(&categories[0])
      digests.append(changed(categories: categories))
    }
    func code(_ change: (inout StatusCode) -> Void) {
      var codes = Self.base.codes
      change(&codes[0])
      digests.append(changed(codes: codes))
    }
    language { $0.englishName = "x" }
    language { $0.ownName = "x" }
    language { $0.direction = .leftToRight }
    language { $0.fallback = nil }
    language { $0.isRequired.toggle() }
    language { $0.position = 9 }
    category { $0.position = 9 }
    category { $0.ranges = [1...8, 20...29] }
    category { $0.ranges = [1...9] }
    category { $0.names[.english] = "x" }
    category { $0.names[.arabic] = "Data" }
    code { $0.symbol = "X" }
    code { $0.category = "x" }
    code { $0.state = .deprecated }
    code { $0.replacedBy = 2 }
    code { $0.httpStatus = 2 }
    code { $0.isRetryable = true }
    code { $0.isRetryable = false }
    code { $0.description = "x" }
    code { $0.description = "e\u{301}" }
    code { $0.description = "\u{e9}" }
    digests.append(changed(messages: Array(Self.base.messages.dropLast())))
    digests.append(changed(messages: Self.base.messages.map { .init(code: $0.code, language: $0.language, text: "x") }))
    digests.append(changed(codes: Self.base.codes + [StatusCode(number: 3, symbol: "THREE", category: "data")]))
    #expect(Set(digests).count == digests.count)
  }
}
