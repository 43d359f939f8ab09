-- Why: the terms of the glossary and the silences of checks were written in a page; checks, the search and the history
-- need them as rows.

-- The history tells which row a change belongs to. Terms and silences have keys of their own, so the table is made
-- anew with two more columns and every row that it had. Until this migration commits, both tables exist.
DROP TRIGGER change_is_appended;
DROP TRIGGER change_is_kept;
DROP TRIGGER change_is_never_deleted;
DROP INDEX change_by_code;
DROP INDEX change_by_entity;
ALTER TABLE change RENAME TO kept_change;

-- check_id is the name of a check, such as end-mark.
CREATE TABLE change (
  operation INTEGER NOT NULL REFERENCES operation (id),
  sequence  INTEGER NOT NULL CHECK (sequence >= 1),
  entity    TEXT    NOT NULL CHECK (entity IN ('language', 'category', 'status_code', 'translation', 'term',
    'term_rendering', 'silence')),
  code      INTEGER CHECK ((code IS NOT NULL) = (entity IN ('status_code', 'translation', 'silence'))),
  category  TEXT    CHECK ((category IS NOT NULL) = (entity = 'category')),
  language  TEXT    CHECK (entity NOT IN ('status_code', 'term') OR language IS NULL)
    CHECK (entity NOT IN ('term_rendering', 'silence') OR language IS NOT NULL),
  term      TEXT    CHECK ((term IS NOT NULL) = (entity IN ('term', 'term_rendering'))),
  check_id  TEXT    CHECK ((check_id IS NOT NULL) = (entity = 'silence')),
  field     TEXT    NOT NULL CHECK (field <> ''),
  before    ANY,
  after     ANY,
  PRIMARY KEY (operation, sequence),
  CHECK (before IS NOT after)
) STRICT, WITHOUT ROWID;

INSERT INTO change (operation, sequence, entity, code, category, language, field, before, after)
SELECT operation, sequence, entity, code, category, language, field, before, after
FROM kept_change ORDER BY operation, sequence;
DROP TABLE kept_change;

CREATE INDEX change_by_code ON change (code, language, operation) WHERE code IS NOT NULL;
CREATE INDEX change_by_entity ON change (entity, category, language, operation) WHERE code IS NULL;
CREATE INDEX change_by_term ON change (term, language, operation) WHERE term IS NOT NULL;

CREATE TRIGGER change_is_appended BEFORE INSERT ON change
WHEN NEW.operation IS NOT (SELECT max(id) FROM operation)
  OR EXISTS (SELECT 1 FROM change WHERE operation = NEW.operation AND sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'changes are only appended to the newest operation'); END;

CREATE TRIGGER change_is_kept BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'history is never updated'); END;

CREATE TRIGGER change_is_never_deleted BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;

-- Terms -------------------------------------------------------------------------------------------------------

-- No text here has a control character, a bidi control, or a space at either end.
CREATE TABLE term (
  source   TEXT    NOT NULL PRIMARY KEY COLLATE NOCASE
    CHECK (source <> '' AND trim(source) = source AND length(source) <= 200 AND instr(source, char(0)) = 0
      AND source NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || char(1564, 8206, 8207)
        || char(8232) || '-' || char(8238) || char(8294) || '-' || char(8297) || ']*'),
  note     TEXT
    CHECK (trim(note) <> '' AND length(note) <= 1000 AND instr(note, char(0)) = 0
      AND note NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || char(1564, 8206, 8207)
        || char(8232) || '-' || char(8238) || ']*'),
  revision INTEGER NOT NULL REFERENCES operation (id)
) STRICT, WITHOUT ROWID;

-- other_forms, synonyms and forbidden: words with ' | ' between them; NULL where there are none.
CREATE TABLE term_rendering (
  term        TEXT NOT NULL COLLATE NOCASE REFERENCES term (source),
  language    TEXT NOT NULL REFERENCES language (tag),
  text        TEXT NOT NULL
    CHECK (text <> '' AND trim(text) = text AND length(text) <= 200 AND instr(text, char(0)) = 0
      AND instr(text, '|') = 0
      AND text NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || char(1564, 8206, 8207)
        || char(8232) || '-' || char(8238) || char(8294) || '-' || char(8297) || ']*'),
  other_forms TEXT
    CHECK (other_forms <> '' AND trim(other_forms) = other_forms AND length(other_forms) <= 4000
      AND instr(other_forms, char(0)) = 0 AND instr(replace(other_forms, ' | ', ''), '|') = 0
      AND instr(other_forms, '  |') = 0 AND instr(other_forms, '|  ') = 0
      AND other_forms NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159)
        || char(1564, 8206, 8207) || char(8232) || '-' || char(8238) || char(8294) || '-' || char(8297) || ']*'),
  synonyms    TEXT
    CHECK (synonyms <> '' AND trim(synonyms) = synonyms AND length(synonyms) <= 4000
      AND instr(synonyms, char(0)) = 0 AND instr(replace(synonyms, ' | ', ''), '|') = 0
      AND instr(synonyms, '  |') = 0 AND instr(synonyms, '|  ') = 0
      AND synonyms NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159)
        || char(1564, 8206, 8207) || char(8232) || '-' || char(8238) || char(8294) || '-' || char(8297) || ']*'),
  forbidden   TEXT
    CHECK (forbidden <> '' AND trim(forbidden) = forbidden AND length(forbidden) <= 4000
      AND instr(forbidden, char(0)) = 0 AND instr(replace(forbidden, ' | ', ''), '|') = 0
      AND instr(forbidden, '  |') = 0 AND instr(forbidden, '|  ') = 0
      AND forbidden NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159)
        || char(1564, 8206, 8207) || char(8232) || '-' || char(8238) || char(8294) || '-' || char(8297) || ']*'),
  PRIMARY KEY (term, language)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER term_is_not_replaced BEFORE INSERT ON term
