"""Injects a fault at each call of a command in turn: kills, errors of changing calls, short writes, errors of reads.

A sweep is a list of runs: the name of the run, and a function that does it and returns what is wrong, and what is a
known limit.
"""
import errno
import os

import state
from running import Fault

DISK_FULL = [errno.ENOSPC, errno.EDQUOT, errno.EFBIG]
ERRORS = [*DISK_FULL, errno.EIO]


def on_copy(subject, body):
    folder = subject.runner.copy(subject.base)
    try:
        return body(folder)
    finally:
        subject.runner.remove(folder)


def label(subject, number):
    if number > len(subject.calls):
        return "no call"
    call = subject.calls[number - 1]
    return f"call {number}, {call.name} {os.path.basename(call.second or call.path)}"


def long_writes(subject):
    """The writes of more than a sector. Shorter ones are done whole or not at all."""
    return [number for number, call in enumerate(subject.calls, 1) if call.name == "write" and call.size > 512]


def kills(subject):
    """Kills at each call, and in the middle of each write; the last run must complete untouched."""
    runs = [(f"{label(subject, number)}, killed", lambda n=number: kill(subject, n, "kill"))
            for number in range(1, len(subject.calls) + 2)]
    return runs + [(f"{label(subject, number)}, killed in the middle", lambda n=number: kill(subject, n, "tear"))
                   for number in long_writes(subject)]


def kill(subject, number, action):
    def body(folder):
        killed = subject.run(folder, Fault(at=number, action=action))
        if number > len(subject.calls):
            return ([] if killed.status == 0 else [f"exit {killed.status} without a fault"]), []
        if not killed.is_killed:
            return [f"was not killed: exit {killed.status}: {killed.error.strip()}"], []
        wrong = []
        if strangers := subject.strangers(folder):
            wrong.append(f"foreign files: {strangers}")
        wrong += unfinished_release(subject, folder)
        wrong += subject.after_crash(state.read(subject.runner, folder), bool(killed.output))
        return wrong + subject.run_again(folder), []
    return on_copy(subject, body)


def unfinished_release(subject, folder):
    """Requires that verify accepts a snapshot exactly when its manifest is there."""
    snapshot = folder / "out" / "registry-1.0.db"
    if not snapshot.exists():
        return []
    has_manifest = (folder / "out" / "registry-1.0.manifest.json").exists()
    verified = subject.runner.run(folder, ["snapshot", "verify", str(snapshot), "--require-manifest"])
    if (verified.status == 0) == has_manifest:
        return []
    return [f"snapshot verify: exit {verified.status}, {'with' if has_manifest else 'without'} a manifest"]


def errors(subject):
    """Lets each call fail with each error, once and from then on; and shortens each write."""
    runs = [(f"{label(subject, number)}, {errno.errorcode[error]} {'from then on' if persists else 'once'}",
             lambda n=number, e=error, p=persists: fail(subject, n, e, p))
            for number in range(1, len(subject.calls) + 1) for error in ERRORS for persists in (False, True)]
    return runs + [(f"{label(subject, number)}, shortened", lambda n=number: shorten(subject, n))
                   for number in long_writes(subject)]


def fail(subject, number, error, persists):
    def body(folder):
        failed = subject.run(folder, Fault(at=number, action=str(error), persists=persists))
        left = subject.left(folder, failed)
        found = state.read(subject.runner, folder)
        wrong, known = subject.after_failure(failed, found, may_be_partial=persists), []
        if failed.status == 0:
            return wrong, known
        call = subject.calls[number - 1]
        code = failed.failure[0]
        if error in DISK_FULL and code not in ("disk-full", "not-durable", "output"):
            is_known = is_forgotten(call, error) or code in subject.case.also
            (known if is_known else wrong).append(f"{code}, not disk-full")
        if left and not persists and call.name not in ("unlink", "rmdir"):
            wrong.append(f"left behind: {left}")
        return wrong + subject.run_again(folder), known
    return on_copy(subject, body)


def is_forgotten(call, error):
    """Whether SQLite does not keep the reason: of a call on its journal, other than a write without space."""
    is_write_without_space = call.name == "write" and error == errno.ENOSPC
    return call.path.endswith((state.JOURNAL, "/root")) and not is_write_without_space


def shorten(subject, number):
    """Lets a write write half of its bytes, as it may; the command must write the rest."""
    def body(folder):
        outcome = subject.run(folder, Fault(at=number, action="short"))
        is_done = subject.is_done(state.read(subject.runner, folder))
        return ([] if outcome.status == 0 and is_done else [f"exit {outcome.status}: {outcome.error.strip()}"]), []
    return on_copy(subject, body)


def failed_reads(subject):
    """Lets each read fail, once and from then on."""
    return [(f"read {number}, {os.path.basename(read.path)} at {read.offset}, {'from then on' if persists else 'once'}",
             lambda n=number, p=persists: fail_reading(subject, n, p))
            for number, read in enumerate(subject.reads, 1) for persists in (False, True)]


def fail_reading(subject, number, persists):
    def body(folder):
        failed = subject.run(folder, Fault(at=number, action=str(errno.EIO), persists=persists, kind="read"))
        code, message = failed.failure
        found = state.read(subject.runner, folder)
        # SQLite reports a journal that cannot be read as a damaged registry, and keeps no reason.
        if failed.status == 7 and code == "corrupt" and subject.reads[number - 1].path.endswith(state.JOURNAL):
            is_kept = subject.is_undone(found)
            return ([] if is_kept else [f"changed: {message}"]), [f"{code}: {message}"]
        wrong = subject.after_failure(failed, found)
        if failed.status == 0 and failed.output != subject.clean.output:
            wrong.append("another answer")
        return wrong, []
    return on_copy(subject, body)
