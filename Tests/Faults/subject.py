"""One command with its folder before and after an undisturbed run, and the rules for what may be found afterwards."""
import re

import state
from running import Fault


class Subject:
    """A command with its folder before and after an undisturbed run."""

    def __init__(self, runner, case):
        self.runner, self.case = runner, case
        self.base = runner.empty()
        case.prepare(runner, self.base)
        self.names_before = state.names(self.base)
        folder = runner.copy(self.base)
        self.before = state.read(runner, folder)
        runner.remove(folder)
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

    def run(self, folder, fault=None, **options):
        environment = self.case.environment | options.pop("environment", {})
        return self.runner.run(folder, self.case.words, fault, self.case.stdin, environment, **options)

    def is_kept(self, name):
        """Whether the command may leave this file."""
        return bool(self.case.keeps and re.match(self.case.keeps, name))

    def is_done(self, found):
        return self.same(found, self.after)

    def is_undone(self, found):
        return self.same(found, self.before)

    def same(self, one, other):
        def without(one):
            return one.registry, one.verdict, [file for file in one.files if not self.is_kept(file[0])]
        return without(one) == without(other)

    def strangers(self, folder):
        """The files that a crash may not leave."""
        known = self.names_before | self.names_after | {state.JOURNAL}
        return sorted(name for name in state.names(folder) - known
                      if not state.is_temporary(name) and not self.is_kept(name))

    def torn(self, found):
        """The files that hold neither their old bytes nor their new ones."""
        allowed = set(self.before.files) | set(self.after.files)
        return [file[0] for file in found.files if file not in allowed and not self.is_kept(file[0])]

    def unfinished(self, found):
        """What a manifest names and the folder does not have."""
        there, complete = dict(found.files), dict(self.after.files)
        for name in there:
            if name.endswith(".manifest.json") and there[name] == complete.get(name):
                stem = name[:-len("manifest.json")]
                return [other for other in complete if other.startswith(stem) and there.get(other) != complete[other]]
        return []

    def after_crash(self, found, is_acknowledged):
        """What is wrong after a crash: the registry and each file must be as before or as after."""
        wrong = []
        registries = {(one.registry, one.verdict) for one in (self.before, self.after)}
        if (found.registry, found.verdict) not in registries:
            wrong.append(f"neither before nor after: {found.verdict} {found.registry}")
        if is_acknowledged and found.registry != self.after.registry:
            wrong.append("an acknowledged edit is lost")
        if torn := self.torn(found):
            wrong.append(f"neither old nor new: {torn}")
        if missing := self.unfinished(found):
            wrong.append(f"a manifest without {missing}")
        if found.registry == self.after.registry != self.before.registry and not self.is_done(found):
            wrong.append("the edit is stored, but its files are not all there")
        return wrong

    def after_failure(self, outcome, found, may_be_partial=False):
        """What is wrong after a system call failed. A release that could not be taken back may be partial, if
        everything that would take it back failed too."""
        code, message = outcome.failure
        said = f"exit {outcome.status} {code}: {message.strip()}"
        if outcome.status is None or outcome.status < 0:
            return [f"hangs or crashes: {said}"]
        is_done = self.is_done(found)
        if outcome.status == 0:
            return [] if is_done else [f"exit 0, but the work is not done ({found.verdict})"]
        wrong = [] if outcome.status == 8 or code in self.case.also else [f"wrong exit code: {said}"]
        is_stored = found.registry == self.after.registry != self.before.registry
        if code == "output":
            if not is_done:
                wrong.append(f"only the output failed, but the work is not done: {said}")
        elif code == "not-durable":
            # A release may be there without its record, as after a kill.
            if self.after_crash(found, False) or "is stored, but" in message and not is_done:
                wrong.append(f"not what not-durable means: {said}")
        elif not self.is_undone(found) and not (may_be_partial and "could not be taken back" in message):
            wrong.append(f"{'stored' if is_stored else 'neither before nor after'} ({found.verdict}): {said}")
        if is_stored and ("othing was changed" in message or "damaged" in message):
            wrong.append(f"the edit is stored: {said}")
        return wrong

    def left(self, folder, outcome):
        """The files that a command that failed has left."""
        expected = self.names_after if outcome.failure[0] in ("output", "not-durable") else set()
        return sorted(name for name in state.names(folder) - self.names_before - expected if not self.is_kept(name))

    def run_again(self, folder):
        """Repeats the command without a fault, and returns what is wrong then."""
        is_done = self.is_done(state.read(self.runner, folder))
        again = self.run(folder)
        if not (again.status == 0 or is_done and self.case.refuses_again == again.failure[0] != ""):
            return [f"run again: exit {again.status}: {again.error.strip()}"]
        return [] if self.is_done(state.read(self.runner, folder)) else ["run again: the work is not complete"]
