"""Creates the data of the benchmark. It is kept in Benchmarks/.data until its sources change."""
import functools
import hashlib
import json
import os
import shutil
import sqlite3
import sys
from contextlib import closing

import content
from programs import BENCHMARKS, OURS, ROOT, admin, run, shell

MADE_AT = "2026-01-31T12:00:00Z"
# The number of codes of each registry, in addition to those of the seed.
SIZES = {False: {"small": 1_000, "large": 100_000, "huge": 1_000_000}, True: {"small": 200, "large": 400, "huge": 800}}


class Data:
    """The folders of registries and snapshots, and of files with the same content for the peers."""

    def __init__(self, is_tiny):
        self.sizes = SIZES[is_tiny]
        self.key_count = 1_000 if is_tiny else 200_000
        self.root = BENCHMARKS / ".data" / ("tiny" if is_tiny else "full")
        mark = self.root / "made-from"
        if not mark.is_file() or mark.read_text() != self.made_from():
            shutil.rmtree(self.root, ignore_errors=True)
            self.root.mkdir(parents=True)
            mark.write_text(self.made_from())

    def made_from(self):
        """Returns a digest of all sources of the data."""
        sources = [*sorted((BENCHMARKS / "Driver").glob("[cd]*.py")), *sorted(ROOT.glob("migrations/*.sql")),
                   ROOT / "seed.sql", ROOT / "Sources/RegistryCatalog/SnapshotFormat/SnapshotSchema.swift"]
        digest = hashlib.sha256(json.dumps(self.sizes).encode())
        for source in sources:
            digest.update(source.read_bytes())
        return digest.hexdigest()

    def folder(self, name, make):
        """Returns the folder `name`, which `make` creates if needed. An incomplete folder has another name."""
        folder = self.root / name
        if not folder.is_dir():
            print(f"Making {folder.relative_to(ROOT)}", file=sys.stderr)
            part = self.root / f"{name}.part"
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir()
            make(part)
            part.rename(folder)
        return folder

    @functools.cached_property
    def seed(self):
        def make(folder):
            admin("init", "--db", folder / "registry.db")
            release(folder)
        return self.folder("seed", make)

    @functools.cached_property
    def small(self):
        """Creates a registry through the library, in one operation."""
        def make(folder):
            write_lines(folder / "content.tsv", content.codes(self.sizes["small"]))
            run([OURS, "make", folder / "registry.db", folder / "content.tsv"])
            release(folder)
            self.write_keys(folder)
            write_gettext(folder)
        return self.folder("small", make)

    @functools.cached_property
    def fallback(self):
        """Creates the small registry with three languages without texts, in a fallback chain that ends at ar."""
        def make(folder):
            database = folder / "registry.db"
            run([OURS, "make", database, self.small / "content.tsv"])
            for tag, earlier in [("ar-EG", "ar"), ("ar-SA", "ar-EG"), ("ar-AE", "ar-SA")]:
                # Without --distinct, ar-EG is refused: CLDR's home region of ar is Egypt.
                admin("language", "add", tag, "--english-name", tag, "--own-name", tag, "--fallback", earlier,
                      "--distinct", "--db", database)
            release(folder)
            self.write_keys(folder)
        return self.folder("fallback", make)

    @functools.cached_property
    def large(self):
        """Creates a registry and its history with SQL. `admin doctor` verifies every row."""
        def make(folder):
            insert(folder, content.codes(self.sizes["large"]), has_history=True)
            admin("doctor", "--db", folder / "registry.db")
            release(folder)
            self.write_keys(folder)
            write_gettext(folder)
            write_json(folder)
            write_lines(folder / "changed.tsv", content.changed_texts(self.sizes["large"]))
        return self.folder("large", make)

    @functools.cached_property
    def huge(self):
        """Creates a registry with SQL and without history. Only its snapshot is used."""
        def make(folder):
            insert(folder, content.codes(self.sizes["huge"]), has_history=False)
            release(folder)
            (folder / "registry.db").unlink()
            self.write_keys(folder)
        return self.folder("huge", make)

    @functools.cached_property
    def locale(self):
        """Creates a locale for gettext, which does not translate in C.UTF-8."""
        return self.folder("locale", lambda folder: run(
            ["localedef", "-i", "ar_SA", "-f", "UTF-8", folder / "ar_SA.UTF-8"]))

    def write_keys(self, folder):
        known = [int(line) for line in shell(snapshot(folder), "SELECT code FROM status_code ORDER BY code").split()]
        write_lines(folder / "codes.txt", ([code] for code in known))
        write_lines(folder / "keys.txt", ([key] for key in content.keys(known, self.key_count)))


