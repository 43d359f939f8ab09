-- Why: many systems answer success with the number 0, and the symbols of some have more than 64 characters.

-- SQLite changes a CHECK only together with its table, so both tables are made anew, with the same rows, triggers and
-- columns. The references to a code are checked when the migration commits. The indexes of replaced_by serve these
-- checks alone: without them, each code would be looked for in all others.
PRAGMA defer_foreign_keys = ON;

CREATE TEMP TABLE kept_range AS SELECT first, last, category FROM category_range;
DROP TABLE category_range;

CREATE TABLE category_range (
  first    INTEGER NOT NULL PRIMARY KEY CHECK (first >= 0),
  last     INTEGER NOT NULL CHECK (last BETWEEN first AND 999999999),
  category TEXT    NOT NULL REFERENCES category (key)
) STRICT, WITHOUT ROWID;

INSERT INTO category_range (first, last, category) SELECT first, last, category FROM kept_range ORDER BY first;
DROP TABLE kept_range;

CREATE TEMP TABLE kept_code AS
SELECT code, symbol, category, state, replaced_by, http_status, retryable, description, revision FROM status_code;
CREATE INDEX status_code_by_replacement ON status_code (replaced_by);
DROP TABLE status_code;

CREATE TABLE status_code (
  code        INTEGER NOT NULL PRIMARY KEY CHECK (code BETWEEN 0 AND 999999999),
  symbol      TEXT    NOT NULL UNIQUE
    CHECK (length(symbol) <= 128 AND symbol GLOB '[A-Z]*' AND symbol NOT GLOB '*[^A-Z0-9_]*'
      AND instr(symbol, char(0)) = 0),
  category    TEXT    NOT NULL REFERENCES category (key),
  state       TEXT    NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'deprecated', 'retired')),
  replaced_by INTEGER REFERENCES status_code (code) CHECK (replaced_by <> code),
  http_status INTEGER CHECK (http_status BETWEEN 100 AND 599),
  retryable   INTEGER CHECK (retryable IN (0, 1)),
  description TEXT    CHECK (trim(description) <> '' AND length(description) <= 4000 AND instr(description, char(0)) = 0),
  revision    INTEGER NOT NULL REFERENCES operation (id)
) STRICT;

CREATE INDEX status_code_by_replacement ON status_code (replaced_by);
INSERT INTO status_code (code, symbol, category, state, replaced_by, http_status, retryable, description, revision)
SELECT code, symbol, category, state, replaced_by, http_status, retryable, description, revision
FROM kept_code ORDER BY code;
DROP INDEX status_code_by_replacement;
DROP TABLE kept_code;

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
