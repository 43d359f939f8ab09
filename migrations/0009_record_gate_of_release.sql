-- Why: what a release was compared with, and which breaking changes were allowed and why, was only in its manifest,
-- which nobody can verify. Who allowed them is the actor of the release. A first release is compared with nothing, and
-- of releases that were recorded before this migration nothing is known; both have no row.

CREATE TABLE release_gate (
  release        INTEGER NOT NULL PRIMARY KEY REFERENCES release (id),
  against        TEXT    CHECK (trim(against) <> ''),
  content_digest TEXT    CHECK (content_digest GLOB 'sha256:*' AND length(content_digest) = 71),
  suggested      TEXT    CHECK (suggested IN ('major', 'minor', 'patch', 'none')),
  skipped        TEXT    CHECK (trim(skipped) <> ''),
  CHECK ((against IS NULL) = (skipped IS NOT NULL)),
  CHECK ((against IS NULL) = (content_digest IS NULL) AND (against IS NULL) = (suggested IS NULL))
) STRICT;

CREATE TRIGGER release_gate_is_appended BEFORE INSERT ON release_gate
WHEN NEW.release IS NOT (SELECT max(id) FROM release) OR EXISTS (SELECT 1 FROM release_gate WHERE release = NEW.release)
BEGIN SELECT RAISE(ABORT, 'the gate of a release is recorded once, together with it'); END;

CREATE TRIGGER release_gate_is_kept BEFORE UPDATE ON release_gate
BEGIN SELECT RAISE(ABORT, 'the gate of a release is never changed'); END;

CREATE TRIGGER release_gate_is_never_deleted BEFORE DELETE ON release_gate
BEGIN SELECT RAISE(ABORT, 'the gate of a release is never deleted'); END;

CREATE TABLE release_allowance (
  release  INTEGER NOT NULL REFERENCES release_gate (release),
  sequence INTEGER NOT NULL,
  kind     TEXT    NOT NULL CHECK (trim(kind) <> ''),
  subject  TEXT    NOT NULL CHECK (trim(subject) <> ''),
  reason   TEXT    NOT NULL CHECK (trim(reason) <> ''),
  PRIMARY KEY (release, sequence)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER release_allowance_is_appended BEFORE INSERT ON release_allowance
WHEN NEW.release IS NOT (SELECT max(id) FROM release)
  OR NEW.sequence <> (SELECT count(*) + 1 FROM release_allowance WHERE release = NEW.release)
  OR NOT EXISTS (SELECT 1 FROM release_gate WHERE release = NEW.release AND against IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'what a release was allowed is recorded together with its gate'); END;

CREATE TRIGGER release_allowance_is_kept BEFORE UPDATE ON release_allowance
BEGIN SELECT RAISE(ABORT, 'what a release was allowed is never changed'); END;

CREATE TRIGGER release_allowance_is_never_deleted BEFORE DELETE ON release_allowance
BEGIN SELECT RAISE(ABORT, 'what a release was allowed is never deleted'); END;
