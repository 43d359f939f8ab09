"""Makes the copy of the tree in which every mutation is behind a switch."""
import os
import pathlib
import re
import shutil
import subprocess

from listing import MARK, ROOT

SCRATCH = ROOT / ".build" / "defences"
# The console's manifest depends on the folder above it, by any name.
TREE = SCRATCH / "status-code-registry"
# The switch has a constant path, because the tests start programs with an environment of their own.
SWITCH = SCRATCH / "switch"

SWITCH_SOURCE = '''import Glibc

/// The number of the mutation that is switched on; 0 for none.
private let mutationInForce: Int = {
  guard let file = fopen("%s", "r") else { return 0 }
  defer { fclose(file) }
  var number = 0
  while case let digit = getc(file), digit >= 48, digit <= 57 { number = 10 * number + Int(digit) - 48 }
  return number
}()

@inline(never) func defenceIsOut(_ number: Int) -> Bool { mutationInForce == number }
'''


def switch(mutation):
    """Switches one mutation on and all others off, for processes that start from now on."""
    SWITCH.write_text("" if mutation is None else str(mutation.number), encoding="ascii")


def copy(mutations):
    """Copies the tree and replaces the text of every mutation. Files that stay the same are not written, so that they
    are not built again."""
    listing = subprocess.run(["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT, check=True,
                             stdout=subprocess.PIPE).stdout
    names = {os.fsdecode(name) for name in listing.split(b"\0") if name}
    names |= {"Package.resolved", "Console/Package.resolved"}
    files = {name: (ROOT / name).read_bytes() for name in names if (ROOT / name).is_file()}
    sources = {}
    for one in mutations:
        sources.setdefault(one.file, []).append(one)
    for name, changes in sources.items():
        if not changes[0].is_sql:
            files[name] = mutated(files[name].decode(), changes).encode()
            files[str(target(name) / "DefenceSwitch.swift")] = (SWITCH_SOURCE % SWITCH).encode()
    queries = [one for one in mutations if one.is_sql]
    if queries:
        files["Sources/Registry/DefenceSwitch.swift"] = (SWITCH_SOURCE % SWITCH + migrations(queries)).encode()
        generator = "Sources/embed-sql/EmbedSQL.swift"
        files[generator] = generating(files[generator].decode()).encode()
    write(files, {name for name in names if (ROOT / name).is_symlink()})


def target(name):
    """Returns the folder of the target that a source file belongs to."""
    parts = pathlib.PurePath(name).parts
    return pathlib.PurePath(*parts[:parts.index("Sources") + 2])


def mutated(source, changes):
    """Returns the source with the text of each mutation replaced. The texts do not overlap."""
    # From the end, so that the places before it stay.
    for start, one in sorted(((source.index(one.text), one) for one in changes), key=lambda pair: -pair[0]):
        replacement = re.sub(rf"\b{MARK}\b", f"defenceIsOut({one.number})", one.without)
        source = source[:start] + replacement + source[start + len(one.text):]
    return source


def migrations(changes):
    """Returns a function that changes a migration when it is read. So the schema that the program expects is changed in
    the same way, and a registry is opened as before."""
    cases = "".join(
        f'  if version == {int(pathlib.PurePath(one.file).name[:4])}, defenceIsOut({one.number}) {{\n'
        f'    return sql.replacing({literal(one.text)}, with: {literal(one.without)})\n  }}\n' for one in changes)
    return f"\nfunc mutated(_ sql: String, version: Int) -> String {{\n{cases}  return sql\n}}\n"


def literal(text):
    return '##"""\n' + text + '\n"""##'


def generating(generator):
    """Returns the generator of the migrations' source, with a call of that function around each text."""
    call = r"sql: \(literal(sql)))"
    if generator.count(call) != 1:
        raise SystemExit("error: embed-sql has changed; change Tests/Defences/copying.py too")
    return generator.replace(call, r"sql: mutated(\(literal(sql)), version: \(version)))")


def write(files, links):
    """Writes the tree: what has changed is written, and what is gone is removed."""
    known = {str(path.relative_to(TREE)) for path in walk(TREE)}
    for name in known - set(files) - links:
        (TREE / name).unlink()
    for name, content in files.items():
        path = TREE / name
        if path.is_file() and path.read_bytes() == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        if (ROOT / name).exists():
            shutil.copymode(ROOT / name, path)
    for name in links - known:
        path = TREE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(os.readlink(ROOT / name))


def walk(folder):
    """Yields the files and links of the tree, without what was built."""
    for parent, folders, files in os.walk(folder):
        links = [name for name in folders if os.path.islink(os.path.join(parent, name))]
        folders[:] = [name for name in folders if name != ".build" and name not in links]
        for name in files + links:
            yield pathlib.Path(parent, name)
