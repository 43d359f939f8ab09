"""Compares what the shim sees of a command with what strace sees, so that no call that changes files passes unseen."""
import collections
import re
import shutil
import subprocess

from running import Fault

# The calls of strace for each call of the shim.
SEEN = {
    "write": ["write", "pwrite64"], "sync": ["fsync", "fdatasync"], "create": ["openat"],
    "rename": ["rename", "renameat2"], "link": ["link"], "unlink": ["unlink", "unlinkat"], "rmdir": ["rmdir"],
    "mkdir": ["mkdir"], "truncate": ["ftruncate"],
}
# Calls that would change a file without the shim. Permissions and times are no content.
UNSEEN = ["writev", "pwritev", "pwritev2", "truncate", "fallocate", "copy_file_range", "sendfile", "splice", "renameat",
          "linkat", "symlink", "symlinkat", "mkdirat", "mknod", "mknodat", "creat", "open", "openat2", "msync",
          "sync_file_range", "syncfs", "io_uring_enter"]
ON_PATHS = {"rename", "link", "unlink", "rmdir", "mkdir"}
LINE = re.compile(r"^(?:\d+\s+)?(\w+)\((.*)\)\s+= (-?\d+)")


def is_possible():
    return shutil.which("strace") is not None


def differences(subject):
    """Returns what strace sees and the shim does not."""
    runner, case = subject.runner, subject.case
    folder = runner.copy(subject.base)
    try:
        trace = folder.parent / "trace"
        names = [name for names in SEEN.values() for name in names] + UNSEEN + ["mmap"]
        subprocess.run(
            ["strace", "-f", "-y", "-s", "0", "-o", trace, "-e", "trace=" + ",".join(names), runner.program,
             *case.words, "--json"], cwd=folder, env=runner.variables(folder, case.environment), input=case.stdin,
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        counts = collections.Counter()
        processes = set()
        for line in trace.read_text(errors="replace").splitlines():
            found = LINE.match(line)
            process = line.split()[0]
            processes.add(process)
            # Programs that the command starts have other process numbers.
            if not found or process != min(processes, key=int):
                continue
            name, words = found[1], found[2]
            # A relative path begins at the folder, where the command runs.
            is_relative = name in ON_PATHS and re.search(r'"[^"/]', words)
            if str(folder) not in words and not is_relative:
                continue
            if name == "openat" and not ("O_CREAT" in words or "O_TRUNC" in words):
                continue
            if name == "mmap" and not ("MAP_SHARED" in words and "PROT_WRITE" in words):
                continue
            counts[name] += 1
        calls = collections.Counter(call.name for call in subject.calls if call.path != "stdout")
        wrong = [f"strace sees {counts[name]} times {name}" for name in [*UNSEEN, "mmap"] if counts[name]]
        return wrong + [
            f"{call}: the shim sees {calls[call]}, strace {sum(counts[name] for name in names)}"
            for call, names in SEEN.items() if calls[call] != sum(counts[name] for name in names)]
    finally:
        runner.remove(folder)
