-- Why: a release can take the last reviewed text of each message instead of a later one; to compare another with it,
-- its content must be known again from the history.

ALTER TABLE release ADD COLUMN last_reviewed INTEGER NOT NULL DEFAULT 0 CHECK (last_reviewed IN (0, 1));
