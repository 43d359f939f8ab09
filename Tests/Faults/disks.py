"""Real refusals of the system: full disks, read-only mounts, limits of the size of files, another user."""
import contextlib
import os
import shutil
import subprocess

import state

PAGE = 4096
# No command here needs more; a run that needs more is a failure.
MOST_PAGES = 400
OTHER_USER = 65534


class NotPossible(Exception):
    """What this process may not do here."""


@contextlib.contextmanager
def small_disk(runner):
    """Mounts a disk in memory, with room for a copy of any folder and more."""
    disk = runner.empty()
    mounted = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={2 * MOST_PAGES * PAGE}", "none", disk], stderr=subprocess.DEVNULL,
        check=False).returncode == 0
    if not mounted:
        runner.remove(disk)
        raise NotPossible("mounting a disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)
        runner.remove(disk)


def fill(disk, pages):
    """Fills the disk until only some pages are free."""
    with open(disk / "filling", "wb", buffering=0) as file:
        size = 0
        try:
            while True:
                size += file.write(bytes(PAGE))
        except OSError:
            file.truncate(max(0, size - pages * PAGE))


def put(disk, subject):
    for path in disk.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    folder = disk / "root"
    shutil.copytree(subject.base, folder)
    return folder


def judge(subject, folder, outcome, codes):
    """What is wrong with a refusal, which must have one of the codes and leave nothing."""
    left = subject.left(folder, outcome)
    if outcome.failure[0] == "not-durable":
        left = [name for name in left if name != state.JOURNAL]
    found = state.read(subject.runner, folder)
    wrong = subject.after_failure(outcome, found)
    if outcome.status != 0 and outcome.failure[0] not in codes | subject.case.also:
        wrong.append(f"the code is {outcome.failure[0]}")
    if outcome.status != 0 and left:
        wrong.append(f"left behind: {left}")
    return wrong


def full_disks(subject, step):
    """Runs the command with no free page, one, two, and so on, until it succeeds.

    Returns the number of runs, and what is wrong.
    """
    runs, wrong = 0, []
    with small_disk(subject.runner) as disk:
        for pages in range(0, MOST_PAGES, step):
            folder = put(disk, subject)
            fill(disk, pages)
            outcome = subject.run(folder)
            (disk / "filling").unlink()
            runs += 1
            wrong += [(f"{pages} free pages", line) for line in judge(subject, folder, outcome, {"disk-full"})]
            if outcome.status == 0:
                return runs, wrong
    return runs, [*wrong, (f"{MOST_PAGES} free pages", "does not succeed")]


def size_limits(subject, step):
    """Runs the command with `ulimit -f` of no page, one, two, and so on, until it succeeds."""
    runs, wrong = 0, []
    for pages in range(0, MOST_PAGES, step):
        folder = subject.runner.copy(subject.base)
        outcome = subject.run(folder, limit=pages * PAGE)
        runs += 1
        # SQLite does not keep the reason when its journal is too large. When the registry is, it can neither be written
        # nor rolled back under the limit, and the journal stays for the next command.
        codes = {"disk-full", "input-output", "not-durable"}
        lines = judge(subject, folder, outcome, codes) + subject.run_again(folder)
        wrong += [(f"ulimit -f of {pages} pages", line) for line in lines]
        subject.runner.remove(folder)
        if outcome.status == 0:
            return runs, wrong
    return runs, [*wrong, (f"ulimit -f of {MOST_PAGES} pages", "does not succeed")]


def read_only_mount(subject):
    """Runs the command on a disk that is mounted for reading."""
    with small_disk(subject.runner) as disk:
        folder = put(disk, subject)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        outcome = subject.run(folder)
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        return 1, [("read-only mount", line) for line in refusal(subject, folder, outcome)]


def another_user(subject):
    """Runs the command as a user who may read the folder, but not write to it."""
    if os.geteuid() != 0:
        raise NotPossible("becoming another user")
    folder = subject.runner.copy(subject.base)
    try:
        outcome = subject.run(folder, user=OTHER_USER)
        return 1, [("another user", line) for line in refusal(subject, folder, outcome)]
    finally:
        subject.runner.remove(folder)


def refusal(subject, folder, outcome):
    wrong = judge(subject, folder, outcome, {"read-only", "interrupted-writer", "input-output"})
    if outcome.status == 0:
        wrong.append("was not refused")
    return wrong
