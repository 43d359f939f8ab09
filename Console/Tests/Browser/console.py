"""A console on a registry of its own, started with the commands that a person types."""

import os
import selectors
import signal
import subprocess
import time
from pathlib import Path

ADMIN = os.environ["ADMIN"]


class Console:
    """The program for one person. Two people are two programs on one registry."""

    def __init__(self, registry: Path, person: str):
        self.registry = registry
        self.person = person
        self.process = None
        self.link = None
        self.start(port=0)

    @staticmethod
    def admin(registry: Path, *arguments: str, actor: str = "noura", text: str | None = None) -> str:
        """Runs a command of admin as somebody."""
        result = subprocess.run(
            [ADMIN, *arguments], input=text, capture_output=True, text=True, timeout=120,
            env=os.environ | {"REGISTRY_DB": str(registry), "REGISTRY_ACTOR": actor})
        assert result.returncode == 0, f"admin {' '.join(arguments)}: {result.stderr}"
        return result.stdout

    def start(self, port: int) -> None:
        # Its input is a terminal of its own, in which Enter asks for another link.
        self.terminal, inside = os.openpty()
        self.process = subprocess.Popen(
            [ADMIN, "console", "--port", str(port), "--quiet"], stdin=inside, stdout=subprocess.PIPE,
            env=os.environ | {"REGISTRY_DB": str(self.registry), "REGISTRY_ACTOR": self.person},
            start_new_session=True)
        os.close(inside)
        self.link = self._line()

    def ask_for_link(self) -> str:
        """Presses Enter in the window of the console."""
        os.write(self.terminal, b"\n")
        self.link = self._line()
        return self.link

    def _line(self) -> str:
        """Waits for a line of output, for as long as a busy machine may need."""
        line, end = b"", time.monotonic() + 120
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while not line.endswith(b"\n"):
                assert selector.select(end - time.monotonic()), "The console printed no link."
                byte = os.read(self.process.stdout.fileno(), 1)
                assert byte, f"The console ended with {self.process.wait()}."
                line += byte
        return line.decode().strip()

    @property
    def address(self) -> str:
        return self.link.split("/once/")[0]

    def stop(self) -> None:
        """Ends the program. Its output ends when it has ended."""
        if self.process.stdout.closed:
            return
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        with self.process.stdout:
            while self.process.stdout.read():
                pass
        self.process.wait(timeout=120)
        os.close(self.terminal)

    def restart(self) -> None:
        """Ends the program and starts it again at the same address. Nobody is signed in then."""
        port = int(self.address.rsplit(":", 1)[1])
        self.stop()
        self.start(port)
