"""The commands that change files, each with the folder that it needs."""
import dataclasses
import hashlib
import pathlib
import re
import sqlite3

from running import ROOT, Fault


@dataclasses.dataclass
class Case:
    """One command to run under faults."""
    name: str
    words: list
    prepare: object
    stdin: bytes = b""
    environment: dict = dataclasses.field(default_factory=dict)
    # The command, run again after its work was done, refuses with this code; it must not do the work twice.
    refuses_again: str = ""
    # A pattern of files that the command may leave on purpose.
    keeps: str = ""
    # Codes that the command gives besides those of the registry, when a file of its own cannot be written or read.
    also: frozenset = frozenset()
    # Whether the case belongs to the bounded share.
    is_shared: bool = False


class Failure(Exception):
    """A preparation that did not work."""


def succeed(runner, folder, *words, **options):
    outcome = runner.run(folder, list(words), **options)
    if outcome.status != 0:
        raise Failure(f"admin {' '.join(words)}: {outcome.status} {outcome.error}")
    return outcome


def empty(_runner, _folder):
    """Prepares nothing."""


def seeded(*edits):
    """Prepares a registry with the seed, two files to import, and the edits."""
    def prepare(runner, folder):
        succeed(runner, folder, "init")
        (folder / "texts.tsv").write_text("1402\tar\tأ\n200\tzh\t完成\n", encoding="utf-8")
        for edit in edits:
            succeed(runner, folder, *edit)
    return prepare


def overtaken(runner, folder):
    """Prepares an import with one line that is in conflict, which is written to a file of its own."""
    seeded(SET)(runner, folder)
    (folder / "texts.tsv").write_text("1402\tar\tب\t1\n200\tzh\t完成\n", encoding="utf-8")


def changed_behind(runner, folder):
    """Prepares a registry that another program changed."""
    seeded()(runner, folder)
    with sqlite3.connect(folder / "registry.db") as database:
        database.execute("UPDATE translation SET text = 'x' WHERE code = 1402 AND language = 'ar'")
    database.close()


def every_text(runner, folder):
    """Prepares an import that changes every Arabic and Chinese text."""
    seeded()(runner, folder)
    with sqlite3.connect(folder / "registry.db") as database:
        texts = database.execute("SELECT code, language, text FROM translation WHERE language <> 'en'").fetchall()
    database.close()
    lines = [f"{code}\t{language}\t{text} {text} {text}\n" for code, language, text in texts]
    (folder / "texts.tsv").write_text("".join(lines), encoding="utf-8")


def seed_before_terms():
    """Returns the seed of a build that had no terms (schema 10 and lower)."""
    released, rest = (ROOT / "seed.sql").read_text(encoding="utf-8").split("-- The glossary", 1)
    history = rest[rest.index("INSERT INTO change ("):]
    # The terms are selected last. The history had no column for them.
    history = re.sub(r"\n  UNION ALL SELECT 5,.*?\n\)", "\n)", history, flags=re.S)
    for end in ["before, after", "NULL, value"]:
        history = history.replace(f"language, term, field, {end}", f"language, field, {end}")
    return released + history


def older(version):
    """Prepares a registry that a build with the first migrations made; with the seed, if its tables exist."""
    def prepare(_runner, folder):
        database = sqlite3.connect(folder / "registry.db", isolation_level=None)
        for step in range(1, version + 1):
            file, = pathlib.Path(ROOT / "migrations").glob(f"{step:04}_*.sql")
            text = file.read_text(encoding="utf-8")
            checksum = hashlib.sha256(text.encode()).hexdigest()
            database.executescript(
                f"""BEGIN; {text};
                INSERT INTO schema_migration (version, name, checksum, applied_at)
                VALUES ({step}, '{file.stem[5:]}', '{checksum}', '2026-01-31T12:00:00Z');
                PRAGMA user_version = {step}; PRAGMA application_id = 1396920903; COMMIT""")
        if version >= 6:
            database.executescript(
                "BEGIN; INSERT INTO operation VALUES (1, '2026-01-31T12:00:00Z', 'tester', 'init', NULL);"
                + seed_before_terms() + "; COMMIT")
        database.close()
    return prepare


def interrupted(prepare, *words):
    """Prepares the journal of an edit that was killed while it wrote the registry."""
    def prepare_and_kill(runner, folder):
        prepare(runner, folder)
        trial = runner.copy(folder)
        calls = succeed(runner, trial, *words, fault=Fault()).calls
        runner.remove(trial)
        changes = [call for call in calls if call.kind == "change"]
        last = max(index for index, call in enumerate(changes) if call.path.endswith("/registry.db"))
        killed = runner.run(folder, list(words), fault=Fault(at=last))
        if not killed.is_killed or not (folder / "registry.db-journal").exists():
            raise Failure("the writer was not interrupted")
    return prepare_and_kill


def unfinished_release(runner, folder):
    """Prepares a release that was killed before its manifest was in place, at an older revision."""
    seeded(SET_OTHER)(runner, folder)
    other = runner.copy(folder)
    succeed(runner, other, "undo")
    (other / "out").mkdir()
    succeed(runner, other, *RELEASE)
    (folder / "out").mkdir()
    for name in ("registry-1.0.db", "registry-1.0.json"):
        (folder / "out" / name).write_bytes((other / "out" / name).read_bytes() + b"x")
    runner.remove(other)