WHEN EXISTS (SELECT 1 FROM term WHERE source = NEW.source)
BEGIN SELECT RAISE(ABORT, 'the term exists'); END;

CREATE TRIGGER term_source_is_kept BEFORE UPDATE OF source ON term
WHEN NEW.source COLLATE BINARY IS NOT OLD.source
BEGIN SELECT RAISE(ABORT, 'the source of a term never changes'); END;

CREATE TRIGGER term_in_use_is_kept BEFORE DELETE ON term
WHEN EXISTS (SELECT 1 FROM term_rendering WHERE term = OLD.source)
BEGIN SELECT RAISE(ABORT, 'the term has renderings'); END;

CREATE TRIGGER term_rendering_is_known BEFORE INSERT ON term_rendering
WHEN NOT EXISTS (SELECT 1 FROM term WHERE source = NEW.term AND source = NEW.term COLLATE BINARY)
  OR NOT EXISTS (SELECT 1 FROM language WHERE tag = NEW.language)
BEGIN SELECT RAISE(ABORT, 'a rendering belongs to a known term and a known language'); END;

CREATE TRIGGER term_rendering_follows_source BEFORE INSERT ON term_rendering
WHEN (SELECT fallback FROM language WHERE tag = NEW.language) IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM term_rendering
    WHERE term = NEW.term AND language = (SELECT tag FROM language WHERE fallback IS NULL)
  )
BEGIN SELECT RAISE(ABORT, 'a term is rendered in the source language first'); END;

CREATE TRIGGER term_rendering_key_is_kept BEFORE UPDATE OF term, language ON term_rendering
WHEN NEW.term COLLATE BINARY IS NOT OLD.term OR NEW.language IS NOT OLD.language
BEGIN SELECT RAISE(ABORT, 'a rendering stays with its term and language'); END;

CREATE TRIGGER term_rendering_source_is_kept BEFORE DELETE ON term_rendering
WHEN (SELECT fallback FROM language WHERE tag = OLD.language) IS NULL
  AND EXISTS (SELECT 1 FROM term_rendering WHERE term = OLD.term AND language <> OLD.language)
BEGIN SELECT RAISE(ABORT, 'the rendering in the source language is removed last'); END;

-- Silences ----------------------------------------------------------------------------------------------------

-- text: the text that the finding was about. The silence is in force while the text of the code is the same.
CREATE TABLE silence (
  code     INTEGER NOT NULL REFERENCES status_code (code),
  language TEXT    NOT NULL REFERENCES language (tag),
  check_id TEXT    NOT NULL
    CHECK (length(check_id) <= 64 AND check_id GLOB '[a-z]*' AND check_id NOT GLOB '*[^a-z0-9-]*'
      AND instr(check_id, char(0)) = 0),
  text     TEXT    NOT NULL CHECK (trim(text) <> '' AND length(text) <= 4000 AND instr(text, char(0)) = 0),
  reason   TEXT    NOT NULL
    CHECK (trim(reason) <> '' AND length(reason) <= 1000 AND instr(reason, char(0)) = 0
      AND reason NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159)
        || char(1564, 8206, 8207) || char(8232) || '-' || char(8238) || ']*'),
  revision INTEGER NOT NULL REFERENCES operation (id),
  PRIMARY KEY (code, language, check_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER silence_is_known BEFORE INSERT ON silence
WHEN NOT EXISTS (SELECT 1 FROM status_code WHERE code = NEW.code)
  OR NOT EXISTS (SELECT 1 FROM language WHERE tag = NEW.language)
BEGIN SELECT RAISE(ABORT, 'a silence belongs to a known code and a known language'); END;

CREATE TRIGGER silence_key_is_kept BEFORE UPDATE OF code, language, check_id ON silence
WHEN NEW.code IS NOT OLD.code OR NEW.language IS NOT OLD.language OR NEW.check_id IS NOT OLD.check_id
BEGIN SELECT RAISE(ABORT, 'a silence stays with its code, language and check'); END;

-- Languages ---------------------------------------------------------------------------------------------------

DROP TRIGGER language_in_use_is_kept;

CREATE TRIGGER language_in_use_is_kept BEFORE DELETE ON language
WHEN EXISTS (SELECT 1 FROM translation WHERE language = OLD.tag)
  OR EXISTS (SELECT 1 FROM category_name WHERE language = OLD.tag)
  OR EXISTS (SELECT 1 FROM language WHERE fallback = OLD.tag)
  OR EXISTS (SELECT 1 FROM term_rendering WHERE language = OLD.tag)
  OR EXISTS (SELECT 1 FROM silence WHERE language = OLD.tag)
BEGIN SELECT RAISE(ABORT, 'the language is in use'); END;
