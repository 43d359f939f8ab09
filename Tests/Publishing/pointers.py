#!/usr/bin/env python3
"""pointers.py ADMIN [--share]: gives the same pointers to three followers, and compares what they do.

The followers are `admin snapshot follow --once`, Examples/follow/follow.sh (with ssh-keygen) and follow.py (with the
module cryptography). They accept or refuse each of some 280 pointers as cases.py says, and have the same release then.
--share gives every sixth of the pointers that are refused.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

from cases import Pointers
from place import RELEASES, Place

EXAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "Examples" / "follow"


def main(admin, share):
    with tempfile.TemporaryDirectory(prefix="pointers-") as folder:
        place = Place(admin, folder)
        followers = {
            "admin": lambda cache: [place.admin, "snapshot", "follow", "dist/channels/production", "--once", "-o",
                                    cache, "--signers", "signers"],
            "follow.sh": lambda cache: ["bash", str(EXAMPLES / "follow.sh"), url, cache, "signers"],
            "follow.py": lambda cache: [sys.executable, "-B", str(EXAMPLES / "follow.py"), url, cache, "signers"],
        }
        url = f"file://{os.path.realpath(folder)}/dist/channels/production"
        pointers = Pointers({release: place.members(release) for release in RELEASES})
        cases = pointers.all()
        if share:
            invalid = [case for case in cases if not case.is_valid][::6]
            cases = [case for case in cases if case.is_valid or case in invalid]
        (place.folder / "signers").write_text(pointers.signers)
        (place.folder / "dist/channels").mkdir()
        accepted, problems = b"", []
        for case in cases:
            (place.folder / "dist/channels/production").write_bytes(case.data)
            for name, command in followers.items():
                cache = f"cache-{name}"
                result = subprocess.run(command(cache), cwd=folder, capture_output=True, check=False)
                expected = json_of(case.data) if case.is_valid else accepted
                stored = place.folder / cache / "pointer"
                if (result.returncode == 0) != case.is_valid:
                    verb = "refuses" if case.is_valid else "accepts"
                    problems.append(f"{name} {verb} {case.name}: {result.stderr[-300:]}")
                elif expected != (json_of(stored.read_bytes()) if stored.exists() else b""):
                    problems.append(f"{name} has another pointer than expected after {case.name}")
                elif expected and release_of(expected) not in os.path.realpath(place.folder / cache / "current.db"):
                    problems.append(f"{name} has another release than expected after {case.name}")
            accepted = json_of(case.data) if case.is_valid else accepted
    print("\n".join(problems + [f"{len(problems)} differences in {len(cases)} pointers, of which "
                                f"{sum(case.is_valid for case in cases)} are valid, with {len(followers)} followers"]))
    return bool(problems)


def json_of(data):
    return data.partition(b"-----BEGIN SSH SIGNATURE-----\n")[0]


def release_of(json):
    return next(line for line in json.decode().splitlines() if line.startswith('  "release"')).split('"')[3]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--share" in sys.argv))
