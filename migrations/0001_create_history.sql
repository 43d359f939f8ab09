-- Why: nothing may change without a trace. Every write is one operation with its changes field by field;
-- the operation's number is the registry's revision. Rows are only ever added.
-- The guards are triggers, not only keys: other SQLite clients leave foreign keys off,
-- and INSERT OR REPLACE deletes rows without firing delete triggers.

CREATE TABLE schema_migration (
  version    INTEGER NOT NULL PRIMARY KEY,
  name       TEXT    NOT NULL,
  checksum   TEXT    NOT NULL,
  applied_at TEXT    NOT NULL
) STRICT;

CREATE TABLE operation (
  id      INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  at      TEXT    NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z'),
  actor   TEXT    NOT NULL CHECK (trim(actor) <> ''),
  command TEXT    NOT NULL CHECK (trim(command) <> ''),
  note    TEXT
) STRICT;

CREATE TABLE change (
  operation INTEGER NOT NULL REFERENCES operation (id),
  sequence  INTEGER NOT NULL CHECK (sequence >= 1),
  entity    TEXT    NOT NULL CHECK (entity IN ('language', 'category', 'status_code', 'translation')),
  code      INTEGER CHECK ((code IS NOT NULL) = (entity IN ('status_code', 'translation'))),
  category  TEXT    CHECK ((category IS NOT NULL) = (entity = 'category')),
  language  TEXT    CHECK (entity <> 'status_code' OR language IS NULL),
  field     TEXT    NOT NULL CHECK (field <> ''),
  before    ANY,
  after     ANY,
  PRIMARY KEY (operation, sequence),
  CHECK (before IS NOT after)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_by_code ON change (code, language, operation) WHERE code IS NOT NULL;

CREATE TRIGGER operation_rises BEFORE INSERT ON operation
WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM operation)
BEGIN SELECT RAISE(ABORT, 'an operation takes the next number'); END;

CREATE TRIGGER operation_is_kept BEFORE UPDATE ON operation
BEGIN SELECT RAISE(ABORT, 'history is never updated'); END;

CREATE TRIGGER operation_is_never_deleted BEFORE DELETE ON operation
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;

CREATE TRIGGER change_is_appended BEFORE INSERT ON change
WHEN NEW.operation IS NOT (SELECT max(id) FROM operation)
  OR EXISTS (SELECT 1 FROM change WHERE operation = NEW.operation AND sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'changes are only appended to the newest operation'); END;

CREATE TRIGGER change_is_kept BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'history is never updated'); END;

CREATE TRIGGER change_is_never_deleted BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;