def snapshot(folder):
    return folder / "registry-1.0.db"


def release(folder):
    admin("snapshot", "create", "--release", "1.0", "-o", folder, "--created-at", MADE_AT,
          "--db", folder / "registry.db")


def write_lines(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            file.write("\t".join(map(str, row)) + "\n")


def insert(folder, codes, has_history):
    """Adds the codes to a new registry as one operation, with the same rows as an `Editor` writes."""
    database = folder / "registry.db"
    admin("init", "--db", database)
    admin("category", "add", "network", "--range", "10000-9999999", "--name", "en=Network", "--db", database)
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        operation, = connection.execute("SELECT max(id) + 1 FROM operation").fetchone()
        connection.execute("INSERT INTO operation VALUES (?, ?, 'benchmark', 'benchmark', NULL)", (operation, MADE_AT))
        sequence = 0
        for number, symbol, state, status, retryable, *texts in codes:
            fields = {"symbol": symbol, "category": "network", "state": state}
            if status:
                fields |= {"http_status": int(status), "retryable": int(retryable)}
            changes = [("status_code", None, *field) for field in fields.items()]
            names, marks = ", ".join(fields), ", ?" * len(fields)
            connection.execute(f"INSERT INTO status_code (code, revision, {names}) VALUES (?, ?{marks})",
                               (number, operation, *fields.values()))
            for language, text in zip(("en", "ar", "zh-Hans"), texts):
                fields = {"text": text, "state": "translated", "meaning_revision": operation,
                          "source_revision": operation}
                changes += [("translation", language, *field) for field in fields.items()]
                connection.execute(
                    "INSERT INTO translation (code, language, revision, text, state, meaning_revision, source_revision)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)", (number, language, operation, *fields.values()))
            if has_history:
                connection.executemany(
                    "INSERT INTO change (operation, sequence, entity, code, language, field, after)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    [(operation, sequence + place, entity, number, language, field, value)
                     for place, (entity, language, field, value) in enumerate(changes, 1)])
                sequence += len(changes)
        connection.execute("COMMIT")


def messages(folder):
    """Returns the messages of a snapshot in the order in which every program reads them."""
    with closing(sqlite3.connect(snapshot(folder))) as connection:
        yield from connection.execute("SELECT code, language, text FROM message ORDER BY language, code")


def write_json(folder):
    """Writes the messages for the peers that do not use SQLite."""
    with open(folder / "messages.json", "w", encoding="utf-8") as file:
        rows = ({"code": code, "language": language, "text": text} for code, language, text in messages(folder))
        file.write("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n")


def write_gettext(folder):
    """Writes the Arabic messages for gettext, with the number as the key."""
    lines = ['msgid ""', 'msgstr "Content-Type: text/plain; charset=UTF-8\\n"']
    for code, language, text in messages(folder):
        if language == "ar":
            quoted = text.replace("\\", "\\\\").replace('"', '\\"')
            lines += [f'msgid "{code}"', f'msgstr "{quoted}"']
    target = folder / "ar" / "LC_MESSAGES"
    target.mkdir(parents=True)
    run(["msgfmt", "-o", target / "messages.mo", "-"], stdin="\n".join(lines).encode() + b"\n")


def fresh_copy(source, target):
    """Copies a file and syncs it, so that writing the copy is not measured."""
    shutil.copyfile(source, target)
    os.sync()
    return target