def with_output(prepare):
    """Prepares the folder of the releases too."""
    def prepare_both(runner, folder):
        prepare(runner, folder)
        (folder / "out").mkdir(exist_ok=True)
    return prepare_both


def released(runner, folder):
    """Prepares a registry with a release and an edit after it."""
    with_output(seeded())(runner, folder)
    succeed(runner, folder, "snapshot", "create", "--release", "0.9", "-o", "out")
    succeed(runner, folder, *SET_OTHER)


def released_and_retired(runner, folder):
    """Prepares a registry with a release and a breaking change after it."""
    released(runner, folder)
    succeed(runner, folder, "code", "retire", "1403", "-y")


SET = ["translation", "set", "1402", "ar", "أ"]
SET_OTHER = ["translation", "set", "1403", "ar", "ب"]
RELEASE = ["snapshot", "create", "--release", "1.0", "-o", "out", "--also", "json,csv"]
# An editor that replaces the text in the section of the language.
EDITOR = "sed -i '/^.ar.$/,$ s/^[^#[].*/edited/'"

CASES = [
    Case("init", ["init"], empty, refuses_again="file-exists", is_shared=True),
    Case("init --empty", ["init", "--empty"], empty, refuses_again="file-exists"),
    Case("migrate from 1", ["migrate"], older(1)),
    Case("migrate from 4", ["migrate"], older(4)),
    Case("migrate from 6", ["migrate"], older(6), is_shared=True),
    Case("migrate, interrupted before", ["migrate"], interrupted(older(6), "migrate")),
    Case("set", SET, seeded(), is_shared=True),
    Case("set --impact", ["translation", "set", "1402", "en", "Changed", "--impact", "major"], seeded()),
    Case("set, interrupted before", SET, interrupted(seeded(), *SET_OTHER)),
    Case("status, interrupted before", ["status"], interrupted(seeded(), *SET_OTHER)),
    Case("import", ["translation", "import", "texts.tsv"], every_text, is_shared=True),
    Case("import from a pipe", ["translation", "import", "-"], seeded(), stdin="1402\tar\tأ\n".encode(),
         keeps="admin-import-.*", also=frozenset({"input-output"})),
    Case("import --on-conflict skip", ["translation", "import", "texts.tsv", "--on-conflict", "skip"], overtaken,
         keeps=r"texts\.skipped(-[0-9]+)?\.tsv", also=frozenset({"input-output"})),
    Case("edit", ["translation", "edit", "1402", "ar"], seeded(), environment={"EDITOR": EDITOR}, keeps="admin-.*",
         also=frozenset({"input-output", "editor-failed"})),
    Case("review", ["translation", "review", "1402", "200", "--language", "ar"], seeded()),
    Case("unset", ["translation", "unset", "1402", "ar", "-y"], seeded()),
    Case("code add", ["code", "add", "1450", "--symbol", "ADDED", "--category", "payment", "--text", "Added"],
         seeded()),
    Case("code edit", ["code", "edit", "1402", "--http-status", "402", "--description", "money"], seeded()),
    Case("code deprecate", ["code", "deprecate", "1402", "--replaced-by", "1401"], seeded()),
    Case("code retire", ["code", "retire", "1402", "-y"], seeded()),
    Case("category add", ["category", "add", "refund", "--range", "1700-1799", "--name", "en=Refund"], seeded()),
    Case("category edit", ["category", "edit", "otp", "--name", "ar=رمز"], seeded()),
    Case("language add", ["language", "add", "fr", "--english-name", "French", "--own-name", "Français"], seeded()),
    Case("language edit", ["language", "edit", "ar", "--no-required"], seeded()),
    Case("undo", ["undo", "2"], seeded(SET), is_shared=True),
    Case("undo --if-revision", ["undo", "--if-revision", "2"], seeded(SET)),
    Case("redo", ["redo", "--if-revision", "3"], seeded(SET, ["undo"])),
    Case("doctor --adopt", ["doctor", "--adopt"], changed_behind),
    Case("snapshot create", ["snapshot", "create", "--release", "1.0", "-o", "out"], with_output(seeded(SET))),
    Case("snapshot create --also", RELEASE, with_output(seeded(SET)), is_shared=True),
    Case("snapshot create into a new folder", [*RELEASE[:5], "new"], seeded(SET)),
    Case("snapshot create over an unfinished one", RELEASE, unfinished_release),
    Case("snapshot create --against", [*RELEASE, "--against", "out/registry-0.9.db"], released),
    Case("snapshot create --allow", [*RELEASE, "--allow", "code-retired:*=merged"], released_and_retired),
]

# Commands that only read, for errors while reading.
READS = [
    Case("status", ["status"], released, is_shared=True),
    Case("code list", ["code", "list"], released),
    Case("code show", ["code", "show", "1402"], released),
    Case("translation list", ["translation", "list"], released),
    Case("history", ["history"], released),
    Case("doctor", ["doctor"], released),
    Case("snapshot list", ["snapshot", "list"], released),
    Case("snapshot verify", ["snapshot", "verify", "out/registry-0.9.db"], released, is_shared=True),
    Case("snapshot show", ["snapshot", "show", "out/registry-0.9.db"], released),
    Case("snapshot diff", ["snapshot", "diff", "out/registry-0.9.db", "registry.db"], released),
    Case("status with a journal", ["status"], interrupted(seeded(), *SET_OTHER)),
]
