"""Signatures of OpenSSH (PROTOCOL.sshsig), and its files of keys that may sign (ssh-keygen(1), "ALLOWED SIGNERS")."""
import base64, fnmatch, hashlib, re
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, utils


def need(truth, problem="there is no valid signature"):
    if not truth:
        raise ValueError(problem)


def strings(data, count):
    """Splits strings (RFC 4251, section 5) from the front; the last item is the rest."""
    size = 4 + int.from_bytes(data[:4], "big")
    need(4 <= size <= len(data))
    return [data[4:size], *(strings(data[size:], count - 1) if count > 1 else [data[size:]])]


def key_of(blob, text, namespace):
    """Returns the key that has signed a text; an error when the signature is not valid."""
    key, space, reserved, name, signature, end = strings(blob[10:], 5)
    need((blob[:10], space, reserved, end) == (b"SSHSIG\0\0\0\1", namespace, b"", b""))
    need(name in (b"sha256", b"sha512"))
    signed = (space, reserved, name, hashlib.new(name.decode(), text).digest())
    message = b"SSHSIG" + b"".join(len(part).to_bytes(4, "big") + part for part in signed)
    kind, value, rest = strings(signature, 2)
    parts = strings(key, 2 if kind == b"ssh-ed25519" else 3)
    need(parts[0] == kind and not parts[-1])
    if kind == b"ecdsa-sha2-nistp256":
        *numbers, end = strings(value, 2)
        need(not rest and not end and parts[1] == b"nistp256" and all(number[:1] < b"\x80" for number in numbers))
        value = utils.encode_dss_signature(*(int.from_bytes(number, "big") for number in numbers))
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), parts[2])
        public.verify(value, message, ec.ECDSA(hashes.SHA256()))
        return key
    if kind == b"sk-ssh-ed25519@openssh.com":  # PROTOCOL.u2f: the flags, of which the first is the touch, and a counter
        need(len(rest) == 5 and rest[0] & 1)
        message = hashlib.sha256(parts[2]).digest() + rest + hashlib.sha256(message).digest()
    else:
        need(kind == b"ssh-ed25519" and not rest)
    ed25519.Ed25519PublicKey.from_public_bytes(parts[1]).verify(value, message)
    return key


def may_sign(key, signers, channel, namespace, issued):
    """Returns whether a file allows a key to sign for a channel at a time such as 20261128120000."""
    def has(patterns, name):
        return {p[0] == "!" for p in patterns.split(",") if p and fnmatch.fnmatchcase(name, p.lstrip("!"))} == {False}
    for words in (re.findall(r'(?:"[^"]*"|[^\s"])+', line) for line in open(signers, encoding="utf-8")):
        if not words or words[0][0] == "#":
            continue
        names, options = words.pop(0).replace('"', ""), {}
        if not re.match("ssh-|ecdsa-|sk-", words[0]):
            options = {name.lower(): value for name, value in re.findall(r'([A-Za-z-]+)(?:="([^"]*)")?', words.pop(0))}
        after, before = options.get("valid-after", ""), options.get("valid-before", "9" * 14)
        if words[1].encode() == base64.b64encode(key) and "cert-authority" not in options and has(names, channel) and (
                has(options.get("namespaces", "*"), namespace)
                and after.rstrip("Z").ljust(14, "0") <= issued <= before.rstrip("Z").ljust(14, "0")):
            return True
    return False
