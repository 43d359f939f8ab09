#!/usr/bin/env python3
"""objects.py FOLDER: a small object store for tests, on a free port of 127.0.0.1, which is printed.

It knows GET and PUT with If-Match and If-None-Match (RFC 9110, section 13.1), as object stores do. A file FOLDER/fault
holds what happens to the next request: a status, "hang", "cut" (the half of the body) or "flip" (one byte is another).
Each request is a line in FOLDER/log.
"""
import hashlib
import http.server
import pathlib
import sys
import threading
import time
import urllib.parse

FOLDER = pathlib.Path(sys.argv[1])
LOCK = threading.Lock()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = self.stored()
        if body is None:
            return self.answer(404)
        if self.headers["If-None-Match"] == self.tag(body):
            return self.answer(304, tag=self.tag(body))
        return self.answer(200, body, self.tag(body))

    def do_PUT(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with LOCK:
            old = self.stored()
            wanted, unwanted = self.headers["If-Match"], self.headers["If-None-Match"]
            if unwanted == "*" and old is not None or wanted is not None and (old is None or wanted != self.tag(old)):
                return self.answer(412)
            self.file().parent.mkdir(parents=True, exist_ok=True)
            self.file().write_bytes(body)
        return self.answer(201 if old is None else 204, tag=self.tag(body))

    def file(self):
        return FOLDER / "objects" / urllib.parse.unquote(self.path).lstrip("/")

    def stored(self):
        return self.file().read_bytes() if self.file().is_file() else None

    @staticmethod
    def tag(body):
        return f'"{hashlib.sha256(body).hexdigest()[:16]}"'

    def answer(self, status, body=b"", tag=None):
        with open(FOLDER / "log", "a", encoding="utf-8") as log:
            log.write(f"{self.command} {self.path} {status}\n")
        fault = (FOLDER / "fault").read_text(encoding="utf-8").split() if (FOLDER / "fault").exists() else []
        if fault:
            (FOLDER / "fault").unlink()
            if fault[0].isdigit():
                status, body, tag = int(fault[0]), b"", None
            elif fault[0] == "hang":
                time.sleep(120)
            elif fault[0] == "flip":
                body = body[:-9] + bytes([body[-9] ^ 1]) + body[-8:]
        self.send_response(status)
        if tag:
            self.send_header("ETag", tag)
        if fault[1:]:
            self.send_header("Retry-After", fault[1])
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:len(body) // 2] if fault[:1] == ["cut"] else body)
        if fault[:1] == ["cut"]:
            self.close_connection = True

    def log_message(self, *words):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
