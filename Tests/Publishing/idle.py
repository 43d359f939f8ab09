"""What a follower costs that has nothing to do, and how soon it has its release again without the network."""
import os
import pathlib
import statistics
import subprocess
import sys
import time

TICKS = os.sysconf("SC_CLK_TCK")


def measure(table, place, seconds):
    root = place.folder / "idle"
    root.mkdir()
    objects = pathlib.Path(__file__).with_name("objects.py")
    server = subprocess.Popen([sys.executable, "-B", objects, root], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True)
    url = f"http://127.0.0.1:{server.stdout.readline().strip()}"
    command = [place.admin, "snapshot", "follow", f"{url}/channels/production", "-o", str(root / "cache"), "--signers",
               "signers"]
    try:
        place.publish("1.0", url)
        follower = subprocess.Popen([*command, "--every", "1s"], cwd=place.folder, stdout=subprocess.PIPE,
                                    stderr=subprocess.PIPE, text=True)
        follower.stdout.readline()
        time.sleep(3)
        begin, asked = cpu(follower.pid), polls(root)
        time.sleep(seconds)
        count = polls(root) - asked
        own, children = (1000 * (after - before) / max(count, 1) for after, before in zip(cpu(follower.pid), begin))
        status = pathlib.Path(f"/proc/{follower.pid}/status").read_text()
        memory = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in status.splitlines()
                  if line.startswith(("VmHWM", "VmRSS", "RssAnon"))}
        table.promise("idle: it asks every second, up to a tenth more or less, and less under load",
                      0 < count < 1.2 * seconds, f"{count} in {seconds} s", f"1 to {1.2 * seconds:.0f}")
        table.figure("idle: memory (VmRSS)", memory["VmRSS"], "MB", 15)
        table.figure("idle: of which its own (RssAnon)", memory["RssAnon"], "MB")
        table.figure("idle: the most memory (VmHWM)", memory["VmHWM"], "MB")
        table.figure("idle: CPU of admin for a poll", own, "ms", 10)
        table.figure("idle: CPU of curl for a poll", children, "ms")
        follower.kill()
        follower.communicate()
    finally:
        server.kill()
        server.wait()
    times = []
    for _ in range(20):
        start = time.monotonic()
        follower = subprocess.Popen(command, cwd=place.folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                    text=True)
        line = follower.stdout.readline()
        times.append(1000 * (time.monotonic() - start))
        follower.kill()
        follower.communicate()
        if "\t1.0\t" not in line:
            table.promise("without the network it starts from its folder", False, line)
            return
    table.promise("without the network it starts from its folder", True)
    table.figure("without the network: time to the first answer, best of 20", min(times), "ms", 50)
    table.figure("without the network: time to the first answer, median of 20", statistics.median(times), "ms")


def polls(root):
    return (root / "log").read_text().count("GET /channels/production 304")


def cpu(pid):
    """The seconds that a process and its ended children have computed, by its own count and theirs."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    user, system, of_children, system_of_children = (int(fields[place]) / TICKS for place in (11, 12, 13, 14))
    return user + system, of_children + system_of_children
