/// The tables of a snapshot in contract 1.
///
/// Readers in other languages rely on `message`, `localized_message` and `registry_info`. The other tables contain the
/// rest of the released data.
package enum SnapshotSchema {
  /// The number of the contract. A snapshot stores it as `registry_info` key `format` and as `user_version`.
  package static let contract = 1

  /// The statements that create the schema, exactly as SQLite stores them. The schema of a file is compared with these.
  package static let statements = [
    """
    CREATE TABLE registry_info (
      key   TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE language (
      tag          TEXT    NOT NULL PRIMARY KEY,
      english_name TEXT    NOT NULL,
      own_name     TEXT    NOT NULL,
      direction    TEXT    NOT NULL,
      fallback     TEXT    REFERENCES language (tag),
      required     INTEGER NOT NULL,
      position     INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE language_fallback (
      language TEXT    NOT NULL REFERENCES language (tag),
      step     INTEGER NOT NULL,
      tag      TEXT    NOT NULL REFERENCES language (tag),
      PRIMARY KEY (language, step)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE category (
      key      TEXT    NOT NULL PRIMARY KEY,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE category_range (
      first    INTEGER NOT NULL PRIMARY KEY,
      last     INTEGER NOT NULL,
      category TEXT    NOT NULL REFERENCES category (key)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE category_name (
      category TEXT NOT NULL REFERENCES category (key),
      language TEXT NOT NULL REFERENCES language (tag),
      name     TEXT NOT NULL,
      PRIMARY KEY (category, language)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE status_code (
      code        INTEGER NOT NULL PRIMARY KEY,
      symbol      TEXT    NOT NULL,
      category    TEXT    NOT NULL REFERENCES category (key),
      state       TEXT    NOT NULL,
      replaced_by INTEGER REFERENCES status_code (code),
      http_status INTEGER,
      retryable   INTEGER,
      description TEXT
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX status_code_by_symbol ON status_code (symbol)
    """,
    """
    CREATE TABLE message (
      code     INTEGER NOT NULL REFERENCES status_code (code),
      language TEXT    NOT NULL REFERENCES language (tag),
      text     TEXT    NOT NULL,
      PRIMARY KEY (language, code)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE VIEW localized_message (code, symbol, category, language, text, text_language, direction) AS
    SELECT status_code.code, status_code.symbol, status_code.category, language.tag,
           coalesce(own.text, (
             SELECT message.text
             FROM language_fallback AS chain JOIN message
               ON message.code = status_code.code AND message.language = chain.tag
             WHERE chain.language = language.tag ORDER BY chain.step LIMIT 1)),
           coalesce(own.language, (
             SELECT message.language
             FROM language_fallback AS chain JOIN message
               ON message.code = status_code.code AND message.language = chain.tag
             WHERE chain.language = language.tag ORDER BY chain.step LIMIT 1)),
           CASE WHEN own.language IS NOT NULL THEN language.direction ELSE (
             SELECT answer.direction
             FROM language_fallback AS chain JOIN message
               ON message.code = status_code.code AND message.language = chain.tag
             JOIN language AS answer ON answer.tag = message.language
             WHERE chain.language = language.tag ORDER BY chain.step LIMIT 1) END
    FROM language
    CROSS JOIN status_code
    LEFT JOIN message AS own ON own.language = language.tag AND own.code = status_code.code
    WHERE status_code.state <> 'retired' AND (own.code IS NOT NULL OR EXISTS (
      SELECT 1
      FROM language_fallback AS chain JOIN message ON message.code = status_code.code AND message.language = chain.tag
      WHERE chain.language = language.tag))
    """,
  ]

  /// The statements of the snapshots that earlier builds made, which are still read. They had no index of the symbols
  /// and a slower view.
  static let earlierStatements = [
    statements.filter { !$0.hasPrefix("CREATE UNIQUE INDEX") && !$0.hasPrefix("CREATE VIEW") } + [
      """
      CREATE VIEW localized_message (code, symbol, category, language, text, text_language, direction) AS
      SELECT status_code.code, status_code.symbol, status_code.category, language.tag,
             message.text, message.language, answer.direction
      FROM status_code
      CROSS JOIN language
      JOIN message ON message.code = status_code.code AND message.language = (
        SELECT language_fallback.tag
        FROM language_fallback JOIN message AS candidate
          ON candidate.code = status_code.code AND candidate.language = language_fallback.tag
        WHERE language_fallback.language = language.tag
        ORDER BY language_fallback.step
        LIMIT 1
      )
      JOIN language AS answer ON answer.tag = message.language
      WHERE status_code.state <> 'retired'
      """
    ]
  ]
}
