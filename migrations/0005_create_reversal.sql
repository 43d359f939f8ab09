-- Why: whoever takes an operation back steps back and forward again, so the history says which operation undid
-- or redid which. An operation without a row here was made by hand.

-- root: the operation made by hand that was undone or redone.
CREATE TABLE reversal (
  operation INTEGER NOT NULL PRIMARY KEY REFERENCES operation (id),
  root      INTEGER NOT NULL REFERENCES operation (id) CHECK (root < operation),
  kind      TEXT    NOT NULL CHECK (kind IN ('undo', 'redo'))
) STRICT;

CREATE INDEX reversal_by_root ON reversal (root, operation);

-- What concerns no code is looked up by what it is about, as change_by_code does for codes.
CREATE INDEX change_by_entity ON change (entity, category, language, operation) WHERE code IS NULL;

CREATE TRIGGER reversal_is_appended BEFORE INSERT ON reversal
WHEN NEW.operation IS NOT (SELECT max(id) FROM operation)
  OR EXISTS (SELECT 1 FROM reversal WHERE operation IN (NEW.operation, NEW.root))
  OR NOT EXISTS (SELECT 1 FROM operation WHERE id = NEW.root)
BEGIN SELECT RAISE(ABORT, 'the newest operation reverses one that was made by hand'); END;

CREATE TRIGGER reversal_is_kept BEFORE UPDATE ON reversal
BEGIN SELECT RAISE(ABORT, 'history is never updated'); END;

CREATE TRIGGER reversal_is_never_deleted BEFORE DELETE ON reversal
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;
