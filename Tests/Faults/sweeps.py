"""Injects a fault at each call of each command in turn: kills, errors of changing calls, and errors of reads."""
import errno
import re

import state
from running import Fault

DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Subject:
    """A command with its folder before and after an undisturbed run."""

    def __init__(self, runner, case):
        self.runner, self.case = runner, case
        self.base = runner.empty()
        case.prepare(runner, self.base)
        self.names_before = state.names(self.base)
        self.before = self.look(self.base)
        folder = runner.copy(self.base)
        self.clean = self.run(folder, Fault())
        if self.clean.status != 0:
            raise RuntimeError(f"{case.name} fails without a fault: {self.clean.error}")
        self.names_after = state.names(folder)
        self.after = state.read(runner, folder)
        runner.remove(folder)
        self.calls = [call for call in self.clean.calls if call.kind == "change"]
        folder = runner.copy(self.base)
        self.reads = [call for call in self.run(folder, Fault(kind="read")).calls if call.kind == "read"]
        runner.remove(folder)

    def look(self, folder):
        """Reads the state of a copy, so that the folder keeps its journal."""
        copy = self.runner.copy(folder)
        try:
            return state.read(self.runner, copy)
        finally:
            self.runner.remove(copy)

    def run(self, folder, fault=None):
        return self.runner.run(folder, self.case.words, fault, self.case.stdin, self.case.environment)

    def is_kept(self, name):
        return bool(self.case.keeps and re.match(self.case.keeps, name))

    def strangers(self, folder, allowed):
        """The files that are neither there before nor after, nor allowed."""
        known = self.names_before | self.names_after | allowed
        return sorted(name for name in state.names(folder) - known if not self.is_kept(name))

    def run_again(self, folder):
        """Repeats the command without a fault, and returns what is wrong then."""
        is_done = state.read(self.runner, folder) == self.after
        again = self.run(folder)
        if not (again.status == 0 or is_done and self.case.refuses_again == again.failure[0] != ""):
            return [f"run again: exit {again.status}: {again.error.strip()}"]
        found = state.read(self.runner, folder)
        return [] if same(found, self.after, self.case) else ["run again: the work is not complete"]


def same(one, other, case):
    """Whether two states are the same, but for files that the command may leave."""
    if not case.keeps:
        return one == other
    def without(one):
        return (one.registry, one.verdict, [f for f in one.files if not re.match(case.keeps, f[0])])
    return without(one) == without(other)


def torn_files(subject, found):
    """The files that hold neither their old bytes nor their new ones."""
    allowed = set(subject.before.files) | set(subject.after.files)
    return [name for name, digest in found.files if (name, digest) not in allowed and not subject.is_kept(name)]


def unfinished(subject, found):
    """Where a release has a manifest without the other files that belong to it."""
    there, complete = dict(found.files), dict(subject.after.files)
    for name in there:
        if name.endswith(".manifest.json") and there[name] == complete.get(name):
            stem = name[:-len("manifest.json")]
            return [other for other in complete if other.startswith(stem) and there.get(other) != complete[other]]
    return []


def compare(subject, found):
    """What is wrong with a folder after a crash: its registry and each file must be as before or as after."""
    wrong = []
    if (found.registry, found.verdict) not in {(one.registry, one.verdict) for one in (subject.before, subject.after)}:
        wrong.append(f"neither before nor after: {found.verdict} {found.registry}")
    if torn := torn_files(subject, found):
        wrong.append(f"neither old nor new: {torn}")
    if missing := unfinished(subject, found):
        wrong.append(f"a manifest without {missing}")
    if found.registry == subject.after.registry != subject.before.registry and found.files != subject.after.files:
        if not subject.case.keeps:
            wrong.append("the edit is stored, but its files are not all there")
    return wrong


