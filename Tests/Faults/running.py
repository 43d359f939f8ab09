"""Runs the real `admin` under the shim, in folders that are copied for each run."""
import dataclasses
import json
import os
import pathlib
import resource
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# A command needs less than a second, and SQLite waits 5 s for a lock, which no run here holds. The rest is for a
# machine that does other work.
SECONDS = 120


@dataclasses.dataclass
class Fault:
    """What is to happen at which call; `at` 0 only counts and logs."""
    at: int = 0
    action: str = "kill"
    persists: bool = False
    kind: str = "change"
    keeps_data: bool = False


@dataclasses.dataclass
class Call:
    """One line of the shim's log."""
    kind: str
    name: str
    result: int
    descriptor: int
    offset: int
    size: int
    path: str
    second: str
    data: bytes


@dataclasses.dataclass
class Outcome:
    """What came of a run. `status` is negative for a signal, and None when the run took too long."""
    status: int
    output: bytes
    error: str
    calls: list

    @property
    def is_killed(self):
        return self.status == -9

    @property
    def failure(self):
        """The error document of --json: its code and message."""
        try:
            # Notes may stand before it.
            found = json.loads(self.error.splitlines()[-1])["error"]
            return found["code"], found["message"]
        except (ValueError, KeyError, IndexError, TypeError):
            return "", self.error


def memory():
    """A folder in memory, where syncing takes no time; None when there is none. Nothing here needs a real disk."""
    shared = "/dev/shm"
    is_usable = os.access(shared, os.W_OK) and not os.statvfs(shared).f_flag & os.ST_NOEXEC
    return shared if is_usable else None


class Runner:
    """Builds the shim, and runs `admin`."""

    def __init__(self, program):
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="registry-faults-", dir=memory())).resolve()
        # Another user must be able to reach the program and the folders.
        self.scratch.chmod(0o755)
        self.program = shutil.copy(program, self.scratch / "admin")
        self.shim = self.scratch / "shim.so"
        source = pathlib.Path(__file__).resolve().parent / "shim.c"
        subprocess.run(["cc", "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", self.shim, source,
                        "-ldl"], check=True)

    def close(self):
        shutil.rmtree(self.scratch, ignore_errors=True)

    def copy(self, base):
        """Copies a prepared folder for one run."""
        folder = self.parent() / "root"
        shutil.copytree(base, folder)
        return folder

    def empty(self):
        folder = self.parent() / "root"
        folder.mkdir()
        return folder

    def parent(self):
        parent = pathlib.Path(tempfile.mkdtemp(dir=self.scratch))
        parent.chmod(0o755)
        return parent

    @staticmethod
    def remove(folder):
        shutil.rmtree(folder.parent, ignore_errors=True)

    @staticmethod
    def variables(folder, environment=None):
        """A constant environment."""
        return {"LANG": "C.UTF-8", "PATH": os.environ["PATH"], "HOME": str(folder.parent), "REGISTRY_ACTOR": "tester",
                "TMPDIR": str(folder), **(environment or {})}

    def run(self, folder, words, fault=None, stdin=b"", environment=None, limit=None, user=None):
        """Runs one command with --json in the folder; with a limit of the size of its files, or as another user."""
        variables = self.variables(folder, environment)
        log = folder.parent / "log"
        if fault:
            log.unlink(missing_ok=True)
            variables |= {"LD_PRELOAD": str(self.shim), "FAULT_ROOT": str(folder), "FAULT_LOG": str(log),
                          "FAULT_CLASS": fault.kind, "FAULT_AT": str(fault.at), "FAULT_ACTION": fault.action}
            variables |= {"FAULT_PERSIST": "1"} if fault.persists else {}
            variables |= {"FAULT_DATA": "1"} if fault.keeps_data else {}
        def set_limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        command = subprocess.Popen([self.program, *words, "--json"], cwd=folder, env=variables, user=user,
                                   preexec_fn=None if limit is None else set_limit, stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            output, error = command.communicate(stdin, timeout=SECONDS)
            status = command.returncode
        except subprocess.TimeoutExpired:
            command.kill()
            output, error = command.communicate()
            status = None
        return Outcome(status, output, error.decode(errors="replace"), read_log(log) if fault else [])


def read_log(path):
    calls = []
    for line in path.read_text().splitlines() if path.exists() else []:
        kind, name, result, descriptor, offset, size, first, second, data = line.split("\t")
        calls.append(Call(kind, name, int(result), int(descriptor), int(offset), int(size), first, second,
                          bytes.fromhex(data)))
    return calls
