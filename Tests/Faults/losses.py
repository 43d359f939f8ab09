"""Opens every state that a power loss may leave, and compares it with the folder before and after the command."""
import hashlib

import power
import state
import sweeps
from running import Fault


class Losses:
    """The states of one command."""

    def __init__(self, subject, pool, samples):
        self.subject, self.pool, self.samples = subject, pool, samples
        self.runner = subject.runner
        self.generated, self.opened = 0, 0
        self.seen = set()

    def run(self):
        """Yields a name and what is wrong for each state in which something is."""
        subject, runner = self.subject, self.runner
        folder = runner.copy(subject.base)
        (folder.parent / "tmp").mkdir()
        disk = power.Disk(folder)
        case = subject.case
        outcome = runner.run(folder, case.words, Fault(keeps_data=True), case.stdin,
                             case.environment | {"TMPDIR": str(folder.parent / "tmp")})
        if outcome.status != 0:
            raise RuntimeError(f"{case.name} fails without a fault: {outcome.error}")
        chance = power.generator(case.name)
        number = 0
        for call in outcome.calls:
            disk.step(call)
            if call.kind != "change":
                continue
            number += 1
            new = []
            for label, content in power.states(disk, chance, self.samples):
                self.generated += 1
                key = (disk.is_acknowledged, digest(content))
                if key not in self.seen:
                    self.seen.add(key)
                    new.append((f"call {number} {call.name} {label}", content, disk.is_acknowledged))
            self.opened += len(new)
            for (label, _, _), wrong in zip(new, self.pool.map(lambda one: self.check(one[1], one[2]), new)):
                for line in wrong:
                    yield label, line
        runner.remove(folder)

    def check(self, content, is_acknowledged):
        """Writes one state to a folder, and returns what is wrong with it."""
        subject, runner = self.subject, self.runner
        folder = runner.empty()
        try:
            for name in subject.names_before:
                if (subject.base / name).is_dir():
                    (folder / name).mkdir(parents=True)
            for name, data in content.items():
                (folder / name).write_bytes(data)
            found = state.read(runner, folder)
            wrong = sweeps.compare(subject, found)
            if is_acknowledged and found.registry != subject.after.registry:
                wrong.append("an acknowledged edit is lost")
            return wrong
        finally:
            runner.remove(folder)


def digest(content):
    whole = hashlib.sha256()
    for name, data in sorted(content.items()):
        # The names of temporary files differ from run to run, and nothing reads them.
        if not state.is_temporary(name):
            whole.update(f"{name} {len(data)} ".encode() + data)
    return whole.digest()
