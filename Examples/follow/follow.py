#!/usr/bin/python3
"""follow.py URL DIR SIGNERS asks a channel once (Debian packages: python3 python3-cryptography)."""
import base64, datetime, fcntl, hashlib, json, os, re, sys, urllib.request
from cryptography.exceptions import InvalidSignature
from sshsig import key_of, may_sign, need

N, HASH, TIME, SPACE = "[1-9][0-9]{0,14}", "[0-9a-f]{64}", "[2-9][0-9T:-]{18}Z", "status-code-registry"
NUMBERS = {"format": "1", "serial": N, "contract": N, "size": N, "revision": "0|" + N, "manifest_size": N}
TEXTS = {"channel": "[a-z0-9][a-z0-9._-]{0,63}", "release": "[A-Za-z0-9][A-Za-z0-9._+-]{0,63}", "issued_at": TIME,
         "content_digest": "sha256:" + HASH, "file_sha256": HASH, "manifest_sha256": HASH}
BEGIN, END = (b"-----%s SSH SIGNATURE-----\n" % word for word in (b"BEGIN", b"END"))


def read(data, channel, signers):  # Rules 1 and 2: returns the JSON and its values.
    text, *armors = re.split(b"^(?=%s)" % BEGIN, data, flags=re.MULTILINE)
    members = json.loads(text.decode(), object_pairs_hook=list)
    pointer = dict(members)
    lines = [f'  "{key}": "{value}"' if type(value) is str else f'  "{key}": {value}' for key, value in members]
    need(text.decode() == "{\n" + ",\n".join(lines) + "\n}\n" and [key for key, _ in members] == sorted(pointer))
    for key, value in members:
        need(re.fullmatch("[a-z][a-z0-9_]{0,63}", key) and len(str(value).encode()) <= 500)
        need(re.fullmatch(r"[^\x00-\x1f\x7f]*", value) if type(value) is str else re.fullmatch("0|" + N, str(value)))
    need(all(type(pointer[key]) is int and re.fullmatch(rule, str(pointer[key])) for key, rule in NUMBERS.items()))
    optional = {key: rule for key, rule in (("expires_at", TIME), ("rollback_reason", ".+")) if key in pointer}
    need(all(re.fullmatch(rule, pointer[key]) for key, rule in {**TEXTS, **optional}.items()))
    need(pointer["channel"] == channel and pointer["size"] < 2**31 and pointer["manifest_size"] <= 2**20)
    issued, _ = (datetime.datetime.strptime(pointer.get(key, pointer["issued_at"]), "%Y-%m-%dT%H:%M:%SZ")
                 for key in ("issued_at", "expires_at"))
    need(len(data) <= 16384 and 1 <= len(armors) <= 4)
    blobs = [base64.b64decode(armor[len(BEGIN):-len(END)]) for armor in armors]
    for armor, code in zip(armors, map(base64.b64encode, blobs)):
        need(code and armor == BEGIN + b"".join(code[at:at + 70] + b"\n" for at in range(0, len(code), 70)) + END)
    need(any(is_allowed(blob, text, channel, signers, issued) for blob in blobs), "no allowed key has signed this")
    return text, pointer


def is_allowed(blob, text, channel, signers, issued):
    try:
        return may_sign(key_of(blob, text, SPACE.encode()), signers, channel, SPACE, f"{issued:%Y%m%d%H%M%S}")
    except (InvalidSignature, ValueError):
        return False


def save(path, data):  # A rename is lasting when the folder is synced.
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".new", "wb") as file:
        file.write(data)
        os.fsync(file.fileno())
    os.replace(path + ".new", path)
    sync(os.path.dirname(path))


def sync(folder):
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def follow(url, folder, signers):
    base, channel = url.rsplit("/channels/", 1)
    def fetch(name, limit):
        with urllib.request.urlopen(f"{base}/{name.replace('+', '%2B')}", timeout=60) as response:
            return response.read(limit + 1)
    os.makedirs(folder + "/releases", exist_ok=True)
    lock = open(folder + "/lock", "w", encoding="ascii")
    fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        stored, old = read(open(folder + "/pointer", "rb").read(), channel, signers)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        stored, old = b"", {"serial": 0}
    data = fetch("channels/" + channel, 16384)
    text, new = read(data, channel, signers)
    need(new["serial"] > old["serial"] or text == stored, f"this is older than {old['serial']}, or another one")
    place, name = f"releases/{new['file_sha256'][:16]}", f"registry-{new['release']}"
    for end, size, digest in (("db", "size", "file_sha256"), ("manifest.json", "manifest_size", "manifest_sha256")):
        path = f"{folder}/{place}/{name}.{end}"
        is_stored = os.path.exists(path) and hashlib.sha256(open(path, "rb").read()).hexdigest() == new[digest]
        file = open(path, "rb").read() if is_stored else fetch(f"{name}.{end}", new[size])
        is_same = len(file) == new[size] and hashlib.sha256(file).hexdigest() == new[digest]
        need(is_same, f"{name}.{end} is another file")
        is_stored or save(path, file)
    manifest = json.loads(file)
    for key in ("release", "revision", "contract", "content_digest", "size", "file_sha256"):
        need(manifest[key] == new[key], f"the manifest has another {key}")
    sync(folder + "/releases")
    text == stored or save(folder + "/pointer", data)
    if not os.path.realpath(folder + "/current.db").endswith(f"/{place}/{name}.db"):
        os.path.lexists(folder + "/link.new") and os.remove(folder + "/link.new")
        os.symlink(f"{place}/{name}.db", folder + "/link.new")
        os.replace(folder + "/link.new", folder + "/current.db")
        sync(folder)


if __name__ == "__main__":
    try:
        follow(*sys.argv[1:])
    except Exception as error:
        sys.exit(f"refused: {error!r}")
