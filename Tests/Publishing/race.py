"""Two publishers at the same time: one wins, serial numbers have no gap, and no file of a release changes."""
import os
import pathlib
import shutil
import subprocess

from place import Place

# Both publishers have read the channel before one of them signs, and both begin to write at the same time.
BARRIER = """#!/bin/sh
: > "$BARRIER/$ME"
turns=0
while [ ! -e "$BARRIER/a" ] || [ ! -e "$BARRIER/b" ]; do
  turns=$((turns + 1)); [ $turns -lt 5000 ] || exit 1
  sleep 0.002
done
exec {} "$@"
"""


def barrier(folder):
    """A folder with an ssh-keygen that waits for the other publisher."""
    tools = pathlib.Path(folder) / "tools"
    tools.mkdir(exist_ok=True)
    (tools / "ssh-keygen").write_text(BARRIER.format(shutil.which("ssh-keygen")))
    (tools / "ssh-keygen").chmod(0o755)
    return tools


def both(place, commands):
    """Runs two publishers; returns their exit codes."""
    meeting = place.folder / "barrier"
    shutil.rmtree(meeting, ignore_errors=True)
    meeting.mkdir()
    environment = place.environment | {"PATH": f"{barrier(place.folder)}:{os.environ['PATH']}", "BARRIER": str(meeting)}
    running = [subprocess.Popen([place.admin, "snapshot", "publish", *words], cwd=place.folder,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment | {"ME": me})
               for me, words in commands]
    errors = [one.communicate()[1] for one in running]
    return [one.returncode for one in running], errors


def measure(table, name, place, to, read, rounds, names):
    """`read` returns the bytes of an object; `names` is the number of rounds that are about the name of a release."""
    place.publish("1.0", to)
    problems, wins = [], {"a": 0, "b": 0}
    for turn in range(rounds):
        codes, errors = both(place, [(me, [
            place.snapshot(release), "--channel", "production", "--to", to, "--key", "key", "--rollback",
            f"turn {turn} of {me}"]) for me, release in (("a", "1.0"), ("b", "1.1"))])
        pointer = read("channels/production").decode()
        winner = "a" if codes[0] == 0 else "b"
        wins[winner] += 1
        expected = f'"turn {turn} of {winner}"', f'"serial": {turn + 2},'
        if sorted(codes) != [0, 3] or not all(text in pointer for text in expected):
            problems.append(f"turn {turn}: {codes} {errors} {pointer[:700]}")
    table.promise(f"{name}: of two publishers one wins, and no number is left out", not problems,
                  f"{rounds - len(problems)} of {rounds} (a {wins['a']}, b {wins['b']})", f"{rounds} of {rounds}")
    problems += one_name(table, name, place, to, read, names)
    changed = [release for release in ("1.0", "1.1") for end in (".db", ".manifest.json")
               if read(f"registry-{release}{end}") != (place.folder / f"dist/registry-{release}{end}").read_bytes()]
    table.promise(f"{name}: the files of releases are as they were", not changed)
    return problems


def one_name(table, name, place, to, read, count):
    """Two registries release other content under one name, to two channels."""
    others = {me: Place(place.admin, place.folder / f"registry-{me}", [f"2.{n}" for n in range(count)], mark=me)
              for me in ("a", "b")}
    problems = []
    for turn in range(count):
        codes, errors = both(place, [(me, [
            f"registry-{me}/dist/registry-2.{turn}.db", "--channel", f"race-{me}", "--to", to, "--key", "key"])
            for me in ("a", "b")])
        winner = "a" if codes[0] == 0 else "b"
        dist = others[winner].folder / "dist"
        files = [read(name) == (dist / name).read_bytes()
                 for name in (f"registry-2.{turn}.db", f"registry-2.{turn}.manifest.json")]
        if sorted(codes) != [0, 3] or not all(files):
            problems.append(f"the name 2.{turn}: {codes} {files} {errors}")
    table.promise(f"{name}: a name means one content", not problems, f"{count - len(problems)} of {count}",
                  f"{count} of {count}")
    return problems
