"""Builds and runs the programs that are measured."""
import os
import pathlib
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BENCHMARKS = ROOT / "Benchmarks"
PEERS = BENCHMARKS / ".build" / "peers"
# Links to what was built last, in release mode or for --tiny: the program, and the folder of the other programs.
ADMIN = BENCHMARKS / ".build" / "measured-admin"
BUILT = BENCHMARKS / ".build" / "measured"
OURS = BUILT / "registry-bench"
SWIFT_PEERS = BUILT / "swift-peers"
COUNTER = PEERS / "count_allocations.so"

ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "REGISTRY_ACTOR": "benchmark"}


class Failure(Exception):
    """An error that stops the benchmark."""


def build(is_tiny):
    """Builds all measured programs in the way in which they are shipped or their users build them.

    For --tiny, which measures nothing, debug builds do. They take less time.
    """
    if is_tiny:
        run(["swift", "build", "--product", "admin"], cwd=ROOT)
    else:
        run(["scripts/build-static"], cwd=ROOT)
    # Link the Swift libraries statically, as admin does: dynamic symbol look-up would make the program start later.
    release = ["-c", "release", "--static-swift-stdlib"]
    if is_tiny:
        # In the folder of the package itself, whose modules are not built once more there. What SwiftPM has noted about
        # the build of another package would mislead it.
        (ROOT / ".build/debug/description.json").unlink(missing_ok=True)
    options = ["--scratch-path", ROOT / ".build"] if is_tiny else release
    run(["swift", "build", *options, "--package-path", BENCHMARKS])
    BUILT.parent.mkdir(exist_ok=True)
    for link, target in [(ADMIN, ROOT / (".build/debug/admin" if is_tiny else "dist/admin")),
                         (BUILT, ROOT / ".build/debug" if is_tiny else "release")]:
        link.unlink(missing_ok=True)
        link.symlink_to(target)
    PEERS.mkdir(parents=True, exist_ok=True)
    for source in sorted((BENCHMARKS / "Peers").glob("*.c")):
        is_library = source.stem == COUNTER.stem
        kind = ["-shared", "-fPIC", "-o", COUNTER] if is_library else ["-o", PEERS / source.stem]
        run(["cc", "-O2", "-Wall", "-Wextra", "-Werror", *kind, source, "-lsqlite3"])
    for source in sorted((BENCHMARKS / "Peers").glob("*.cpp")):
        run(["c++", "-std=c++17", "-O2", "-Wall", "-Wextra", "-Werror", "-o", PEERS / source.stem, source,
             "-licui18n", "-licuuc"])


def are_release():
    """Returns whether the programs that were built last are those to measure."""
    return BUILT.is_symlink() and BUILT.readlink().name == "release"


def run(command, cwd=None, environment=None, stdin=None, stdout=None):
    """Returns the bytes that the command prints, or writes them to `stdout` when that is a file."""
    shown = subprocess.run([str(part) for part in command], cwd=cwd, env=environment, input=stdin, check=False,
                           stdout=stdout or subprocess.PIPE, stderr=subprocess.PIPE)
    if shown.returncode != 0:
        told = (shown.stdout or b"")[-4_000:] + shown.stderr[-4_000:]
        raise Failure(f"{' '.join(map(str, command))} ended with {shown.returncode}:\n{told.decode(errors='replace')}")
    return shown.stdout


def admin(*arguments):
    """Returns the output of `admin`."""
    return run([ADMIN, *arguments], environment=ENVIRONMENT).decode()


def shell(database, *statements):
    """Returns the output of the `sqlite3` shell."""
    return run(["sqlite3", "-init", "/dev/null", "-batch", "-bail", database, *statements]).decode()


def findings(program, *arguments, environment=None):
    """Returns the results of a program of the benchmark, from its lines of name=value."""
    shown = run([program, *arguments], environment=ENVIRONMENT | (environment or {})).decode()
    return dict(line.split("=", 1) for line in shown.splitlines())


def whole_process(command, output=os.devnull):
    """Returns the nanoseconds from before the start of a process to its successful end."""
    actions = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
               (os.POSIX_SPAWN_OPEN, 1, str(output), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)]
    command = [str(part) for part in command]
    start = time.monotonic_ns()
    process = os.posix_spawnp(command[0], command, ENVIRONMENT, file_actions=actions)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    elapsed = time.monotonic_ns() - start
    if status != 0:
        raise Failure(f"{' '.join(command)} ended with {status}")
    return elapsed
