-- Why: readers in any language rely on these views and on nothing else; a snapshot offers the same names.
-- Their names and columns are contract 1 and never change (docs/services.md).

CREATE VIEW message (code, language, text) AS
SELECT code, language, text FROM translation;

-- Each language's own chain of fallbacks, itself first; step counts from 0.
CREATE VIEW language_fallback (language, step, tag) AS
WITH RECURSIVE chain (language, step, tag) AS (
  SELECT tag, 0, tag FROM language
  UNION ALL
  SELECT chain.language, chain.step + 1, language.fallback
  FROM chain JOIN language ON language.tag = chain.tag
  WHERE language.fallback IS NOT NULL AND chain.step < 35
)
SELECT language, step, tag FROM chain;

CREATE VIEW localized_message (code, symbol, category, language, text, text_language, direction) AS
SELECT status_code.code, status_code.symbol, status_code.category, language.tag,
       message.text, message.language, answer.direction
FROM status_code
CROSS JOIN language
JOIN message ON message.code = status_code.code AND message.language = (
  SELECT language_fallback.tag
  FROM language_fallback JOIN message AS candidate
    ON candidate.code = status_code.code AND candidate.language = language_fallback.tag
  WHERE language_fallback.language = language.tag
  ORDER BY language_fallback.step
  LIMIT 1
)
JOIN language AS answer ON answer.tag = message.language
WHERE status_code.state <> 'retired';

CREATE VIEW registry_info (key, value) AS
SELECT 'format', '1'
UNION ALL SELECT 'revision', CAST((SELECT coalesce(max(id), 0) FROM operation) AS TEXT)
UNION ALL SELECT 'schema_version', CAST((SELECT max(version) FROM schema_migration) AS TEXT);
