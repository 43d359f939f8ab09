"""A registry with releases, and the commands of admin."""
import hashlib
import json
import os
import pathlib
import subprocess

RELEASES = ("1.0", "1.1", "1.2+build.7")


class Place:
    """A folder with the releases in dist/, each with another text of 200."""

    def __init__(self, admin, folder, releases=RELEASES, mark=""):
        self.admin, self.folder = os.path.abspath(admin), pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.environment, self.releases = dict(os.environ), releases
        self.run("init")
        for release in releases:
            self.run("translation", "set", "200", "en", f"Success {release}{mark}", "--impact", "typo")
            self.run("snapshot", "create", "--release", release, "-o", "dist", "--no-gate", "test")

    def run(self, *words, codes=(0,)):
        result = subprocess.run([self.admin, *words], cwd=self.folder, env=self.environment, capture_output=True,
                                text=True, check=False)
        if result.returncode not in codes:
            raise SystemExit(f"admin {' '.join(words)} ended with {result.returncode}: {result.stderr}")
        return result

    def snapshot(self, release):
        return f"dist/registry-{release}.db"

    def make_key(self, name="key"):
        """Makes a key, and the file `signers`, which allows it everything."""
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", name], cwd=self.folder,
                       check=True)
        (self.folder / "signers").write_text("* " + (self.folder / f"{name}.pub").read_text())

    def publish(self, release, to, *more, codes=(0,)):
        return self.run("snapshot", "publish", self.snapshot(release), "--channel", "production", "--to", to,
                        "--key", "key", *more, codes=codes)

    def members(self, release):
        """What the files of a release give to its pointer, as texts of JSON."""
        data = (self.folder / self.snapshot(release).replace(".db", ".manifest.json")).read_bytes()
        manifest = json.loads(data)
        return {**{key: json.dumps(manifest[key]) for key in (
            "content_digest", "contract", "file_sha256", "release", "revision", "size")},
            "manifest_sha256": f'"{hashlib.sha256(data).hexdigest()}"', "manifest_size": str(len(data))}
