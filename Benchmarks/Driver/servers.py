"""Starts the console and its peers, and asks them as browsers do."""
import http.client
import os
import pathlib
import re
import socket
import subprocess
import time
import urllib.parse

from programs import BENCHMARKS, ENVIRONMENT, PEERS, ROOT, Failure, run

CONSOLE = ROOT / "Console" / ".build" / "release" / "admin-console"
PYTHON = PEERS / "web" / "bin" / "python3"
PACKAGES = ["flask==3.1.2", "waitress==3.0.2", "datasette==0.65.2"]
HOST = "codes.example.org"
FIELDS = {"Host": HOST, "X-Remote-User": "benchmark", "Origin": f"https://{HOST}"}


def build():
    """Builds the console as it is shipped, and installs its peers from PyPI."""
    run(["swift", "build", "-c", "release", "--static-swift-stdlib", "--package-path", ROOT / "Console", "--product",
         "admin-console"])
    if not PYTHON.exists():
        run(["python3", "-m", "venv", PEERS / "web"])
    run([PYTHON, "-m", "pip", "install", "--quiet", *PACKAGES])


class Server:
    """A program that serves a registry on a port of this machine, which it chooses."""

    def __init__(self, command, fields=None, first="/"):
        self.fields = FIELDS | (fields or {})
        start = time.monotonic_ns()
        self.process = subprocess.Popen([str(part) for part in command], env=ENVIRONMENT, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)
        self.port = self.chosen_port()
        # The time from the start of the program to its first page.
        while True:
            try:
                status, _ = self.browser().get(first)
                break
            except ConnectionError:
                time.sleep(0.001)
        if status != 200:
            self.stop()
            raise Failure(f"{command[0]} answers {first} with {status}.")
        self.start = time.monotonic_ns() - start

    def chosen_port(self):
        """Returns the port on which the process, or the only child that it has, listens."""
        for _ in range(20_000):
            own = set(self.descriptors())
            for line in pathlib.Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]:
                parts = line.split()
                if parts[3] == "0A" and f"socket:[{parts[9]}]" in own:
                    return int(parts[1].split(":")[1], 16)
            if self.process.poll() is not None:
                raise Failure(f"{self.process.args[0]} ended with {self.process.returncode}.")
            time.sleep(0.001)
        raise Failure(f"{self.process.args[0]} does not listen.")

    def descriptors(self):
        """Yields what the open descriptors of the process lead to. It may close one at any time."""
        for link in pathlib.Path(f"/proc/{self.process.pid}/fd").iterdir():
            try:
                yield os.readlink(link)
            except FileNotFoundError:
                pass

    def browser(self):
        return Browser(self)

    def resident(self):
        """Returns the resident memory of the process in bytes."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmRSS:\s*(\d+)", status)[1]) * 1_024

    def stop(self):
        """Ends the process. Uvicorn can wait for ever for a connection that a load has left open."""
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.stop()


def console(database):
    return Server([CONSOLE, "--db", database, "--port", "0", "--quiet", "--proxy-user-field", "X-Remote-User",
                   "--public-url", f"https://{HOST}"])


def flask(database):
    return Server([PYTHON, "-B", BENCHMARKS / "Peers" / "flask_console" / "app.py", database], first="/texts")


def datasette(database):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return Server([PYTHON.parent / "datasette", "serve", database, "--port", port], {"Host": f"127.0.0.1:{port}"})


class Browser:
    """One connection, which stays open."""

    def __init__(self, server):
        self.fields = server.fields
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=600)
        self.connection.connect()
        self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def get(self, path):
        """Returns the status and body of an answer."""
        self.connection.request("GET", path, headers=self.fields)
        response = self.connection.getresponse()
        return response.status, response.read().decode()

    def first_byte(self, path):
        """Returns the nanoseconds from a request to the first bytes of its answer."""
        start = time.monotonic_ns()
        self.connection.request("GET", path, headers=self.fields)
        response = self.connection.getresponse()
        taken = time.monotonic_ns() - start
        response.read()
        if response.status not in (200, 204):
            raise Failure(f"{path} was answered with {response.status}.")
        return taken

    def post(self, path, form):
        """Returns the nanoseconds of a save, to the end of its answer, and where the answer leads."""
        body = urllib.parse.urlencode(form)
        start = time.monotonic_ns()
        self.connection.request("POST", path, body, self.fields | {"Content-Type": "application/x-www-form-urlencoded"})
        response = self.connection.getresponse()
        response.read()
        taken = time.monotonic_ns() - start
        if response.status != 303:
            raise Failure(f"A save was answered with {response.status}.")
        return taken, response.headers["Location"]


def raw(server, path):
    """Returns a connection on which a page was asked for."""
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=60)
    fields = "".join(f"{name}: {value}\r\n" for name, value in server.fields.items())
    connection.sendall(f"GET {path} HTTP/1.1\r\n{fields}\r\n".encode())
    return connection


# Gives every request an address of its own.
ANEW = """
local turn = 0
request = function() turn = turn + 1; return wrk.format("GET", wrk.path .. "?turn=" .. turn) end
"""


def load(server, path, seconds, is_kept=True):
    """Returns the nanoseconds of a request under the load of 32 connections, and the 99th percentile of the wait.

    Unless `is_kept`, every request has another address, so that no page is one that a server has kept.
    """
    script = PEERS / "anew.lua"
    script.write_text(ANEW, encoding="ascii")
    fields = [part for name, value in server.fields.items() for part in ("-H", f"{name}: {value}")]
    told = run(["wrk", "-t1", "-c32", f"-d{seconds}s", "--timeout", "20s", "--latency", *fields,
                *([] if is_kept else ["-s", script]),
                f"http://127.0.0.1:{server.port}{path}"]).decode()
    if "Non-2xx" in told or "Socket errors" in told:
        raise Failure(f"Requests for {path} failed: {told}")
    units = {"us": 1e3, "ms": 1e6, "s": 1e9}
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", told).groups()
    return 1e9 / float(re.search(r"Requests/sec:\s*([\d.]+)", told)[1]), float(number) * units[unit]
