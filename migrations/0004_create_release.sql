-- Why: what was released must stay known, so that the same name never means other content.
-- Recording a release is no operation: it changes nothing that a release contains.

CREATE TABLE release (
  id             INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  name           TEXT    NOT NULL UNIQUE
    CHECK (length(name) <= 64 AND name GLOB '[A-Za-z0-9]*' AND name NOT GLOB '*[^A-Za-z0-9._+-]*'
      AND instr(name, char(0)) = 0),
  revision       INTEGER NOT NULL REFERENCES operation (id),
  content_digest TEXT    NOT NULL CHECK (content_digest GLOB 'sha256:*' AND length(content_digest) = 71),
  created_at     TEXT    NOT NULL,
  recorded_at    TEXT    NOT NULL,
  actor          TEXT    NOT NULL
) STRICT;

CREATE TRIGGER release_is_appended BEFORE INSERT ON release
WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM release) OR EXISTS (SELECT 1 FROM release WHERE name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'a release is recorded once, under the next number'); END;

CREATE TRIGGER release_is_kept BEFORE UPDATE ON release
BEGIN SELECT RAISE(ABORT, 'a recorded release is never changed'); END;

CREATE TRIGGER release_is_never_deleted BEFORE DELETE ON release
BEGIN SELECT RAISE(ABORT, 'a recorded release is never deleted'); END;
