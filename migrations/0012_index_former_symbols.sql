-- Why: the search needs the symbols that codes had before. Without an index they are looked for in the whole history.
CREATE INDEX change_of_symbol ON change (before, code, operation)
WHERE entity = 'status_code' AND field = 'symbol' AND before IS NOT NULL AND after IS NOT NULL;
