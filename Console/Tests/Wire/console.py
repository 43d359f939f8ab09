"""A console as a process, for the tests that need many connections at once."""
import http.client
import os
import re
import signal
import socket
import subprocess
import urllib.parse

HOST = "codes.example.org"
ORIGIN = f"https://{HOST}"
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}


class Console:
    """A console whose proxy is this process: every request names its person."""

    def __init__(self, programs, folder):
        self.programs, self.folder = programs, folder
        self.database = f"{folder}/registry.db"
        if not os.path.exists(self.database):
            self.admin("init", "--actor", "seed")
        self.start()

    def start(self):
        """Starts the console, and waits until it answers."""
        self.log = open(f"{self.folder}/log", "ab")
        self.process = subprocess.Popen(
            [f"{self.programs}/admin-console", "--db", self.database, "--port", "0", "--proxy-user-field",
             "X-Remote-User", "--public-url", ORIGIN],
            cwd=self.folder, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=self.log)
        self.process.stdout.readline()
        text = open(f"{self.folder}/log", encoding="utf-8").read()
        self.port = int(re.findall(r"listening on 127\.0\.0\.1:(\d+)", text)[-1])

    def admin(self, *arguments):
        """Runs `admin`, and fails unless it succeeds."""
        done = subprocess.run([f"{self.programs}/admin", *arguments, "--db", self.database], env=ENVIRONMENT,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if done.returncode != 0:
            raise SystemExit(f"admin {' '.join(arguments)} ended with {done.returncode}: {done.stdout.decode()}")
        return done.stdout.decode()

    def browser(self, person):
        return Browser(self.port, person)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(30) == 0


class Browser:
    """One connection of one person."""

    def __init__(self, port, person):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.fields = {"Host": HOST, "X-Remote-User": person, "Origin": ORIGIN}

    def get(self, path):
        self.connection.request("GET", path, headers=self.fields)
        return self.answer()

    def post(self, path, form):
        fields = self.fields | {"Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request("POST", path, urllib.parse.urlencode(form), fields)
        return self.answer()

    def answer(self):
        response = self.connection.getresponse()
        return response.status, response.headers, response.read().decode()


def raw(port, data):
    """Returns a connection on which some bytes were sent."""
    connection = socket.create_connection(("127.0.0.1", port), timeout=30)
    connection.sendall(data)
    return connection
