"""The lists of mutations, and what must hold for them."""
import dataclasses
import functools
import pathlib
import re
import tomllib
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LISTS = pathlib.Path(__file__).resolve().parent / "Lists"
# Where the replaced text asks whether the defence is out.
MARK = "OUT"


@dataclasses.dataclass(frozen=True)
class Mutation:
    """One change of the program."""
    group: str
    name: str
    # What is lost without the defence, as a sentence.
    defends: str
    # A Swift file below Sources or Console/Sources, or a migration.
    file: str
    # The text that is replaced, which occurs once in the file.
    text: str
    # The replacement. OUT in it is true while this mutation is switched on. A migration has no OUT.
    without: str
    # What must fail: "Suite/name of the test", "Suite", or a script with its arguments.
    test: str
    # Why no test notices it; empty when one must.
    survives: str = ""

    @property
    def number(self):
        """The number in the switch, which other mutations do not change."""
        return zlib.crc32(self.name.encode())

    @property
    def is_sql(self):
        return self.file.endswith(".sql")


def read():
    """Returns the mutations of all lists."""
    mutations = []
    for path in sorted(LISTS.glob("*.toml")):
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["mutation"]
        mutations += [Mutation(group=path.stem, **entry) for entry in entries]
    return mutations


def faults(mutations):
    """Returns what is wrong with the lists."""
    wrong = []
    names = [one.name for one in mutations]
    wrong += [f"the name is used twice: {name}" for name in sorted(set(names)) if names.count(name) > 1]
    places = {}
    for one in mutations:
        path = ROOT / one.file
        source = path.read_text(encoding="utf-8") if path.exists() else ""
        if source.count(one.text) != 1:
            wrong.append(f"{one.name}: the text occurs {source.count(one.text)} times in {one.file}")
        elif not one.is_sql and MARK not in one.without:
            wrong.append(f"{one.name}: the replacement does not use {MARK}")
        if not exists(one.test):
            wrong.append(f"{one.name}: there is no test {one.test}")
        start = source.find(one.text)
        for other, (first, last) in places.get(one.file, {}).items():
            if start < last and first < start + len(one.text):
                wrong.append(f"{one.name}: the text overlaps that of {other}")
        places.setdefault(one.file, {})[one.name] = (start, start + len(one.text))
    return wrong


def is_script(test):
    return test.startswith("scripts/")


def exists(test):
    """Returns whether there is such a test, from the text of the test files."""
    if is_script(test):
        return (ROOT / test.split()[0]).exists()
    suite, _, name = test.partition("/")
    found = suites().get(suite)
    return found is not None and (not name or name in found.tests)


@dataclasses.dataclass
class Suite:
    """A suite of tests. `package` is the folder of its package below the root; the root itself is empty."""
    package: str
    tests: set


@functools.cache
def suites():
    """Returns the suites by name. A suite and its extensions are declared at the start of a line."""
    found = {}
    for package in ["", "Console"]:
        for path in sorted((ROOT / package / "Tests").rglob("*.swift")):
            suite = None
            for line in path.read_text(encoding="utf-8").splitlines():
                if declared := re.match(r"(?:@Suite.* )?(?:final )?(?:struct|class|enum|extension) (\w+)", line):
                    suite = found.setdefault(declared[1], Suite(package, set()))
                elif suite and (test := re.match(r"  .*?\bfunc (?:`([^`]+)`|(\w+))", line)):
                    suite.tests.add(test[1] or test[2])
    return found
