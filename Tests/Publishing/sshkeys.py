"""Keys that sign as OpenSSH does, and in all the wrong ways that a test wants."""
import base64
import hashlib

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, utils

NAMESPACE = b"status-code-registry"
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
ED25519_ORDER = 2**252 + 27742317777372353535851937790883648493


def string(data):
    return len(data).to_bytes(4, "big") + data


def number(value):
    return string(value.to_bytes(value.bit_length() // 8 + 1, "big"))


def armor(blob, width=70):
    """The text form of a signature."""
    code = base64.b64encode(blob).decode()
    lines = [code[at:at + width] for at in range(0, len(code), width)]
    return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""]).encode()


class Key:
    """A key of a type: ed25519, token (in a security token) or p256."""

    def __init__(self, kind="ed25519"):
        self.kind = kind
        if kind == "p256":
            self.private = ec.generate_private_key(ec.SECP256R1())
            point = self.private.public_key().public_bytes(
                serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
            self.type, parts = b"ecdsa-sha2-nistp256", [b"nistp256", point]
        else:
            self.private = ed25519.Ed25519PrivateKey.generate()
            public = self.private.public_key().public_bytes_raw()
            token = kind == "token"
            self.type = b"sk-ssh-ed25519@openssh.com" if token else b"ssh-ed25519"
            parts = [public, b"ssh:"] if token else [public]
        self.blob = string(self.type) + b"".join(map(string, parts))

    def line(self, channels="production", options=""):
        """The line of a file of keys that may sign."""
        return f"{channels} {options} {self.type.decode()} {base64.b64encode(self.blob).decode()}\n"

    def signature(self, message, touch=1, high=False, padded=False, unreduced=False, cut=0):
        if self.kind == "p256":
            r, s = utils.decode_dss_signature(self.private.sign(message, ec.ECDSA(hashes.SHA256())))
            s = P256_ORDER - s if high else s
            value = string(b"\0" * 3 + r.to_bytes(33, "big")) + number(s) if padded else number(r) + number(s)
            return string(self.type) + string(value)
        rest = b""
        if self.kind == "token":
            rest = bytes([touch]) + (7).to_bytes(4, "big")
            message = hashlib.sha256(b"ssh:").digest() + rest + hashlib.sha256(message).digest()
        value = self.private.sign(message)
        if unreduced:
            s = int.from_bytes(value[32:], "little") + ED25519_ORDER
            value = value[:32] + s.to_bytes(32, "little")
        return string(self.type) + string(value[:len(value) - cut]) + rest

    def blob_of(self, text, namespace=NAMESPACE, version=1, reserved=b"", signed_reserved=b"", digest="sha512",
                tail=b"", key=None, **how):
        """The signature of a text, before it is written in Base64."""
        hashed = hashlib.new(digest, text).digest()
        strings = [namespace, signed_reserved, digest.encode(), hashed]
        signed = b"SSHSIG" + b"".join(map(string, strings))
        return b"SSHSIG" + version.to_bytes(4, "big") + b"".join(map(string, [
            key or self.blob, namespace, reserved, digest.encode(), self.signature(signed, **how)])) + tail

    def sign(self, text, **how):
        return armor(self.blob_of(text, **how))