def kill(subject, number, action):
    """Kills the command at a call, and returns what is wrong afterwards."""
    runner, case = subject.runner, subject.case
    folder = runner.copy(subject.base)
    try:
        killed = subject.run(folder, Fault(at=number, action=action))
        if number > len(subject.calls):
            return [] if killed.status == 0 else [f"without a fault: exit {killed.status}"]
        if not killed.is_killed:
            return [f"was not killed: exit {killed.status}: {killed.error.strip()}"]
        wrong = []
        temporary = {name for name in state.names(folder) if state.is_temporary(name)}
        strangers = subject.strangers(folder, temporary | {state.JOURNAL})
        if strangers and not case.name.startswith("import from"):
            wrong.append(f"foreign files: {strangers}")
        manifests = [name for name in state.names(folder) if name.endswith("1.0.manifest.json")]
        snapshot = folder / "out" / "registry-1.0.db"
        if snapshot.exists():
            verified = runner.run(folder, ["snapshot", "verify", str(snapshot), "--require-manifest"])
            if (verified.status == 0) != bool(manifests):
                wrong.append(f"snapshot verify: exit {verified.status} with manifests {manifests}")
        found = state.read(runner, folder)
        wrong += compare(subject, found)
        if killed.output and found.registry != subject.after.registry:
            wrong.append("an acknowledged edit is lost")
        return wrong + subject.run_again(folder)
    finally:
        runner.remove(folder)


def is_forgotten(call, error):
    """Whether SQLite does not keep the reason: of a call on its journal, other than a write without space."""
    is_write_without_space = call.name == "write" and error == errno.ENOSPC
    return call.path.endswith(("-journal", "/root")) and not is_write_without_space


def fail(subject, number, error, persists):
    """Lets a changing call fail, and returns what is wrong afterwards."""
    runner, case = subject.runner, subject.case
    folder = runner.copy(subject.base)
    try:
        failed = subject.run(folder, Fault(at=number, action=str(error), persists=persists))
        code, message = failed.failure
        said = f"exit {failed.status} {code}: {message.strip()}"
        if failed.status is None or failed.status < 0:
            return [f"hangs or crashes: {said}"]
        call = subject.calls[number - 1]
        wrong = []
        left = state.names(folder) - subject.names_before
        found = state.read(runner, folder)
        is_done, is_undone = same(found, subject.after, case), same(found, subject.before, case)
        is_stored = found.registry == subject.after.registry != subject.before.registry
        if failed.status == 0:
            return [] if is_done else [f"exit 0, but the work is not done ({found.verdict})"]
        if failed.status != 8:
            wrong.append(f"exit code: {said}")
        if code == "output":
            if not is_done:
                wrong.append(f"output failed, but the work is not done: {said}")
        elif code == "not-durable":
            # A release may be there without its record, as after a kill.
            is_whole = not compare(subject, found)
            if not is_whole or "is stored, but" in message and not is_done:
                wrong.append(f"not-durable: {said}")
        elif not is_undone:
            what = "the edit is stored" if is_stored else f"neither before nor after ({found.verdict})"
            if "could not be taken back" not in message or not persists:
                wrong.append(f"{what}: {said}")
        if is_stored and ("othing was changed" in message or "damaged" in message):
            wrong.append(f"the edit is stored: {said}")
        if error in DISK_FULL and code not in ("disk-full", "not-durable", "output") and not is_forgotten(call, error):
            wrong.append(f"not disk-full: {said}")
        allowed = subject.names_after if is_done or code == "output" else set()
        left = sorted(name for name in left - allowed if not subject.is_kept(name))
        if left and not persists and call.name not in ("unlink", "rmdir"):
            wrong.append(f"left behind: {left}: {said}")
        return wrong + (subject.run_again(folder) if code != "output" or case.refuses_again else [])
    finally:
        runner.remove(folder)


def shorten(subject, number):
    """Lets a write write half; the command must go on and complete its work."""
    folder = subject.runner.copy(subject.base)
    try:
        outcome = subject.run(folder, Fault(at=number, action="short"))
        done = same(state.read(subject.runner, folder), subject.after, subject.case)
        return [] if outcome.status == 0 and done else [f"exit {outcome.status}: {outcome.error.strip()}"]
    finally:
        subject.runner.remove(folder)


def fail_reading(subject, number, persists):
    """Lets a read fail, and returns what is wrong afterwards."""
    folder = subject.runner.copy(subject.base)
    try:
        failed = subject.run(folder, Fault(at=number, action=str(errno.EIO), persists=persists, kind="read"))
        code, message = failed.failure
        said = f"exit {failed.status} {code}: {message.strip()}"
        found = state.read(subject.runner, folder)
        if failed.status == 0:
            is_right = failed.output == subject.clean.output and same(found, subject.after, subject.case)
            return [] if is_right else ["exit 0 with another answer"]
        wrong = [] if failed.status == 8 else [said]
        if code not in ("not-durable", "output") and not same(found, subject.before, subject.case):
            wrong.append(f"something was changed: {said}")
        return wrong
    finally:
        subject.runner.remove(folder)
