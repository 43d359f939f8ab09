"""Kills a follower at random moments while releases change: what is in use is whole each time, and never older."""
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import time

from sshkeys import Key


class Channel:
    """A channel whose releases change without a process."""

    def __init__(self, place, folder):
        self.place, self.folder, self.key, self.serial = place, folder, Key(), 0
        self.members = {release: place.members(release) for release in place.releases}
        (folder / "channels").mkdir(parents=True)
        for release in place.releases:
            for end in (".db", ".manifest.json"):
                shutil.copy(place.folder / f"dist/registry-{release}{end}", folder)
        (place.folder / "signers-of-kills").write_text(self.key.line())

    def publish(self):
        """The next release in turn, so that a follower has to fetch it: it keeps only the one before."""
        self.serial += 1
        members = {"channel": '"production"', "issued_at": '"2026-11-28T12:00:00Z"', "format": "1",
                   "serial": str(self.serial), **self.members[self.release(self.serial)]}
        text = ("{\n" + ",\n".join(f'  "{key}": {value}' for key, value in sorted(members.items())) + "\n}\n").encode()
        (self.folder / "new").write_bytes(text + self.key.sign(text))
        os.replace(self.folder / "new", self.folder / "channels/production")

    def release(self, serial):
        return self.place.releases[serial % len(self.place.releases)]


def measure(table, place, count, seed=None):
    seed = seed if seed is not None else random.SystemRandom().randrange(1 << 32)
    generator = random.Random(seed)
    root = place.folder / "kills"
    channel = Channel(place, root)
    objects = os.path.join(os.path.dirname(__file__), "objects.py")
    (root / "server").mkdir()
    (root / "server/objects").symlink_to("..")
    server = subprocess.Popen([sys.executable, "-B", objects, str(root / "server")], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True)
    try:
        url = f"http://127.0.0.1:{server.stdout.readline().strip()}"
        for name, address in (("a folder", str(root)), ("a server", url)):
            of_address(table, place, channel, name, f"{address}/channels/production", count // 2, generator, seed)
    finally:
        server.kill()
        server.wait()


def of_address(table, place, channel, name, address, count, generator, seed):
    cache = place.folder / f"kills-{name[2:]}"
    command = [place.admin, "snapshot", "follow", address, "-o", str(cache), "--signers", "signers-of-kills", "--once"]
    times = []
    for _ in range(5):
        channel.publish()
        start = time.monotonic()
        subprocess.run(command, cwd=place.folder, check=True, stdout=subprocess.DEVNULL)
        times.append(time.monotonic() - start)
    (in_use, problems, killed, moved) = (channel.serial, [], 0, 0)
    for turn in range(10 * count):
        if killed == count:
            break
        channel.publish()
        process = subprocess.Popen(command, cwd=place.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   start_new_session=True)
        start = time.monotonic()
        try:
            # The load of the machine changes, and with it the time that a follower takes.
            process.wait(generator.uniform(0, 1.1 * statistics.median(times[-9:])))
            times.append(time.monotonic() - start)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            killed += 1
        serial, found = state(place, channel, cache, in_use)
        if found:
            problems.append(f"turn {turn} of {name} (seed {seed}): {found}")
        moved += serial != in_use
        in_use = serial
    table.promise(f"killed while it follows {name}: current.db verifies, and is not older",
                  not problems and killed == count, f"{killed} kills, {moved} switches, {len(problems)} problems",
                  f"{count} kills, 0 problems")
    for problem in problems[:5]:
        print(problem, file=sys.stderr)
    subprocess.run(command, cwd=place.folder, check=True, stdout=subprocess.DEVNULL)
    table.promise(f"then it has the newest release of {name}",
                  state(place, channel, cache, in_use) == (channel.serial, ""))


def state(place, channel, cache, before):
    """The serial number of the release at the link, and what is wrong there."""
    verified = subprocess.run([place.admin, "snapshot", "verify", "--require-manifest", str(cache / "current.db")],
                              cwd=place.folder, capture_output=True, text=True, check=False)
    if verified.returncode != 0:
        return before, verified.stderr
    stored = (cache / "pointer").read_text()
    accepted = int(stored.split('"serial": ')[1].split(",")[0])
    release = os.path.basename(os.path.realpath(cache / "current.db"))[len("registry-"):-len(".db")]
    # The link is switched after the pointer is stored, so it may be one pointer behind.
    of_link = [serial for serial in range(before, accepted + 1) if channel.release(serial) == release]
    if not of_link:
        return before, f"the link is at {release}, after {before} was in use and {accepted} was accepted"
    return of_link[-1], ""
