"""What a folder contains: the rows of its registry, the bytes of its other files, and the verdict of `admin doctor`."""
import dataclasses
import hashlib
import re
import sqlite3

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
TEMPORARY = re.compile(r"\..*\.registry-tmp")
JOURNAL = "registry.db-journal"


@dataclasses.dataclass(frozen=True)
class State:
    """The content of a folder after an unfinished edit was rolled back. Times are left out: no two runs share them."""
    registry: str
    verdict: str
    files: tuple

    @property
    def is_missing(self):
        return self.registry == "missing"


def names(folder):
    """Every file and folder below the folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def is_temporary(name):
    return bool(TEMPORARY.fullmatch(name.rsplit("/", 1)[-1]))


def files(folder):
    """The bytes of every file besides the registry, its journal and temporary files."""
    return tuple(sorted(
        (name, hashlib.sha256((folder / name).read_bytes()).hexdigest()) for name in names(folder)
        if (folder / name).is_file() and name not in ("registry.db", JOURNAL) and not is_temporary(name)))


def rows(path):
    """A digest of every row and of the schema."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        digest = hashlib.sha256()
        schema = database.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
        digest.update(repr(schema).encode())
        digest.update(repr(database.execute("PRAGMA user_version").fetchall()).encode())
        for table in [name for kind, name, _ in schema if kind == "table"]:
            content = database.execute(f'SELECT * FROM "{table}"').fetchall()
            digest.update(TIME.sub("TIME", f"{table} {sorted(map(repr, content))}").encode())
        return digest.hexdigest()
    finally:
        database.close()


# The verdict and rows that belong to the bytes of a registry and its journal. Most runs end in a few of them.
_known = {}


def read(runner, folder):
    """Lets `admin doctor` recover and examine the registry, and then reads everything."""
    if not (folder / "registry.db").exists():
        return State("missing", "", files(folder))
    key = tuple(hashlib.sha256(path.read_bytes()).digest() if path.exists() else b""
                for path in (folder / "registry.db", folder / JOURNAL))
    if key not in _known:
        _known[key] = examine(runner, folder)
    return State(*_known[key], files(folder))


def examine(runner, folder):
    doctor = runner.run(folder, ["doctor"])
    verdict = "0" if doctor.status == 0 else f"{doctor.status} {doctor.failure[0]}"
    try:
        return rows(folder / "registry.db"), verdict
    except sqlite3.Error as error:
        return f"unreadable: {error}", f"{verdict}: {doctor.failure[1]}"
