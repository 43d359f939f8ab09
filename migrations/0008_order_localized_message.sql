-- Why: with many languages SQLite began with all messages and looked for their codes. The second CROSS JOIN fixes the
-- order code, language, message, so that a query for one code or one language reads only its own rows.

DROP VIEW localized_message;

CREATE VIEW localized_message (code, symbol, category, language, text, text_language, direction) AS
SELECT status_code.code, status_code.symbol, status_code.category, language.tag,
       message.text, message.language, answer.direction
FROM status_code
CROSS JOIN language
CROSS JOIN message ON message.code = status_code.code AND message.language = (
  SELECT language_fallback.tag
  FROM language_fallback JOIN message AS candidate
    ON candidate.code = status_code.code AND candidate.language = language_fallback.tag
  WHERE language_fallback.language = language.tag
  ORDER BY language_fallback.step
  LIMIT 1
)
JOIN language AS answer ON answer.tag = message.language
WHERE status_code.state <> 'retired';
