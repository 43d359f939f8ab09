-- Why: the languages, categories, status codes and translations themselves, with the rules that must hold
-- whoever writes. A row's revision is the operation that last changed it, so who and when stand in the history.

CREATE TABLE language (
  tag          TEXT    NOT NULL PRIMARY KEY
    CHECK (length(tag) BETWEEN 2 AND 35 AND tag GLOB '[a-z][a-z]*' AND tag NOT GLOB '*[^A-Za-z0-9-]*'
      AND instr(tag, char(0)) = 0),
  english_name TEXT    NOT NULL CHECK (trim(english_name) <> '' AND instr(english_name, char(0)) = 0),
  own_name     TEXT    NOT NULL CHECK (trim(own_name) <> '' AND instr(own_name, char(0)) = 0),
  direction    TEXT    NOT NULL CHECK (direction IN ('ltr', 'rtl')),
  fallback     TEXT    REFERENCES language (tag),
  required     INTEGER NOT NULL CHECK (required IN (0, 1)),
  position     INTEGER NOT NULL,
  revision     INTEGER NOT NULL REFERENCES operation (id)
) STRICT, WITHOUT ROWID;

-- The source language is the one without a fallback; every other chain ends there.
CREATE UNIQUE INDEX language_source ON language ((fallback IS NULL)) WHERE fallback IS NULL;

