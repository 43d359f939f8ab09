"""The rows that measure whole processes: `admin` against the `sqlite3` shell."""
import itertools
import os
import shutil

import data
from measuring import Result, by_turns
from programs import ADMIN, Failure, admin, shell, whole_process

SHELL = ["sqlite3", "-init", "/dev/null", "-batch"]


def code_show(made, turns):
    """Measures one look-up. The output of both programs is checked: it must contain the text."""
    database = made.seed / "registry.db"
    queries = [
        "SELECT code, symbol, category, state, replaced_by, http_status, retryable, description, revision"
        " FROM status_code WHERE code = 1402",
        "SELECT language, text FROM translation WHERE code = 1402",
    ]

    def side(name, command):
        def turn():
            shown = made.root / f"shown-by-{name}.txt"
            elapsed = whole_process(command, output=shown)
            if "الرصيد غير كافٍ" not in shown.read_text(encoding="utf-8"):
                raise Failure(f"{name} did not show 1402.")
            return {"nanoseconds": elapsed}
        return turn

    return Result(*by_turns(side("admin", [ADMIN, "code", "show", "1402", "--db", database]),
                            side("sqlite3", [*SHELL, "-readonly", database, *queries]), turns), "ns")


def snapshot_create(made, turns):
    """Measures a release. Each turn makes a new one; pending disk writes are finished before each side."""
    with scratch(made) as folder:
        database = data.fresh_copy(made.large / "registry.db", folder / "registry.db")
        numbers = itertools.count(2)

        def ours():
            os.sync()
            name = f"{next(numbers)}.0"
            elapsed = whole_process([ADMIN, "snapshot", "create", "--release", name, "-o", folder, "--db", database])
            admin("snapshot", "verify", folder / f"registry-{name}.db")
            (folder / f"registry-{name}.db").unlink()
            return {"nanoseconds": elapsed}

        def peer():
            copy = folder / "vacuumed.db"
            copy.unlink(missing_ok=True)
            os.sync()
            return {"nanoseconds": whole_process([*SHELL, database, f"VACUUM INTO '{copy}'"])}

        return Result(*by_turns(ours, peer, turns), "ns")


def translation_set(made, turns):
    """Measures an import. Each turn works on a fresh copy; both sides must import every line."""
    lines, count = made.large / "changed.tsv", 3 * made.sizes["large"]
    with scratch(made) as folder:

        def ours():
            database = data.fresh_copy(made.large / "registry.db", folder / "registry.db")
            elapsed = whole_process([ADMIN, "translation", "set", "--from", lines, "--quiet", "--db", database])
            return {"nanoseconds": elapsed, "messages": shell(
                database, "SELECT count(*) FROM translation WHERE revision = (SELECT max(id) FROM operation)")}

        def peer():
            bare = folder / "bare.db"
            bare.unlink(missing_ok=True)
            os.sync()
            elapsed = whole_process([*SHELL, bare, "CREATE TABLE message (code, language, text)",
                                     ".mode tabs", f".import {lines} message"])
            return {"nanoseconds": elapsed, "messages": shell(bare, "SELECT count(*) FROM message")}

        result = Result(*by_turns(ours, peer, turns), "ns")
        taken = int(peer()["messages"])
        if taken != count:
            raise Failure(f"{taken} of {count} lines were taken in.")
        return result


class scratch:
    """A temporary folder beside the data, on the same disk."""

    def __init__(self, made):
        self.path = made.root / "scratch"

    def __enter__(self):
        shutil.rmtree(self.path, ignore_errors=True)
        self.path.mkdir()
        return self.path

    def __exit__(self, *failure):
        shutil.rmtree(self.path, ignore_errors=True)
