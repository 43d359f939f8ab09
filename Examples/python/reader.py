#!/usr/bin/python3
"""Reads status messages from a registry file: a released snapshot or the live registry.db (contract 1).

Debian packages: python3
Run:             python3 reader.py FILE LANGUAGE CODE...

Exit status: 0 done, 1 SQLite or I/O error, 4 no such file or language, 6 not a registry of contract 1, 64 usage.
"""
import os
import re
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

APPLICATION_IDS = (0x53435247, 0x53435253)  # 'SCRG' the live file, 'SCRS' a snapshot
FORMAT = "1"


def fail(status, message):
    # A path or a value from the file may contain a newline. The error must stay on one line.
    print("reader: " + re.sub(r"[\x00-\x1f\x7f]", "?", message), file=sys.stderr)
    sys.exit(status)


def load(path, language):
    """Returns {code: (symbol, text, text_language, direction)}; fallback languages are already resolved."""
    # SQLite would report a directory as a broken database, and wait forever on a FIFO.
    if not os.path.isfile(path):
        fail(4, f"{path}: no such file")
    # as_uri() percent-encodes ?, # and %; mode=ro never creates a file.
    uri = Path(path).absolute().as_uri() + "?mode=ro"
    # The live file is locked during a commit, so wait up to 5 s.
    with closing(sqlite3.connect(uri, uri=True, timeout=5)) as db:
        found = db.execute("PRAGMA application_id").fetchone()[0] & 0xFFFFFFFF
        if found not in APPLICATION_IDS:
            fail(6, f"{path}: not a status-code registry: application_id 0x{found:08x}")
        row = db.execute("SELECT value FROM registry_info WHERE key = 'format'").fetchone()
        found = str(row[0]) if row else "none"
        if found != FORMAT:
            fail(6, f"{path}: this program reads registry format {FORMAT}, not {found}")
        # An argument that is not UTF-8 cannot be bound, and cannot be a known language.
        tag = language.encode("utf-8", "replace").decode()
        rows = db.execute(
            "SELECT code, symbol, text, text_language, direction FROM localized_message WHERE language = ?", (tag,))
        messages = {code: rest for code, *rest in rows}
    # sqlite3 has already refused text that is not UTF-8.
    if any("\0" in text for rest in messages.values() for text in rest):
        fail(1, f"{path}: a text is not UTF-8, or holds a NUL")
    if not messages:
        fail(4, f"{path}: no messages in language {language}")
    return messages


def main(arguments):
    if len(arguments) < 3 or not all(re.fullmatch("[0-9]{1,18}", code) for code in arguments[2:]):
        fail(64, "usage: reader FILE LANGUAGE CODE...")
    path, language, *codes = arguments
    try:
        # Load everything at startup, so that a request needs one dictionary lookup and no SQL.
        messages = load(path, language)
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # in every locale
        for code in map(int, codes):
            # A code that is retired, or newer than this file, must not stop a service.
            symbol, text, text_language, direction = messages.get(code, ("-", "unknown status code", "-", "-"))
            print(code, symbol, text_language, direction, text, sep="\t")
        sys.stdout.flush()
    except sqlite3.Error as error:
        fail(1, f"{path}: {error}")
    except OSError as error:
        fail(1, f"output: {error.strerror}")


if __name__ == "__main__":
    main(sys.argv[1:])