CREATE TABLE category (
  key      TEXT    NOT NULL PRIMARY KEY
    CHECK (length(key) <= 32 AND key GLOB '[a-z]*' AND key NOT GLOB '*[^a-z0-9-]*' AND instr(key, char(0)) = 0),
  position INTEGER NOT NULL,
  revision INTEGER NOT NULL REFERENCES operation (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE category_range (
  first    INTEGER NOT NULL PRIMARY KEY CHECK (first >= 1),
  last     INTEGER NOT NULL CHECK (last BETWEEN first AND 999999999),
  category TEXT    NOT NULL REFERENCES category (key)
) STRICT, WITHOUT ROWID;

CREATE TABLE category_name (
  category TEXT NOT NULL REFERENCES category (key),
  language TEXT NOT NULL REFERENCES language (tag),
  name     TEXT NOT NULL CHECK (trim(name) <> '' AND instr(name, char(0)) = 0),
  PRIMARY KEY (category, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE status_code (
  code        INTEGER NOT NULL PRIMARY KEY CHECK (code BETWEEN 1 AND 999999999),
  symbol      TEXT    NOT NULL UNIQUE
    CHECK (length(symbol) <= 64 AND symbol GLOB '[A-Z]*' AND symbol NOT GLOB '*[^A-Z0-9_]*'
      AND instr(symbol, char(0)) = 0),
  category    TEXT    NOT NULL REFERENCES category (key),
  state       TEXT    NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'deprecated', 'retired')),
  replaced_by INTEGER REFERENCES status_code (code) CHECK (replaced_by <> code),
  http_status INTEGER CHECK (http_status BETWEEN 100 AND 599),
  retryable   INTEGER CHECK (retryable IN (0, 1)),
  description TEXT    CHECK (trim(description) <> '' AND length(description) <= 4000 AND instr(description, char(0)) = 0),
  revision    INTEGER NOT NULL REFERENCES operation (id)
) STRICT;

-- meaning_revision: the operation in which the text last changed its meaning.
-- source_revision: the source text's meaning_revision that this text was made from; a lower one is stale.
CREATE TABLE translation (
  code             INTEGER NOT NULL REFERENCES status_code (code),
  language         TEXT    NOT NULL REFERENCES language (tag),
  text             TEXT    NOT NULL CHECK (trim(text) <> '' AND length(text) <= 4000 AND instr(text, char(0)) = 0),
  state            TEXT    NOT NULL CHECK (state IN ('initial', 'translated', 'reviewed', 'final')),
  meaning_revision INTEGER NOT NULL REFERENCES operation (id),
  source_revision  INTEGER NOT NULL REFERENCES operation (id),
  revision         INTEGER NOT NULL REFERENCES operation (id),
  PRIMARY KEY (language, code)
) STRICT, WITHOUT ROWID;

CREATE INDEX translation_by_code ON translation (code);

-- Languages ---------------------------------------------------------------------------------------------------

CREATE TRIGGER language_is_not_replaced BEFORE INSERT ON language
WHEN EXISTS (SELECT 1 FROM language WHERE tag = NEW.tag OR (fallback IS NULL AND NEW.fallback IS NULL))
BEGIN SELECT RAISE(ABORT, 'the language exists, or a second source language was given'); END;

CREATE TRIGGER language_fallback_exists BEFORE INSERT ON language
WHEN NEW.fallback IS NOT NULL AND NOT EXISTS (SELECT 1 FROM language WHERE tag = NEW.fallback)
BEGIN SELECT RAISE(ABORT, 'the fallback is not a known language'); END;

CREATE TRIGGER language_fallback_ends BEFORE UPDATE OF fallback ON language
WHEN NEW.fallback IS NOT OLD.fallback AND (
  (NEW.fallback IS NULL) <> (OLD.fallback IS NULL)
  OR NOT EXISTS (SELECT 1 FROM language WHERE tag = NEW.fallback)
  OR EXISTS (
    WITH RECURSIVE chain (tag) AS (
      SELECT NEW.fallback
      UNION
      SELECT language.fallback FROM language JOIN chain ON language.tag = chain.tag
    )
    SELECT 1 FROM chain WHERE tag = NEW.tag
  )
)
BEGIN SELECT RAISE(ABORT, 'a fallback is a known language, and every chain of them ends at the source language'); END;

CREATE TRIGGER language_tag_is_kept BEFORE UPDATE OF tag ON language WHEN NEW.tag IS NOT OLD.tag
BEGIN SELECT RAISE(ABORT, 'the tag of a language never changes'); END;

CREATE TRIGGER language_in_use_is_kept BEFORE DELETE ON language
WHEN EXISTS (SELECT 1 FROM translation WHERE language = OLD.tag)
  OR EXISTS (SELECT 1 FROM category_name WHERE language = OLD.tag)
  OR EXISTS (SELECT 1 FROM language WHERE fallback = OLD.tag)
BEGIN SELECT RAISE(ABORT, 'the language is in use'); END;

-- Categories --------------------------------------------------------------------------------------------------

CREATE TRIGGER category_is_not_replaced BEFORE INSERT ON category
WHEN EXISTS (SELECT 1 FROM category WHERE key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'the category exists'); END;

CREATE TRIGGER category_key_is_kept BEFORE UPDATE OF key ON category WHEN NEW.key IS NOT OLD.key
BEGIN SELECT RAISE(ABORT, 'the key of a category never changes'); END;

CREATE TRIGGER category_in_use_is_kept BEFORE DELETE ON category
WHEN EXISTS (SELECT 1 FROM status_code WHERE category = OLD.key)
  OR EXISTS (SELECT 1 FROM category_range WHERE category = OLD.key)
  OR EXISTS (SELECT 1 FROM category_name WHERE category = OLD.key)
BEGIN SELECT RAISE(ABORT, 'the category is in use'); END;

CREATE TRIGGER category_range_is_free BEFORE INSERT ON category_range
WHEN NOT EXISTS (SELECT 1 FROM category WHERE key = NEW.category)
  OR EXISTS (SELECT 1 FROM category_range WHERE first <= NEW.last AND last >= NEW.first)
BEGIN SELECT RAISE(ABORT, 'the range overlaps another one, or its category is unknown'); END;

CREATE TRIGGER category_range_stays_free BEFORE UPDATE ON category_range
WHEN NEW.category IS NOT OLD.category
  OR EXISTS (SELECT 1 FROM category_range WHERE first <> OLD.first AND first <= NEW.last AND last >= NEW.first)
  OR EXISTS (
    SELECT 1 FROM status_code
    WHERE category = OLD.category AND code BETWEEN OLD.first AND OLD.last AND code NOT BETWEEN NEW.first AND NEW.last
  )
BEGIN SELECT RAISE(ABORT, 'the range overlaps another one, changes its category, or would leave a code outside'); END;

CREATE TRIGGER category_range_in_use_is_kept BEFORE DELETE ON category_range
WHEN EXISTS (SELECT 1 FROM status_code WHERE category = OLD.category AND code BETWEEN OLD.first AND OLD.last)
BEGIN SELECT RAISE(ABORT, 'the range holds codes'); END;

CREATE TRIGGER category_name_is_known BEFORE INSERT ON category_name
WHEN NOT EXISTS (SELECT 1 FROM category WHERE key = NEW.category)
  OR NOT EXISTS (SELECT 1 FROM language WHERE tag = NEW.language)
BEGIN SELECT RAISE(ABORT, 'a name belongs to a known category and a known language'); END;

CREATE TRIGGER category_name_key_is_kept BEFORE UPDATE OF category, language ON category_name
WHEN NEW.category IS NOT OLD.category OR NEW.language IS NOT OLD.language
BEGIN SELECT RAISE(ABORT, 'a name stays with its category and language'); END;

-- Status codes ------------------------------------------------------------------------------------------------

CREATE TRIGGER status_code_is_not_reused BEFORE INSERT ON status_code
WHEN EXISTS (SELECT 1 FROM status_code WHERE code = NEW.code OR symbol = NEW.symbol)
BEGIN SELECT RAISE(ABORT, 'a number or symbol is never used twice'); END;

CREATE TRIGGER status_code_is_in_range BEFORE INSERT ON status_code
WHEN NOT EXISTS (SELECT 1 FROM category_range WHERE category = NEW.category AND NEW.code BETWEEN first AND last)
BEGIN SELECT RAISE(ABORT, 'the number is outside the ranges of its category'); END;

CREATE TRIGGER status_code_stays_in_range BEFORE UPDATE OF category ON status_code
WHEN NOT EXISTS (SELECT 1 FROM category_range WHERE category = NEW.category AND NEW.code BETWEEN first AND last)
BEGIN SELECT RAISE(ABORT, 'the number is outside the ranges of its category'); END;

-- Not OF code: the number is the rowid, and an update by that name would pass.
CREATE TRIGGER status_code_number_is_kept BEFORE UPDATE ON status_code WHEN NEW.code IS NOT OLD.code
BEGIN SELECT RAISE(ABORT, 'the number of a code never changes'); END;

CREATE TRIGGER status_code_symbol_stays_unique BEFORE UPDATE OF symbol ON status_code
WHEN EXISTS (SELECT 1 FROM status_code WHERE symbol = NEW.symbol AND code <> OLD.code)
BEGIN SELECT RAISE(ABORT, 'a number or symbol is never used twice'); END;

CREATE TRIGGER status_code_is_replaced_by_known BEFORE INSERT ON status_code
WHEN NEW.replaced_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM status_code WHERE code = NEW.replaced_by)
BEGIN SELECT RAISE(ABORT, 'the replacement is not a known code'); END;

CREATE TRIGGER status_code_stays_replaced_by_known BEFORE UPDATE OF replaced_by ON status_code
WHEN NEW.replaced_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM status_code WHERE code = NEW.replaced_by)
BEGIN SELECT RAISE(ABORT, 'the replacement is not a known code'); END;

CREATE TRIGGER status_code_is_never_deleted BEFORE DELETE ON status_code
BEGIN SELECT RAISE(ABORT, 'a code is retired, never deleted'); END;

-- Translations ------------------------------------------------------------------------------------------------

CREATE TRIGGER translation_is_known BEFORE INSERT ON translation
WHEN NOT EXISTS (SELECT 1 FROM status_code WHERE code = NEW.code)
  OR NOT EXISTS (SELECT 1 FROM language WHERE tag = NEW.language)
BEGIN SELECT RAISE(ABORT, 'a translation belongs to a known code and a known language'); END;

CREATE TRIGGER translation_key_is_kept BEFORE UPDATE OF code, language ON translation
WHEN NEW.code IS NOT OLD.code OR NEW.language IS NOT OLD.language
BEGIN SELECT RAISE(ABORT, 'a translation stays with its code and language'); END;

CREATE TRIGGER translation_source_is_kept BEFORE DELETE ON translation
WHEN (SELECT fallback FROM language WHERE tag = OLD.language) IS NULL
BEGIN SELECT RAISE(ABORT, 'the source text of a code is changed, never deleted'); END;
