-- Why: a small change of a source text asks for a look at its translations; a large one makes them wrong, and they
-- must not be released.

-- source_major_revision: the source text's last major change that this text knows of; NULL where there was none.
-- The source text's own row says which its last one was.
ALTER TABLE translation ADD COLUMN source_major_revision INTEGER REFERENCES operation (id);
