"""Builds the copy, and runs its tests."""
import os
import pathlib
import re
import shlex
import signal
import subprocess
import sys

from copying import TREE
from listing import is_script, suites

PRODUCTS = TREE / ".build" / "debug"
# A test that needs longer counts as failed: without its defence, a program may wait for ever.
SECONDS = 120
# What a run ends with in which there was no test.
NO_TEST = 69


def package(test):
    """Returns the package that a test belongs to."""
    return "" if is_script(test) else suites()[test.partition("/")[0]].package


def packages(mutation):
    """Returns the packages whose builds a mutation needs: a test may start a program of another package."""
    return {package(mutation.test), "Console" if mutation.file.startswith("Console/") else ""}


def build(name):
    """Builds a package of the copy with its tests. The console is built in the folder of the root package, so that the
    targets of that one are not built twice."""
    # What SwiftPM notes about the build of one package would mislead it about another one in the same folder.
    (PRODUCTS / "description.json").unlink(missing_ok=True)
    result = subprocess.run(["swift", "build", "--package-path", TREE / name, "--scratch-path", TREE / ".build",
                             "--build-tests"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if result.returncode != 0:
        wrong = {line for line in result.stdout.splitlines() if re.match(r"/.*error:", line)}
        print("\n".join(sorted(wrong)) or result.stdout, file=sys.stderr)
        sys.exit("error: the copy does not build: a replacement is not valid Swift")
    if name:
        # Where the tests look for its programs.
        link = TREE / name / ".build" / "debug"
        link.parent.mkdir(exist_ok=True)
        if not link.is_symlink():
            link.symlink_to("../../.build/debug")


def first_run(tests):
    """Runs all tests, those of one package together. Returns those that fail, and those that this machine skips."""
    failed, skipped = {test for test in tests if is_script(test) and fails(test)}, set()
    for name in sorted({package(test) for test in tests if not is_script(test)}):
        own = {test for test in tests if not is_script(test) and package(test) == name}
        _, output = run(bundle(name, own), 10 * SECONDS)
        skipped |= {test for test in own if has_ended(test, "(?:was )?(?:skipped|cancelled)", output)}
        failed |= {test for test in own - skipped if not has_ended(test, "passed", output)}
    return failed, skipped


def has_ended(test, word, output):
    """Returns whether the output says that a test, or a suite, has passed or was skipped."""
    suite, _, name = test.partition("/")
    subject = f'Test "{re.escape(name)}"' if name else f"Suite {suite}"
    return re.search(rf"{subject}(?: with \d+ test cases?)? {word}", output) is not None


def fails(test):
    """Returns whether a test fails, crashes or does not end."""
    if is_script(test):
        status, _ = run(shlex.split(test))
        return status != 0
    status, _ = run(bundle(package(test), [test]))
    if status == NO_TEST:
        sys.exit(f"error: did not run: {test}")
    return status != 0


def bundle(name, tests):
    """Returns the command that runs some tests of a package, without SwiftPM, which needs seconds to plan."""
    program = f"{'console' if name else 'status-code-registry'}PackageTests.xctest"
    words = [str(PRODUCTS / program), "--testing-library", "swift-testing"]
    for test in sorted(tests):
        suite, _, sentence = test.partition("/")
        words += ["--filter", rf"\.{suite}/" + (f"`?{quoted(sentence)}`?\\(" if sentence else "")]
    return words


def quoted(sentence):
    """Quotes the characters that mean something in a regular expression."""
    return re.sub(r"([\\^$.|?*+()\[\]{}])", r"\\\1", sentence)


def run(words, seconds=SECONDS):
    """Runs a program in a group of its own. The status is None when it took too long."""
    environment = os.environ | {"ADMIN": str(PRODUCTS / "admin"), "REGISTRY_CONSOLE_BUILT": "1"}
    process = subprocess.Popen(words, cwd=TREE, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, errors="replace", start_new_session=True)
    try:
        output, _ = process.communicate(timeout=seconds)
        # Without the colours of the marks.
        return process.returncode, re.sub(r"\x1b\[\d*m", "", output)
    except subprocess.TimeoutExpired:
        end(process.pid)
        output, _ = process.communicate()
        return None, output


def end(session):
    """Ends the processes of a session: the tests start programs in groups of their own."""
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            # The fields behind the name of the program: state, parent, group, session.
            fields = path.read_text(errors="replace").rpartition(")")[2].split()
            if int(fields[3]) == session:
                os.kill(int(path.parent.name), signal.SIGKILL)
        except (OSError, IndexError):
            continue
