#!/usr/bin/python3
"""Recomputes the content digest of a snapshot from its rows, and compares it with what the file says.

Debian packages: python3
Run:             python3 content_digest.py FILE

Exit status: 0 equal, 1 different.
"""
import hashlib
import sqlite3
import sys
from pathlib import Path

# The tables with their columns, in the order of the digest. Rows are ordered by the key.
TABLES = [
    ("language", "tag, english_name, own_name, direction, fallback, required, position", "tag"),
    ("category", "key, position", "key"),
    ("category_range", "first, last, category", "first"),
    ("category_name", "category, language, name", "category, language"),
    ("status_code", "code, symbol, category, state, replaced_by, http_status, retryable, description", "code"),
    ("message", "language, code, text", "language, code"),
]


def encoded(value):
    if value is None:
        return b"n"
    if isinstance(value, int):
        return b"i%d;" % value
    text = value.encode("utf-8")
    return b"t%d:" % len(text) + text


def content_digest(db):
    digest = hashlib.sha256(encoded("status-code-registry content 1"))
    for table, columns, key in TABLES:
        rows = db.execute(f"SELECT {columns} FROM {table} ORDER BY {key}").fetchall()
        digest.update(encoded(table) + encoded(len(rows)))
        for row in rows:
            digest.update(b"".join(map(encoded, row)))
    return "sha256:" + digest.hexdigest()


def main(path):
    # immutable: a snapshot never changes, so SQLite needs no lock and no write access to the folder.
    db = sqlite3.connect(Path(path).absolute().as_uri() + "?mode=ro&immutable=1", uri=True)
    promised = db.execute("SELECT value FROM registry_info WHERE key = 'content_digest'").fetchone()[0]
    found = content_digest(db)
    print(found, "as promised" if found == promised else f"but the file says {promised}")
    sys.exit(found != promised)


if __name__ == "__main__":
    main(sys.argv[1])
