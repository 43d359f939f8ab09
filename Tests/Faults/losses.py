"""Opens every state that a power loss may leave, and compares it with the folder before and after the command."""
import hashlib

import power
import state
from running import Fault


def losses(subject, samples, stride):
    """Yields the runs for one command, one for each different state.

    A stride leaves out states from before the answer. All from after it stay: there are few.
    """
    runner = subject.runner
    folder = runner.copy(subject.base)
    # Files outside the folder, such as a draft of the editor, are not a part of the model.
    elsewhere = folder.parent / "tmp"
    elsewhere.mkdir()
    disk = power.Disk(folder)
    outcome = subject.run(folder, Fault(keeps_data=True), environment={"TMPDIR": str(elsewhere)})
    if outcome.status != 0:
        raise RuntimeError(f"{subject.case.name} fails without a fault: {outcome.error}")
    chance = power.generator(subject.case.name)
    number, seen = 0, set()
    for call in outcome.calls:
        disk.step(call)
        if call.kind != "change":
            continue
        number += 1
        for label, content in power.states(disk, chance, samples):
            key = (disk.is_acknowledged, digest(content))
            if key in seen:
                continue
            seen.add(key)
            if not disk.is_acknowledged and len(seen) % stride:
                continue
            yield (f"call {number}, {call.name}, {label}",
                   lambda c=content, a=disk.is_acknowledged: check(subject, c, a))
    runner.remove(folder)


def check(subject, content, is_acknowledged):
    """Writes one state to a folder, and returns what is wrong with it, and what is a known limit."""
    runner = subject.runner
    folder = runner.empty()
    try:
        for name in subject.names_before:
            if (subject.base / name).is_dir():
                (folder / name).mkdir(parents=True)
        for name, data in content.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(data)
        known = []
        found = state.read(runner, folder)
        # A journal that does not begin like one is refused. Nothing is lost: without it the registry is as it was.
        if found.verdict.startswith("7 sidecar"):
            known = ["the journal is refused"]
            (folder / state.JOURNAL).unlink()
            found = state.read(runner, folder)
        return subject.after_crash(found, is_acknowledged), known
    finally:
        runner.remove(folder)


def digest(content):
    whole = hashlib.sha256()
    for name, data in sorted(content.items()):
        # The names of temporary files differ from run to run, and nothing reads them.
        if not state.is_temporary(name):
            whole.update(f"{name} {len(data)} ".encode() + data)
    return whole.digest()
